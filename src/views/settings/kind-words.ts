import { isKindName, type KindName } from '../../domain/kind-names.ts'

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
  outage: 'Outages',
  affected: 'Systems hit by outages',
  segment: 'Stretches of outages',
  reach: 'People hit by outages',
  event: 'Stories of outages',
  maintenance: 'Planned work',
  assumption: 'Assumptions about divisions',
  hourly_rate: 'Hourly rates',
  team: 'Legal teams',
  post: 'Fee earners’ posts',
  absence: 'Absences',
  charge_rate: 'Charge rates',
  matter: 'Matters',
  narrative: 'Narratives',
  timer: 'Timers',
  entry: 'Time entries',
  outage_answer: 'What outages did to people’s time',
  team_month: 'Sums of a team’s time',
  council_month: 'Sums of a council’s time',
  incident: 'Incidents',
  incident_event: 'Histories of incidents',
  comment: 'Public comments',
  work_note: 'Work notes',
  follow: 'Incidents that people follow',
  priority_matrix: 'Priority tables',
  desk_team: 'Desk teams',
  incident_template: 'Templates',
  saved_view: 'Saved views',
  import_run: 'Imports',
  attachment: 'Files',
  conflict: 'Conflicts',
}

const otherWords: Readonly<Record<string, string>> = {
  audit_act: 'Lines of the audit trail',
  session: 'Ended sessions',
  invitation: 'Spent invitations',
}

/** What goes when its time has passed: kinds, and what is no record. */
export const goingWords = (name: string): string => (isKindName(name) ? kindWords[name] : (otherWords[name] ?? name))
