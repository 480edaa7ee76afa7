import type { KindName } from '../../domain/kind-names.ts'

/** Kinds of records as people call them, in the plural. */
export const kindWords: Readonly<Record<KindName, string>> = {
  partnership: 'Partnership',
  council: 'Councils',
  division: 'Divisions',
  person: 'People',
  calendar: 'Calendars',
  holiday: 'Holidays',
  system: 'Systems',
  dependency: 'What needs what',
  reliance: 'How far divisions need systems',
  outage: 'Outages',
  affected: 'Systems hit by outages',
  segment: 'Stretches of outages',
  reach: 'People hit by outages',
  event: 'Stories of outages',
  maintenance: 'Planned work',
  conflict: 'Conflicts',
}
