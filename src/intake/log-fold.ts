// Rows of a log -> incidents: the facts of the last row of each, and what each of its rows said of its course. Columns of
// numbers and shared words, because a log has many more rows than a phone has memory for.
import type { LogField, ReadChoices, Refusals, RefusedRow } from './incident-log.ts'
import { copied, type Words } from './log-cells.ts'
import { type LogRow, makeRowReader } from './log-row.ts'

const mostIncidents = 250_000
const mostRows = 2_000_000
const mostRefused = 1000

/** An event's places in `events`: `eventSize` numbers each. `at` is NaN when the row does not say when; words by ids. */
export const eventAt = { order: 0, at: 1, line: 2, state: 3, priority: 4, assignee: 5, team: 6, by: 7 } as const
export const eventSize = 8

/** Instants are those of its last row; NaN: not said. */
export interface FoldedIncident {
  readonly key: string
  readonly number: string
  /** Of each row, in the order of the file. */
  readonly events: number[]
  /** Of its last row, by `Folded.fields`. */
  words: readonly number[]
  text: string
  resolution: string
  opened: number
  resolved: number
  closed: number
  updated: number
  order: number
}

export interface Folded {
  readonly words: Words
  readonly fields: readonly LogField[]
  readonly incidents: readonly FoldedIncident[]
  readonly rows: number
  readonly refused: Refusals
  readonly times: { readonly skipped: number; readonly repeated: number }
}

/** All are counted, the first thousand kept. */
export function makeRefusals(before: Refusals = { count: 0, first: [] }) {
  const first: RefusedRow[] = [...before.first]
  let { count } = before
  return {
    add(line: number, reason: string): void {
      count += 1
      if (first.length < mostRefused) first.push({ line, reason })
    },
    all: (): Refusals => ({ count, first }),
  }
}

/** The row with the highest order is the last; of equal ones the latest, then the one further down. */
export function makeFold(choices: ReadChoices, header: readonly string[]) {
  const reader = makeRowReader(choices, header)
  const refused = makeRefusals()
  const incidents = new Map<string, FoldedIncident>()
  let rows = 0

  const incidentOf = ({ key, number }: LogRow): FoldedIncident | undefined => {
    const known = incidents.get(key)
    if (known || incidents.size >= mostIncidents) return known
    const made = newIncident(copied(key), copied(number))
    incidents.set(made.key, made)
    return made
  }
  /** Why it cannot be kept. */
  const place = (line: number, cells: readonly string[]): string | undefined => {
    if (rows > mostRows) return `Only ${mostRows} rows are read: split the file.`
    const row = reader.read(cells)
    if (typeof row === 'string') return row
    const incident = incidentOf(row)
    if (!incident) return `Only ${mostIncidents} incidents are read: split the file.`
    const order = row.order ?? incident.events.at(eventAt.order - eventSize) ?? 0
    const { wordOf } = reader
    const said = (['state', 'priority', 'assignee', 'team', 'updatedBy'] as const).map((field) => wordOf(cells, field))
    incident.events.push(order, row.updated, line, ...said)
    if (order < incident.order || (order === incident.order && row.updated < incident.updated)) return undefined
    const { opened, resolved, closed, updated } = row
    Object.assign(incident, { order, opened, resolved, closed, updated, words: reader.wordsOf(cells) })
    incident.text = reader.textOf(cells, 'text')
    incident.resolution = reader.textOf(cells, 'resolution')
    return undefined
  }
  const take = (line: number, cells: readonly string[]): void => {
    rows += 1
    const reason = place(line, cells)
    if (reason !== undefined) refused.add(line, reason)
  }
  const done = (): Folded => ({
    words: reader.words,
    fields: reader.fields,
    incidents: [...incidents.values()],
    rows,
    refused: refused.all(),
    times: reader.times,
  })
  return { take, refuse: refused.add, done }
}

function newIncident(key: string, number: string): FoldedIncident {
  const times = { opened: Number.NaN, resolved: Number.NaN, closed: Number.NaN, updated: Number.NaN }
  return { key, number, events: [], words: [], text: '', resolution: '', ...times, order: Number.NEGATIVE_INFINITY }
}
