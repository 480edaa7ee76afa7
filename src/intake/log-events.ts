// What the rows of one incident said, as moments in their order.
import type { IncidentState, Priority } from '../domain/incident-words.ts'
import type { LogTables } from './incident-log.ts'
import type { Words } from './log-cells.ts'
import { eventAt, eventSize, type FoldedIncident } from './log-fold.ts'

/** How an incident stood at one time. */
export interface Moment {
  readonly at: number
  readonly by: string
  /** Undefined: not said, or not known. */
  readonly state: IncidentState | undefined
  readonly priority: Priority | undefined
  /** Undefined: not said; empty: nobody. */
  readonly assignee: string | undefined
  readonly team: string | undefined
  /** A word for the state that has no meaning here. */
  readonly oddState: string
}

/** What a table makes of a value. Own entries only: a value may be called "constructor". */
export const meaningIn = <T>(table: Readonly<Record<string, T | null>>, value: string): T | undefined =>
  Object.hasOwn(table, value) ? (table[value] ?? undefined) : undefined

/** The word itself if it means no state here, else nothing. */
export const oddStateIn = (tables: LogTables, word: string): string =>
  meaningIn(tables.state, word) === undefined ? word : ''

/** By order, then time, then line. Undefined when there is only one row, or one without a time: no course is told. */
export function momentsOfRows(
  { events }: FoldedIncident,
  words: Words,
  tables: LogTables,
  hasNames: { readonly assignee: boolean; readonly team: boolean },
): Moment[] | undefined {
  const places = Array.from({ length: events.length / eventSize }, (_, row) => row * eventSize)
  const part = (place: number, name: keyof typeof eventAt) => events[place + eventAt[name]] ?? 0
  if (places.length < 2 || places.some((place) => Number.isNaN(part(place, 'at')))) return undefined
  const compare = (a: number, b: number) =>
    part(a, 'order') - part(b, 'order') || part(a, 'at') - part(b, 'at') || part(a, 'line') - part(b, 'line')
  return places.sort(compare).map((place) => {
    const wordOf = (name: keyof typeof eventAt) => words.at(part(place, name))
    return {
      at: part(place, 'at'),
      by: wordOf('by'),
      state: meaningIn(tables.state, wordOf('state')),
      priority: meaningIn(tables.priority, wordOf('priority')),
      assignee: hasNames.assignee ? wordOf('assignee') : undefined,
      team: hasNames.team ? wordOf('team') : undefined,
      oddState: oddStateIn(tables, wordOf('state')),
    }
  })
}

/**
 * Where only the times of one row tell: it was new, perhaps resolved, and came to be what it is. `oddState`: the row's own
 * word for that, where it has no meaning here.
 */
export function momentsOfFacts(
  incident: Pick<FoldedIncident, 'resolved' | 'closed' | 'updated'>,
  raisedAt: number,
  openedBy: string,
  state: IncidentState,
  oddState: string,
): Moment[] {
  const { resolved, closed, updated } = incident
  const moments: Moment[] = []
  const add = (at: number, next: IncidentState, by = '') =>
    moments.push({
      at,
      by,
      state: next,
      priority: undefined,
      assignee: undefined,
      team: undefined,
      oddState: '',
    })
  add(raisedAt, 'new', openedBy)
  const isEnd = state === 'closed' || state === 'cancelled'
  const resolvedAt = Number.isNaN(resolved) ? updated : resolved
  if (state === 'resolved') add(Number.isNaN(resolvedAt) ? raisedAt : resolvedAt, state)
  if (state === 'closed' && !Number.isNaN(resolved)) add(resolved, 'resolved')
  const lastAt = Math.max(raisedAt, moments.at(-1)?.at ?? raisedAt)
  if (isEnd) add([closed, updated].find((at) => !Number.isNaN(at)) ?? lastAt, state)
  if (!isEnd && state !== 'resolved' && state !== 'new') add(Number.isNaN(updated) ? raisedAt : updated, state)
  return moments.map((moment, i) => (i === moments.length - 1 ? { ...moment, oddState } : moment))
}
