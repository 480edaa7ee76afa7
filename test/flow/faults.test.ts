// Whatever the network does, what a person recorded arrives once, and what others recorded arrives whole.
import { expect, test, vi } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import { endOutage } from '../../src/domain/mutations/run-outage.ts'
import { addNote, describeOutage } from '../../src/domain/mutations/tell-outage.ts'
import { startTrial } from '../server/trial.ts'
import { clientOf, deviceRows, opsTaken, serverRows } from './compared.ts'
import {
  answerLost,
  cutAt,
  cutShort,
  type Fault,
  failsWith,
  portalPage,
  requestLost,
  sentTwice,
  startDevice,
  type TrialDevice,
} from './device.ts'

const ict: Grant[] = [{ role: 'ict', on: null }]
const report = { systemIds: ['00000000-0000-7000-8000-000000000001'], level: 'down' as const }

async function twoDevices() {
  const trial = startTrial()
  const [first, second] = [await trial.person(...ict), await trial.person(...ict)]
  return { trial, a: await startDevice(trial, first, ict), b: await startDevice(trial, second, ict) }
}

/** Three ops, one on another. */
async function recordOutage(device: TrialDevice): Promise<string> {
  const [outage] = await device.act(reportOutage, report)
  const outageId = outage?.id ?? ''
  await device.act(describeOutage, { outageId, title: 'Pöst – ✉ \u0000 שלום', cause: '', workaround: '' })
  await device.act(endOutage, { outageId })
  return outageId
}

const through: Fault = (_request, send) => send()
const faults: readonly (readonly [string, Fault])[] = [
  ['the answer is lost', answerLost],
  ['the request is lost', requestLost],
  ['the request arrives twice', sentTwice],
  ['a portal answers with its page', portalPage],
  ['the answer is cut in half', cutShort(0.5)],
  ['the answer is empty', cutShort(0)],
  ...[401, 403, 404, 413, 429, 500, 502, 503].map((status) => [`a proxy says ${status}`, failsWith(status)] as const),
]

test.each(faults)('when %s while sending, every change arrives once and in order', async (_, fault) => {
  const { trial, a, b } = await twoDevices()
  await recordOutage(a)
  a.faults.push(fault)
  await a.syncNow()
  expect(a.sync.status().state).not.toBe('session_ended')
  await a.syncNow()
  expect(a.sync.status()).toMatchObject({ state: 'up_to_date', waitingCount: 0, needsCount: 0 })
  const taken = await opsTaken(trial.database, [await clientOf(a.store)])
  expect(taken.map(({ op, outcome }) => `${op.mid} ${op.name} ${outcome.o}`)).toEqual([
    '1 outage.report ok',
    '2 outage.describe ok',
    '3 outage.end ok',
  ])
  await b.syncNow()
  expect(await deviceRows(b.store)).toEqual(await deviceRows(a.store))
})

test.each(faults)('when %s while receiving, what is missing comes with the next round', async (_, fault) => {
  const { trial, a, b } = await twoDevices()
  await recordOutage(a)
  await a.syncNow()
  b.faults.push(fault)
  await b.syncNow()
  await b.syncNow()
  expect(b.sync.status()).toMatchObject({ state: 'up_to_date', waitingCount: 0, needsCount: 0 })
  const access = { userId: b.userId, grants: ict }
  expect(await deviceRows(b.store)).toEqual(await serverRows(trial.database, access))
})

test('an answer that breaks off at any byte leaves whole changes only, and nothing is missed after it', async () => {
  const { trial, a, b } = await twoDevices()
  for (let i = 0; i < 3; i++) await recordOutage(a)
  await a.syncNow()
  const whole = await serverRows(trial.database, { userId: b.userId, grants: ict })
  let size = Number.POSITIVE_INFINITY
  const measured: Fault = async (_request, send) => {
    const bytes = await (await send()).arrayBuffer()
    size = bytes.byteLength
    return new Response(bytes)
  }
  b.faults.push(measured)
  await b.syncNow()
  expect(await deviceRows(b.store)).toEqual(whole)
  const person = await trial.person(...ict)
  for (let at = 0; at < size; at += 1 + Math.floor(size / 70)) {
    const c = await startDevice(trial, person, ict)
    c.faults.push(cutAt(at))
    await c.syncNow()
    const part = await deviceRows(c.store)
    // Rows of one version were written by one op: all of them are there or none.
    for (const row of Object.values(part)) {
      const siblings = (rows: object) => Object.values(rows).filter((each) => each.ver === row.ver && each.s === row.s)
      expect(siblings(part)).toHaveLength(siblings(whole).length)
    }
    await c.syncNow()
    expect(await deviceRows(c.store)).toEqual(whole)
    c.stop()
  }
})

