// An import that is taken back on one device, while people work with what it brought on another.
import { expect, test } from 'vitest'
import { importIncidents } from '../../src/domain/mutations/import-incidents.ts'
import { addWorkNote } from '../../src/domain/mutations/tell-incident.ts'
import { workOnIncident } from '../../src/domain/mutations/work-incident.ts'
import { parkedOps } from '../../src/store/parked.ts'
import { takeImportBack } from '../../src/views/import/save-log.ts'
import { madeIncident } from '../store/made-incidents.ts'
import type { TrialDevice } from './device.ts'
import { startDevices } from './devices.ts'

const councilId = '00000000-0000-7000-8000-0000000000c1'
const runId = '00000000-0000-7000-8000-0000000000f1'
const asItGoes = { isStopped: () => false, onProgress: () => {} }
const titles = async ({ store }: TrialDevice) =>
  (await store.reads.all('incident')).map(({ title, category }) => `${title} ${category}`.trim()).sort()

async function startImported() {
  const { devices } = await startDevices(2)
  const [importer, analyst] = devices
  const incidents = [0, 1, 2, 3].map((place) => madeIncident(councilId, runId, place))
  const run = { id: runId, doc: { fileName: 'log.csv', rows: 4, incidents: 4 } }
  await importer.act(importIncidents, { run, incidents })
  await importer.syncNow()
  await analyst.syncNow()
  return { importer, analyst, ids: incidents.map(({ id }) => id) as [string, string, string, string] }
}

test('work that the importer’s device has not heard of keeps its incidents, and stays on every device', async () => {
  const { importer, analyst, ids } = await startImported()
  await analyst.act(workOnIncident, { incidentId: ids[0], parts: { categorise: { category: 'Paper' } } })
  await analyst.act(addWorkNote, { incidentId: ids[1], councilId, text: 'Asked the supplier.', minutes: 5 })
  await analyst.syncNow()
  const { outcome } = await takeImportBack(importer.store, runId, asItGoes)
  expect(outcome).toEqual({ done: 4, isStopped: false })
  await importer.syncNow()
  await analyst.syncNow()
  for (const device of [importer, analyst]) {
    expect(await titles(device)).toEqual(['Number 0 Paper', 'Number 1'])
    expect(await device.store.reads.all('work_note')).toHaveLength(1)
    expect(await parkedOps(device.store)).toEqual([])
    expect((await device.store.reads.get('import_run', runId))?.undoneAt).not.toBeNull()
  }
})

test('work that comes after it was taken back is set apart before its author’s eyes', async () => {
  const { importer, analyst, ids } = await startImported()
  await analyst.act(workOnIncident, { incidentId: ids[0], parts: { categorise: { category: 'Paper' } } })
  await takeImportBack(importer.store, runId, asItGoes)
  await importer.syncNow()
  await analyst.syncNow()
  expect(await titles(analyst)).toEqual([])
  expect(await parkedOps(analyst.store)).toMatchObject([{ name: 'incident.work', code: 'withdrawn' }])
})
