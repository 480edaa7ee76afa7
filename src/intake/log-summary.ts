// What was read of a log, for a person to confirm: how much, which values, and what they most likely mean.
import { counted } from '../domain/format.ts'
import type { CountedValue, LogMapping, LogSummary, LogTables, TableField } from './incident-log.ts'
import { eventAt, eventSize, type Folded } from './log-fold.ts'
import { impactOfWord, priorityOfWord, stateOfWord, typeOfWord, urgencyOfWord } from './value-words.ts'

/** What has a name on this device. */
export interface KnownNames {
  readonly councils: readonly { readonly id: string; readonly name: string; readonly shortName: string }[]
  readonly systems: readonly { readonly id: string; readonly name: string }[]
}

const tableFields: readonly TableField[] = ['state', 'type', 'impact', 'urgency', 'priority', 'council', 'system']
const mostValues = 1000

export function summaryOf(folded: Folded, mapping: LogMapping, known: KnownNames): LogSummary {
  const values = Object.fromEntries(
    tableFields.map((field) => [field, mapping[field] === undefined ? [] : valuesOf(folded, field)]),
  ) as Record<TableField, CountedValue[]>
  const raised = folded.incidents.map(({ opened, events }) =>
    Number.isNaN(opened) ? (events[eventAt.at] ?? opened) : opened,
  )
  return {
    rows: folded.rows,
    incidents: folded.incidents.length,
    isEventLog: folded.incidents.some(({ events }) => events.length > eventSize),
    raised: raised.length === 0 ? null : { first: least(raised), last: -least(raised.map((at) => -at)) },
    values,
    tables: proposedTables(values, known),
    notes: notesOf(folded),
    refused: folded.refused,
  }
}

const least = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b))

function valuesOf({ incidents, fields, words }: Folded, field: TableField): CountedValue[] {
  const counts = new Map<number, number>()
  const place = fields.indexOf(field)
  for (const incident of incidents) {
    const id = incident.words[place] ?? 0
    counts.set(id, (counts.get(id) ?? 0) + 1)
    if (field !== 'state' && field !== 'priority') continue
    for (let at: number = eventAt[field]; at < incident.events.length; at += eventSize) {
      const earlier = incident.events[at] ?? 0
      if (!counts.has(earlier)) counts.set(earlier, 0)
    }
  }
  counts.delete(0)
  return [...counts]
    .map(([id, count]) => ({ value: words.at(id), count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, mostValues)
}

function proposedTables(values: LogSummary['values'], { councils, systems }: KnownNames): LogTables {
  const table = <T>(field: TableField, meaning: (value: string) => T | null): Record<string, T | null> =>
    Object.fromEntries(values[field].map(({ value }) => [value, meaning(value)]))
  const councilIds = new Map(
    councils.flatMap(({ id, name, shortName }) => [[folded(shortName), id] as const, [folded(name), id] as const]),
  )
  const systemIds = new Map(systems.map(({ id, name }) => [folded(name), id]))
  const urgencies = values.urgency.map(({ value }) => value)
  return {
    state: table('state', stateOfWord),
    type: table('type', typeOfWord),
    impact: table('impact', impactOfWord),
    urgency: table('urgency', (value) => urgencyOfWord(value, urgencies)),
    priority: table('priority', priorityOfWord),
    council: table('council', (value) => councilIds.get(folded(value)) ?? null),
    councilForOthers: councils.length === 1 ? (councils[0]?.id ?? null) : null,
    system: table('system', (value) => systemIds.get(folded(value)) ?? null),
  }
}

const folded = (name: string) => name.replace(/\s+/g, ' ').trim().toLowerCase()

function notesOf({ times }: Folded): string[] {
  const notes: string[] = []
  if (times.skipped > 0)
    notes.push(`${counted(times.skipped, 'time')} in the hour that clocks skip in spring: read as the moment after it.`)
  if (times.repeated > 0)
    notes.push(
      `${counted(times.repeated, 'time')} in the hour that clocks show twice in autumn: the first is meant, unless the order of things says the second.`,
    )
  return notes
}
