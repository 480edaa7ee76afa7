// Files after a backup was put back: bytes that the server has lost come back from whoever added them.
import { expect, test } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import { raiseIncident } from '../../src/domain/mutations/raise-incident.ts'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import { retryParked } from '../../src/store/parked.ts'
import { sendKeptAgain } from '../../src/store/resend.ts'
import { raiseArgs } from '../server/desk.ts'
import { startTrial } from '../server/trial.ts'
import { startDevice, type TrialDevice } from './device.ts'
import { ict, report } from './devices.ts'
import { makeDrill } from './drill.ts'
import { addTo, outageOf } from './filing.ts'

async function startDrill(count: number, grants: readonly Grant[] = ict) {
  const drill = makeDrill(startTrial())
  const devices: TrialDevice[] = []
  for (let i = 0; i < count; i++)
    devices.push(await startDevice(drill.trial, await drill.trial.person(...grants), grants))
  return { ...drill, devices: devices as [TrialDevice, TrialDevice, TrialDevice] }
}
type Drill = Awaited<ReturnType<typeof startDrill>>

const sync = async (devices: readonly TrialDevice[]) => {
  for (const device of devices) await device.syncNow()
}
const partsAt = ({ trial }: Drill, id: string) => trial.database.read((statements) => statements.partsHere(id))

/** B's outage with A's photo, both of after the backup; the server is put back, and A connects before B. */
async function photoOfAnother() {
  const drill = await startDrill(3)
  const [a, b, c] = drill.devices
  await sync(drill.devices)
  drill.backUp()
  drill.trial.clock.now += 60_000
  const of = await outageOf(b)
  await sync([b, a])
  const { id } = await addTo(a, of)
  await sync([a, b])
  expect(await partsAt(drill, id)).toEqual([0, 1, 2])
  await drill.restore()
  await drill.signInAnew(drill.devices)
  drill.trial.clock.now += 60_000
  await c.act(reportOutage, report)
  await sync([c, a, a, a])
  expect((await a.store.database.parked.toArray()).map(({ code }) => code)).toEqual(['not_back'])
  expect(await a.store.database.parts.count()).toBe(3)
  return { drill, id, a, b }
}

test('a photo of another’s record is sent once more, bytes and all, when that record comes back later', async () => {
  const { drill, id, a, b } = await photoOfAnother()
  await sync([b, a, a])
  expect(await partsAt(drill, id)).toEqual([0, 1, 2])
  expect(a.sync.status()).toMatchObject({ state: 'up_to_date', needsCount: 0, filesWaiting: 0 })
})

test('so it is when its author sends it again by hand; let go of, its bytes go', async () => {
  const { drill, id, a, b } = await photoOfAnother()
  await b.syncNow()
  for (const parked of await a.store.database.parked.toArray()) await retryParked(a.store, parked.id)
  await sync([a, a])
  expect(await partsAt(drill, id)).toEqual([0, 1, 2])
  const other = await photoOfAnother()
  await other.a.store.database.parked.clear()
  await sync([other.a, other.a])
  expect(await other.a.store.database.parts.count()).toBe(0)
})

test('a photo of somebody who may raise and not read comes back within the thirty days of their accepted changes', async () => {
  const staff: Grant[] = [{ role: 'staff', on: null }]
  const drill = await startDrill(1, staff)
  const { trial, devices, backUp, restore, signInAnew } = drill
  const [a] = devices
  const councilId = trial.newId()
  await a.syncNow()
  backUp()
  trial.clock.now += 60_000
  const raised = raiseArgs({ trial, councilId } as Parameters<typeof raiseArgs>[0])
  const of = { kind: 'incident', id: (await a.act(raiseIncident, raised))[0]?.id ?? '', councilId } as const
  const { id } = await addTo(a, of)
  await sync([a, a])
  expect(await partsAt(drill, id)).toEqual([0, 1, 2])
  await restore()
  await signInAnew(devices)
  trial.clock.now += 60_000
  await sync([a, a, a])
  expect(await partsAt(drill, id)).toEqual([0, 1, 2])
})

test('where the server says of itself that it stands further back, without having been put back, parts are asked for too', async () => {
  const { trial, devices } = await startDrill(1)
  const [a] = devices
  const { id } = await addTo(a, await outageOf(a))
  await sync([a, a])
  await trial.database.write(async (statements) => {
    const row = await statements.row('attachment', id)
    if (!row) return
    await statements.saveRow({ ...row, del: true })
    await statements.saveRow(row)
  })
  await sendKeptAgain(a.store)
  await sync([a])
  expect(await trial.database.read((statements) => statements.partsHere(id))).toEqual([0, 1, 2])
})
