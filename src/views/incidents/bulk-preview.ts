// What a change of many incidents would do, in words with counts. Pure.
import { counted } from '../../domain/format.ts'
import { stateWords } from '../../domain/incident-words.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { sameValue } from '../../domain/merge.ts'
import { type IncidentParts, refusalOf } from '../../domain/mutations/work-incident.ts'

type Incident = Recorded<'incident'>
type Fields = Readonly<Partial<Incident>>
/** The name that goes with the id of a person, team, system or outage. */
export type NameOf = (id: string) => string | undefined

/** What was found so far; `count` adds to it. */
export interface Tally {
  /** Those that will change. */
  readonly ids: string[]
  /** How many change, by what they change from and to. */
  readonly changes: Map<string, number>
  /** How many cannot, by the reason. */
  readonly refusals: Map<string, number>
  same: number
  gone: number
}

export const emptyTally = (): Tally => ({ ids: [], changes: new Map(), refusals: new Map(), same: 0, gone: 0 })

const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)

export interface Counting {
  readonly parts: IncidentParts
  readonly now: number
  readonly nameOf: NameOf
  /** Whether this person works on the council's desk. */
  readonly mayWork: (councilId: string) => boolean
}

export function count(tally: Tally, incident: Incident | undefined, { parts, now, nameOf, mayWork }: Counting): void {
  if (!incident) {
    tally.gone += 1
    return
  }
  const refusal = refusalOf(incident, parts, now)
  if (!mayWork(incident.councilId)) add(tally.refusals, 'You do not work on the desk of their council.')
  else if (refusal) add(tally.refusals, refusal.message)
  else if (isSame(incident, parts)) tally.same += 1
  else {
    tally.ids.push(incident.id)
    add(tally.changes, changeWords(incident, parts, nameOf))
  }
}

/** Whether nothing of it would differ. A move to the state that it has is none. */
function isSame(incident: Incident, { move, ...others }: IncidentParts): boolean {
  if (move && move.state !== incident.state) return false
  const fields: Fields = Object.assign({}, ...Object.values(others))
  return Object.entries(fields).every(([field, value]) => sameValue(incident[field as keyof Incident], value))
}

function changeWords(incident: Incident, parts: IncidentParts, nameOf: NameOf): string {
  const { move, assign, prioritise, system, categorise, link } = parts
  const id = (value: string | null, given = '') => (value === null ? given : (nameOf(value) ?? 'somebody else'))
  const whose = (of: NonNullable<IncidentParts['assign']>) =>
    [id(of.assigneeId, of.assigneeName), id(of.teamId, of.teamName)].filter(Boolean).join(', ') || 'nobody'
  const whatOf = (value: string | null, given = '') => (value === null ? given || 'none' : (nameOf(value) ?? 'another'))
  if (move) return `${stateWords[incident.state]} to ${stateWords[move.state]}`
  if (assign) return `from ${whose(incident)} to ${whose(assign)}`
  if (prioritise)
    return prioritise.priority === incident.priority
      ? `priority stays ${incident.priority}, impact and urgency change`
      : `priority ${incident.priority} to ${prioritise.priority}`
  if (system) return `system ${whatOf(incident.systemId, incident.systemName)} to ${whatOf(system.systemId)}`
  if (categorise) return `category ${incident.category || 'none'} to ${categorise.category || 'none'}`
  return `outage ${whatOf(incident.outageId)} to ${whatOf(link?.outageId ?? null)}`
}

export interface PreviewWords {
  readonly changes: readonly string[]
  /** What stays as it is, and why. */
  readonly rest: readonly string[]
}

/** More kinds of change than this are told together. */
const mostLines = 8

const mostFirst = (counts: ReadonlyMap<string, number>) => [...counts].sort((a, b) => b[1] - a[1])

export function previewWords({ changes, refusals, same, gone }: Tally): PreviewWords {
  const lines = mostFirst(changes)
  const others = lines.slice(mostLines).reduce((sum, [, each]) => sum + each, 0)
  return {
    changes: [
      ...lines.slice(0, mostLines).map(([words, each]) => `${counted(each, 'incident')}: ${words}`),
      ...(others > 0 ? [`${counted(others, 'incident')}: the same from other values`] : []),
    ],
    rest: [
      ...mostFirst(refusals).map(([reason, each]) => `${counted(each, 'cannot', 'cannot')}: ${reason}`),
      ...(same > 0 ? [counted(same, 'is so already', 'are so already')] : []),
      ...(gone > 0 ? [counted(gone, 'is no longer on this device', 'are no longer on this device')] : []),
    ],
  }
}
