// A backup is put back, as an operator does it, while devices have gone on: what was accepted since comes back from them.
import { expect, test } from 'vitest'
import { saves } from '../../src/domain/mutations/keep-catalogue.ts'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import { endOutage } from '../../src/domain/mutations/run-outage.ts'
import { addNote, describeOutage } from '../../src/domain/mutations/tell-outage.ts'
import { verifyFile } from '../../src/server/backup/verify.ts'
import { renumber } from '../../src/store/resend.ts'
import type { Trial } from '../server/trial.ts'
import { clientOf, deviceRows, opsTaken, serverRows } from './compared.ts'
import type { TrialDevice } from './device.ts'
import { ict, report, reported, titled } from './devices.ts'
import { startDrill, sync } from './drill.ts'

async function expectWhole(trial: Trial, devices: readonly TrialDevice[]): Promise<void> {
  for (const device of devices) {
    expect(device.sync.status()).toMatchObject({ state: 'up_to_date', waitingCount: 0, needsCount: 0 })
    const access = { userId: device.userId, grants: ict }
    expect(await deviceRows(device.store)).toEqual(await serverRows(trial.database, access))
  }
  expect(verifyFile(trial.file).faults).toEqual([])
}

/** Names of all that the server has taken from these devices, each as often as it took it. */
async function taken(trial: Trial, devices: readonly TrialDevice[]): Promise<string[]> {
  const clients = new Set<string>()
  for (const device of devices) clients.add(await clientOf(device.store))
  return (await opsTaken(trial.database, clients)).map(({ op, outcome }) => `${op.name} ${outcome.o}`).sort()
}

test('all that was accepted since the backup comes back once, also from a device whose place others had passed', async () => {
  const { trial, devices, backUp, restore } = await startDrill(3)
  const [a, b, c] = devices
  const early = await reported(a)
  await sync(devices, 2)
  backUp()
  trial.clock.now += 60_000
  await a.act(describeOutage, titled(early, 'E-mail'))
  const late = await reported(b)
  await b.act(endOutage, { outageId: late })
  await b.act(addNote, { outageId: late, text: 'a disk', isForReaders: false })
  await c.act(addNote, { outageId: early, text: 'two calls', isForReaders: true })
  await sync(devices, 2)
  const before = await taken(trial, devices)
  const shown = await c.store.reads.all('event')
  await restore()
  trial.clock.now += 60_000
  // More comes in at once than was lost, before the others connect: their cursors are no longer past the head.
  for (let i = 0; i < 12; i++) await c.act(reportOutage, report)
  await c.syncNow()
  await sync(devices, 3)
  expect(await b.store.reads.get('outage', early)).toMatchObject({ title: 'E-mail' })
  expect((await a.store.reads.get('outage', late))?.endAt).not.toBeNull()
  expect((await a.store.reads.all('event')).map(({ id }) => id)).toEqual(
    expect.arrayContaining(shown.map(({ id }) => id)),
  )
  expect(await taken(trial, devices)).toEqual([...before, ...Array(12).fill('outage.report ok')].sort())
  expect(await a.store.reads.all('conflict')).toEqual([])
  await expectWhole(trial, devices)
})

test('a device shows what it still has to send, and no longer what nobody can bring back', async () => {
  const { trial, devices, backUp, restore } = await startDrill(2)
  const [a, b] = devices
  await reported(a)
  await sync(devices, 2)
  backUp()
  const gone = await reported(b)
  await sync(devices, 2)
  expect(await a.store.reads.get('outage', gone)).toBeDefined()
  a.isOnline = false
  const waiting = await reported(a)
  await restore()
  b.stop()
  a.isOnline = true
  a.faults.push(async (_request, send) => {
    expect(await a.store.reads.get('outage', waiting)).toBeDefined()
    return send()
  })
  await sync([a], 2)
  expect(await a.store.reads.get('outage', gone)).toBeUndefined()
  expect(await a.store.reads.get('outage', waiting)).toBeDefined()
  await expectWhole(trial, [a])
})

