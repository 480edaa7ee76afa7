// A plan -> the arguments of mutations, in parts that each fit one op, made only when they are asked for.
import type { Incident } from '../domain/incident.ts'
import { opLimits } from '../domain/wire.ts'
import type { IncidentBatch } from './incident-log.ts'
import { jsonBytes } from './log-doc.ts'
import type { PlannedIncident } from './plan-log.ts'

export interface BatchRules {
  readonly makeDoc: (planned: PlannedIncident) => Incident
  readonly run: {
    readonly id: string
    readonly doc: { readonly fileName: string; readonly rows: number; readonly incidents: number }
  }
  /** The run is here and was undone: it counts again. */
  readonly isUndone: boolean
}

/** What an op says of a record beside its document: ids, groups and their versions. */
const bytesAround = 560
const mostBytes = opLimits.bytes - 1500
const mostItems = opLimits.rows - 2

type Item = { readonly id: string; readonly doc: Incident }

/** New ones first: with the first of them comes the record of the import itself. */
export function* batchesOf(
  planned: readonly PlannedIncident[],
  rules: BatchRules,
): Generator<IncidentBatch, undefined> {
  const total = planned.length
  if (total === 0) return undefined
  let done = 0
  let run: BatchRules['run'] | null = rules.run
  for (const incidents of parts(
    planned.filter(({ isChange }) => !isChange),
    rules,
  )) {
    done += incidents.length
    yield { name: 'import.incidents', args: { run, incidents }, done, total }
    run = null
  }
  if (run) yield { name: 'import.incidents', args: { run, incidents: [] }, done, total }
  let runId = rules.isUndone ? rules.run.id : null
  for (const incidents of parts(
    planned.filter(({ isChange }) => isChange),
    rules,
  )) {
    done += incidents.length
    yield { name: 'import.incident_changes', args: { runId, incidents }, done, total }
    runId = null
  }
  if (runId !== null) yield { name: 'import.incident_changes', args: { runId, incidents: [] }, done, total }
  return undefined
}

function* parts(planned: readonly PlannedIncident[], { makeDoc }: BatchRules): Generator<Item[]> {
  let items: Item[] = []
  let bytes = 0
  for (const each of planned) {
    const doc = makeDoc(each)
    const size = jsonBytes(doc) + bytesAround
    if (items.length > 0 && (bytes + size > mostBytes || items.length >= mostItems)) {
      yield items
      items = []
      bytes = 0
    }
    items.push({ id: each.id, doc })
    bytes += size
  }
  if (items.length > 0) yield items
}
