// A change of many incidents, while some of them are taken away elsewhere.
import { expect, test } from 'vitest'
import { raiseIncident, withdrawIncident } from '../../src/domain/mutations/raise-incident.ts'
import { undoIncidentChanges, workOnIncidents } from '../../src/domain/mutations/work-incident.ts'
import { parkedOps } from '../../src/store/parked.ts'
import type { TrialDevice } from './device.ts'
import { startDevices } from './devices.ts'

const councilId = '00000000-0000-7000-8000-0000000000c1'
const typed = {
  ...{ councilId, matrixPriority: 3 as const },
  ...{ impact: 'person' as const, urgency: 'medium' as const },
}
const parts = { categorise: { category: 'Paper' } }
const shown = async ({ store }: TrialDevice) =>
  (await store.reads.all('incident')).map(({ title, category }) => `${title}: ${category}`).sort()

async function startRaised() {
  const { devices } = await startDevices(2)
  const [raiser, analyst] = devices
  const ids: string[] = []
  for (const title of ['One', 'Two', 'Three'])
    ids.push((await raiser.act(raiseIncident, { ...typed, title }))[0]?.id ?? '')
  await raiser.syncNow()
  await analyst.syncNow()
  return { raiser, analyst, ids: ids as [string, string, string] }
}

test('those that are still there are changed on every device, and so is their taking back', async () => {
  const { raiser, analyst, ids } = await startRaised()
  const writes = await analyst.act(workOnIncidents, { incidentIds: ids, parts })
  await raiser.act(withdrawIncident, { incidentId: ids[1] })
  await raiser.syncNow()
  await analyst.syncNow()
  await raiser.syncNow()
  for (const device of [raiser, analyst]) {
    expect(await shown(device)).toEqual(['One: Paper', 'Three: Paper'])
    expect(await parkedOps(device.store)).toEqual([])
    expect((await device.store.reads.all('incident_event')).filter(({ type }) => type === 'described')).toHaveLength(3)
  }
  const eventIds = writes.flatMap(({ k, id }) => (k === 'incident_event' ? id : []))
  await analyst.act(undoIncidentChanges, { eventIds })
  await raiser.act(withdrawIncident, { incidentId: ids[0] })
  await raiser.syncNow()
  await analyst.syncNow()
  expect(await shown(analyst)).toEqual(['Three: '])
  expect(await parkedOps(analyst.store)).toEqual([])
})

test('where none is left, what was meant stays before its author’s eyes', async () => {
  const { raiser, analyst, ids } = await startRaised()
  await analyst.act(workOnIncidents, { incidentIds: ids, parts })
  for (const incidentId of ids) await raiser.act(withdrawIncident, { incidentId })
  await raiser.syncNow()
  await analyst.syncNow()
  expect(await shown(analyst)).toEqual([])
  expect(await parkedOps(analyst.store)).toMatchObject([{ name: 'incident.work_many', code: 'withdrawn' }])
})