test('what one person changed of another’s record waits in sight until that record is back, then goes by itself', async () => {
  const { trial, devices, backUp, restore } = await startDrill(3)
  const [a, b, c] = devices
  await reported(c)
  await sync(devices, 2)
  backUp()
  const late = await reported(a)
  await sync(devices, 2)
  trial.clock.now += 60_000
  await b.act(describeOutage, titled(late, 'Telephones'))
  await sync(devices, 2)
  trial.clock.now += 60_000
  await b.act(endOutage, { outageId: late })
  await sync(devices, 2)
  await restore()
  for (let i = 0; i < 9; i++) await c.act(reportOutage, report)
  await sync([c, b, c, b], 1)
  expect(b.sync.status()).toMatchObject({ waitingCount: 0, needsCount: 2 })
  expect((await b.store.database.parked.toArray()).map(({ code }) => code)).toEqual(['not_back', 'not_back'])
  await sync([a, b, a, c], 1)
  expect(await c.store.reads.get('outage', late)).toMatchObject({ title: 'Telephones' })
  expect((await a.store.reads.get('outage', late))?.endAt).not.toBeNull()
  expect(await a.store.reads.all('conflict')).toEqual([])
  await expectWhole(trial, devices)
})

test('a version that was lost is never given again: what follows it is no change of what another wrote since', async () => {
  const { trial, devices, backUp, restore } = await startDrill(3)
  const [a, b, c] = devices
  const outage = await reported(a)
  await sync(devices, 2)
  backUp()
  trial.clock.now += 60_000
  await c.act(describeOutage, titled(outage, 'Lost'))
  await c.syncNow()
  await b.syncNow()
  // Without a network since: it follows a version that the server is about to lose, and that C does not bring back.
  b.isOnline = false
  await restore()
  c.stop()
  trial.clock.now += 60_000
  await a.act(describeOutage, titled(outage, 'By A'))
  await a.syncNow()
  trial.clock.now += 60_000
  await b.act(describeOutage, titled(outage, 'By B'))
  b.isOnline = true
  await sync([b, a], 3)
  expect((await a.store.reads.get('outage', outage))?.title).toBe('By B')
  const [conflict] = await a.store.reads.all('conflict')
  expect(conflict).toMatchObject({ shown: { value: { title: 'By B' } }, other: { value: { title: 'By A' } } })
})

test('what was erased since the backup stays erased: in the backup, and where its author sends it again', async () => {
  const { trial, devices, backUp, restore } = await startDrill(2)
  const [a, b] = devices
  const admin = await trial.person('admin')
  const view = async (name: string) => {
    const id = trial.newId()
    await a.act(saves.saved_view, { id, doc: { ownerId: null, name, query: 'printer' } })
    return id
  }
  const old = await view('CANARY old')
  await sync(devices, 2)
  backUp()
  trial.clock.now += 60_000
  const late = await view('CANARY late')
  await sync(devices, 2)
  for (const id of [old, late])
    expect((await trial.post('/admin/privacy/erase', { id }, admin.cookie)).status).toBe(200)
  await restore()
  await sync(devices, 3)
  expect((await b.store.reads.all('saved_view')).length).toBe(0)
  for (const id of [old, late]) {
    const row = await trial.database.read((statements) => statements.row('saved_view', id))
    expect(row).toMatchObject({ del: true, doc: '{}' })
  }
  expect((await a.store.database.parked.toArray()).map(({ code }) => code)).toEqual(['erased'])
  const texts = await trial.database.read((statements) => statements.opsFrom(0, 1000))
  expect(texts.filter(({ body }) => body.includes('CANARY'))).toEqual([])
  expect(verifyFile(trial.file).faults).toEqual([])
})

test('what went under a former number of the installation comes back too, once, and in its order', async () => {
  const { trial, devices, backUp, restore } = await startDrill(2)
  const [a, b] = devices
  const early = await reported(a)
  await sync(devices, 2)
  backUp()
  trial.clock.now += 60_000
  const late = await reported(a)
  await a.act(describeOutage, titled(early, 'Before'))
  await a.syncNow()
  const former = await clientOf(a.store)
  await renumber(a.store, former)
  trial.clock.now += 60_000
  await a.act(describeOutage, titled(early, 'After'))
  await a.act(endOutage, { outageId: late })
  await sync(devices, 2)
  expect(await clientOf(a.store)).not.toBe(former)
  a.isOnline = false
  await a.act(addNote, { outageId: late, text: 'recorded offline', isForReaders: false })
  await restore()
  a.isOnline = true
  await sync(devices, 3)
  expect(await b.store.reads.get('outage', early)).toMatchObject({ title: 'After' })
  expect((await b.store.reads.get('outage', late))?.endAt).not.toBeNull()
  expect(await b.store.reads.all('conflict')).toEqual([])
  const texts = (await b.store.reads.all('event')).map(({ text }) => text)
  expect(texts.filter((text) => text === 'recorded offline')).toHaveLength(1)
  await expectWhole(trial, devices)
})