test('a first sync that is interrupted again and again equals one that is not', async () => {
  const { trial, a, b } = await twoDevices()
  for (let i = 0; i < 12; i++) await recordOutage(a)
  await a.syncNow()
  for (let round = 0; round < 40 && b.sync.status().lastSyncedAt === null; round++) {
    b.faults.push(cutShort(0.3 + (round % 7) / 10))
    await b.syncNow()
    if (round % 9 === 4) await b.syncNow()
  }
  await b.syncNow()
  expect(await deviceRows(b.store)).toEqual(await serverRows(trial.database, { userId: b.userId, grants: ict }))
})

test('a session that has ended pauses: nothing is wiped, dropped or parked, and recording goes on', async () => {
  const { trial, a } = await twoDevices()
  await recordOutage(a)
  await a.syncNow()
  const before = await deviceRows(a.store)
  await trial.post('/auth/sign-out', {}, a.cookie)
  const [outage] = await a.act(reportOutage, report)
  await a.syncNow()
  await a.syncNow()
  expect(a.sync.status()).toMatchObject({ state: 'session_ended', waitingCount: 1, needsCount: 0 })
  expect(await deviceRows(a.store)).toMatchObject(before)
  expect(await a.store.reads.get('outage', outage?.id ?? '')).toBeDefined()
  // A network that goes away does not make the session good again.
  a.isOnline = false
  await a.syncNow()
  expect(a.sync.status().state).toBe('session_ended')
})

test('a change that the server refuses is parked with the reason, and its neighbours go on', async () => {
  const { a, b } = await twoDevices()
  const outageId = await recordOutage(a)
  await a.syncNow()
  await a.act(addNote, { outageId, text: 'before', isForReaders: true })
  const bad = await a.act(addNote, { outageId, text: 'bad', isForReaders: true })
  await a.act(addNote, { outageId, text: 'after', isForReaders: true })
  const [, op] = await a.store.database.outbox.orderBy('mid').toArray()
  const text = op?.text.replace('"name":"outage.note"', '"name":"outage.unheard_of"')
  await a.store.database.outbox.put({ ...op, text } as never)
  await a.syncNow()
  expect(a.sync.status()).toMatchObject({ state: 'needs_you', waitingCount: 0, needsCount: 1 })
  expect(await a.store.database.parked.toArray()).toMatchObject([{ code: 'unknown_mutation', name: 'outage.note' }])
  expect(await a.store.reads.get('event', bad[0]?.id ?? '')).toBeUndefined()
  await b.syncNow()
  const notes = (await b.store.reads.where('event', 'outageId', outageId)).map((event) => event.text)
  expect(notes.filter((note) => ['before', 'bad', 'after'].includes(note)).sort()).toEqual(['after', 'before'])
})

test('damage to a waiting op holds up nothing: what cannot be read is parked as it is', async () => {
  const { a } = await twoDevices()
  await recordOutage(a)
  const [first] = await a.store.database.outbox.orderBy('mid').toArray()
  await a.store.database.outbox.put({ ...first, text: '{"torn' } as never)
  await recordOutage(a)
  await a.syncNow()
  expect(a.sync.status().waitingCount).toBe(0)
  expect((await a.store.database.parked.toArray()).map(({ text }) => text)).toContain('{"torn')
  expect((await a.store.reads.all('outage')).length).toBe(1)
})

test('a tab that is killed while sending sends the same again after its restart, and it counts once', async () => {
  const { trial, a } = await twoDevices()
  await recordOutage(a)
  let isSent = () => {}
  const sent = new Promise<void>((resolve) => {
    isSent = resolve
  })
  a.faults.push(async (_request, send) => {
    await send()
    isSent()
    return new Promise(() => {})
  })
  void a.syncNow()
  await sent
  const again = await a.restart()
  expect(await again.store.database.outbox.count()).toBe(3)
  await again.syncNow()
  const taken = await opsTaken(trial.database, [await clientOf(again.store)])
  expect(taken.map(({ op }) => op.mid)).toEqual([1, 2, 3])
  expect(await deviceRows(again.store)).toEqual(await serverRows(trial.database, { userId: again.userId, grants: ict }))
})

test('a server that goes away is waited for, and a device says so', async () => {
  const { a } = await twoDevices()
  await recordOutage(a)
  a.faults.push(through, failsWith(503))
  await a.syncNow()
  await vi.waitFor(() => expect(a.sync.status()).toMatchObject({ lastError: 'offline', lastSyncedAt: null }))
})
