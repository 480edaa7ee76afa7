// Entries and matters made by hand for what the screens of time say.
import type { Recorded } from '../../../src/domain/kinds.ts'
import type { MatterChoices } from '../../../src/store/time.ts'

type Entry = Recorded<'entry'>

export const today = '2026-03-03'
export const now = Date.parse('2026-03-03T15:00:00Z')
export const at = (clock: string, on = today): number => Date.parse(`${on}T${clock}:00Z`)

export const lease = matter('lease', 'Depot lease')
export const grievance = matter('grievance', 'A grievance', 'grievance')
export const matters: MatterChoices = {
  byId: new Map([lease, grievance].map((each) => [each.id, each])),
  open: [lease, grievance],
  recent: [lease],
}

function matter(id: string, title: string, wallId: string | null = null): Recorded<'matter'> {
  return {
    ...{ id, teamId: 't', wallId, reference: `A/${id}`, title, type: 'property', councilId: 'c', divisionId: null },
    ...{ leadId: null, gradeWanted: null, openedOn: '2026-01-01', closedOn: null, estimateHours: null },
    ...{ keyDates: [], parties: [], outcome: null, note: '' },
  }
}

export function entry(id: string, seconds: number, part: Partial<Entry> = {}): Entry {
  return {
    ...{ id, rootId: id, personId: 'p', teamId: 't', matterId: 'lease', councilId: 'c', grade: 'B' },
    ...{ activity: 'drafting', chargeability: 'chargeable', workedOn: today, startAt: null, endAt: null, seconds },
    ...{ units: Math.ceil(seconds / 360), unitMinutes: 6, pencePerHour: 8_000, source: 'typed', isEstimated: false },
    ...{ timerId: null, replaces: [], isRemoved: false, recordedAt: now },
    ...part,
  }
}
