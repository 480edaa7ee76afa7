import { expect, test } from 'vitest'
import type { IncidentBatch } from '../../../src/intake/incident-log.ts'
import { saveLog, takeImportBack } from '../../../src/views/import/save-log.ts'
import { importMade, madeIncident } from '../../store/made-incidents.ts'
import { newId, openTrialStore } from '../../store/trial-store.ts'

const [councilId, runId] = [newId(), newId()]
const onProgress = () => {}

/** As the import's thread hands them out, ten incidents in each. */
function batches(count: number) {
  let given = 0
  return async (): Promise<IncidentBatch | undefined> => {
    if (given === count) return undefined
    const run =
      given === 0 ? { id: runId, doc: { fileName: 'log.csv', rows: 10 * count, incidents: 10 * count } } : null
    const incidents = Array.from({ length: 10 }, (_, i) => madeIncident(councilId, runId, given * 10 + i))
    given += 1
    return { name: 'import.incidents', args: { run, incidents }, done: given * 10, total: count * 10 }
  }
}

test('a stopped import ends after the part under way; what was saved by then stays and is counted', async () => {
  const store = await openTrialStore()
  let parts = 0
  const saving = { isStopped: () => parts === 3, onProgress: () => void parts++ }
  expect(await saveLog(store, batches(5), saving)).toEqual({ done: 30, isStopped: true })
  expect(await store.reads.all('incident')).toHaveLength(30)
})

test('a device without room says so, and keeps what fitted', async () => {
  const store = await openTrialStore()
  const next = batches(5)
  let given = 0
  const failing = async () => {
    given += 1
    if (given === 3) throw new DOMException('no room', 'QuotaExceededError')
    return next()
  }
  const outcome = await saveLog(store, failing, { isStopped: () => false, onProgress })
  expect(outcome).toMatchObject({ done: 20, isStopped: false })
  expect(outcome.problem).toContain('could not store more')
  expect(await store.reads.all('incident')).toHaveLength(20)
})

test('an undo that was stopped leaves the import as one that can be undone; undone again, it is whole', async () => {
  const store = await openTrialStore()
  const incidents = Array.from({ length: 450 }, (_, place) => madeIncident(councilId, runId, place))
  await importMade(store, incidents, runId)
  let parts = 0
  const stopping = { isStopped: () => parts === 1, onProgress: () => void parts++ }
  expect((await takeImportBack(store, runId, stopping)).outcome).toEqual({ done: 199, isStopped: true })
  expect((await store.reads.get('import_run', runId))?.undoneAt).toBeNull()
  const rest = await takeImportBack(store, runId, { isStopped: () => false, onProgress })
  expect(rest).toEqual({ outcome: { done: 251, isStopped: false }, left: [] })
  expect(await store.reads.all('incident')).toEqual([])
  expect((await store.reads.get('import_run', runId))?.undoneAt).not.toBeNull()
})
