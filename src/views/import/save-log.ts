// Writing an import, and taking it back: one op after the other, with room for taps between.
import { importIncidentChanges, importIncidents, undoImport } from '../../domain/mutations/import-incidents.ts'
import { opLimits } from '../../domain/wire.ts'
import type { IncidentBatch } from '../../intake/incident-log.ts'
import { importedIds } from '../../store/imported.ts'
import { type MutationResult, mutate } from '../../store/mutate.ts'
import type { Store } from '../../store/store.ts'
import type { Left, Outcome } from './log-steps.ts'

export interface Saving {
  readonly isStopped: () => boolean
  readonly onProgress: (done: number, total: number) => void
}

const noRoom = 'This device could not store more. Free some space, then go on: what is here stays.'
const roomForTaps = () => new Promise((resolve) => setTimeout(resolve))

/** Saves batch after batch; what was saved before a stop or a problem stays. */
export async function saveLog(
  store: Store,
  next: () => Promise<IncidentBatch | undefined>,
  { isStopped, onProgress }: Saving,
): Promise<Outcome> {
  let done = 0
  try {
    for (;;) {
      if (isStopped()) return { done, isStopped: true }
      const batch = await next()
      if (!batch) return { done, isStopped: false }
      const result = await saveBatch(store, batch)
      if (!result.ok) return { done, isStopped: false, problem: result.refusal.message }
      done = batch.done
      onProgress(done, batch.total)
      await roomForTaps()
    }
  } catch {
    return { done, isStopped: false, problem: noRoom }
  }
}

const saveBatch = (store: Store, batch: IncidentBatch): Promise<MutationResult> =>
  batch.name === 'import.incidents'
    ? mutate(store, importIncidents, batch.args)
    : mutate(store, importIncidentChanges, batch.args)

/** One row of the op is the import itself. */
const mostAtOnce = opLimits.rows - 1

/** Takes back what nobody has worked on since; the rest stays and is listed. Only a whole one marks the import as undone. */
export async function takeImportBack(
  store: Store,
  runId: string,
  { isStopped, onProgress }: Saving,
): Promise<{ readonly outcome: Outcome; readonly left: readonly Left[] }> {
  let done = 0
  const ended = async (more: Omit<Outcome, 'done'>, workedOn: readonly string[]) => ({
    outcome: { done, ...more },
    left: await named(store, workedOn),
  })
  try {
    const { untouched, workedOn } = await importedIds(store, runId)
    if (untouched.length === 0 && workedOn.length > 0) return ended({ isStopped: false }, workedOn)
    let from = 0
    do {
      if (isStopped()) return ended({ isStopped: true }, workedOn)
      const incidentIds = untouched.slice(from, from + mostAtOnce)
      from += mostAtOnce
      const result = await mutate(store, undoImport, { runId, incidentIds, isLast: from >= untouched.length })
      if (!result.ok) return ended({ isStopped: false, problem: result.refusal.message }, workedOn)
      done += result.writes.filter(({ k }) => k === 'incident').length
      onProgress(Math.min(from, untouched.length), untouched.length)
      await roomForTaps()
    } while (from < untouched.length)
    return ended({ isStopped: false }, workedOn)
  } catch {
    return { outcome: { done, isStopped: false, problem: noRoom }, left: [] }
  }
}

async function named(store: Store, ids: readonly string[]): Promise<Left[]> {
  const found = await Promise.all(ids.map((id) => store.reads.get('incident', id)))
  return found.flatMap((incident) =>
    incident ? { id: incident.id, number: incident.number, title: incident.title } : [],
  )
}
