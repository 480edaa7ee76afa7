// Own changes and others' of one record: what is seen, what is asked, what a clock may decide.
// Dexie's live queries look for the global when they are loaded.
import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import { importRecords } from '../../src/domain/mutations/bring-in.ts'
import { saves } from '../../src/domain/mutations/keep-catalogue.ts'
import { describeOutage } from '../../src/domain/mutations/tell-outage.ts'
import { watch } from '../../src/store/watch.ts'
import { deviceRows } from './compared.ts'
import { answerLost, type Fault, requestLost, startDevice, type TrialDevice } from './device.ts'
import { adminAndIct, reported, startDevices, titled } from './devices.ts'

const tenYears = 10 * 365 * 86_400_000

/** The answer is there, and arrives when it is let go. */
function heldBack(): { fault: Fault; isHeld: Promise<void>; letGo: () => void } {
  let letGo = () => {}
  let held = () => {}
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const isHeld = new Promise<void>((resolve) => {
    held = resolve
  })
  const fault: Fault = async (_request, send) => {
    const answer = await send()
    const bytes = await answer.arrayBuffer()
    held()
    await gate
    return new Response(bytes, { status: answer.status, headers: answer.headers })
  }
  return { fault, isHeld, letGo }
}

/** Every title of the outage that the device shows, in turn. */
function follow(device: TrialDevice, outageId: string): string[] {
  const seen: string[] = []
  watch(
    device.store,
    async (reads) => (await reads.get('outage', outageId))?.title ?? '-',
    (title) => {
      if (seen.at(-1) !== title) seen.push(title)
    },
  )
  return seen
}

test('a person’s own write never flickers, through sending, a lost answer, others’ edits and a long pull', async () => {
  const {
    trial,
    devices: [a, b],
  } = await startDevices(2, adminAndIct)
  const councilId = trial.newId()
  const council = (name: string) => ({ id: councilId, doc: { name, shortName: 'C' } })
  await b.act(saves.council, council('old'))
  await b.syncNow()
  await a.syncNow()
  const seen: string[] = []
  watch(
    a.store,
    async (reads) => (await reads.get('council', councilId))?.name ?? '-',
    (name) => {
      if (seen.at(-1) !== name) seen.push(name)
    },
  )
  await vi.waitFor(() => expect(seen).toEqual(['old']))
  await a.act(saves.council, council('mine'))
  a.faults.push(answerLost)
  await a.syncNow()
  a.faults.push((_request, send) => send(), requestLost)
  await a.syncNow()
  // Sent and accepted; its row has not come back. Others go on, with more rows than fit one step.
  await b.syncNow()
  for (let i = 0; i < 3; i++) {
    const records = Array.from({ length: 200 }, () => ({
      k: 'holiday',
      id: trial.newId(),
      doc: { on: '2026-05-04', name: 'A day', source: '' },
    }))
    await b.act(importRecords, { records })
  }
  await b.act(saves.council, council('theirs'))
  await b.syncNow()
  await a.syncNow()
  await vi.waitFor(() => expect(seen.at(-1)).toBe('theirs'))
  expect(seen).toEqual(['old', 'mine', 'theirs'])
  expect(await a.store.reads.all('conflict')).toEqual([])
})

test('the first record of a scope that the device has never seen does not flicker either', async () => {
  const {
    devices: [a],
  } = await startDevices(1)
  await a.syncNow()
  const outageId = await reported(a)
  await a.act(describeOutage, titled(outageId, 'first'))
  const seen = follow(a, outageId)
  await vi.waitFor(() => expect(seen).toEqual(['first']))
  a.faults.push((_request, send) => send(), requestLost)
  await a.syncNow()
  await a.syncNow()
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(seen).toEqual(['first'])
  expect(await a.store.database.sent.where('isOpen').equals(1).count()).toBe(0)
})

test('a second edit of one’s own over an unseen one of somebody else is no silent overwriting', async () => {
  const {
    trial,
    devices: [a, b],
  } = await startDevices(2)
  const outageId = await reported(a)
  await a.syncNow()
  await b.syncNow()
  trial.clock.now += 600_000
  await b.act(describeOutage, titled(outageId, 'b'))
  await b.syncNow()
  // A writes while B's words are on their way to it, by a clock that is slow, and they arrive under its own.
  const late = heldBack()
  a.faults.push(late.fault, requestLost)
  const round = a.syncNow()
  await late.isHeld
  a.clockAheadMs = -300_000
  await a.act(describeOutage, titled(outageId, 'a1'))
  a.clockAheadMs = 0
  late.letGo()
  await round
  expect((await a.store.reads.get('outage', outageId))?.title).toBe('a1')
  trial.clock.now += 60_000
  await a.act(describeOutage, titled(outageId, 'a2'))
  await a.syncNow()
  await b.syncNow()
  const conflicts = await b.store.reads.all('conflict')
  const values = conflicts.map(({ shown, other }) => `${shown.value.title} over ${other.value.title}`)
  expect(values.sort()).toEqual(['a2 over b', 'b over a1'])
  expect((await b.store.reads.get('outage', outageId))?.title).toBe('a2')
})

test('clocks that are ten years wrong decide nothing but who shows first in a conflict', async () => {
  const {
    trial,
    devices: [a, b, c],
  } = await startDevices(3)
  a.clockAheadMs = tenYears
  b.clockAheadMs = -tenYears
  const outageId = await reported(c)
  await Promise.all([c.syncNow()])
  await a.syncNow()
  await b.syncNow()
  await a.act(describeOutage, titled(outageId, 'earlier'))
  trial.clock.now += 60_000
  await b.act(describeOutage, titled(outageId, 'later'))
  for (const device of [b, a, b, c]) await device.syncNow()
  expect((await c.store.reads.get('outage', outageId))?.title).toBe('later')
  expect(await c.store.reads.all('conflict')).toHaveLength(1)
  for (const device of [a, b]) {
    expect(device.sync.status().waitingCount).toBe(0)
    expect(await device.store.database.parked.count()).toBe(0)
    expect(await deviceRows(device.store)).toEqual(await deviceRows(c.store))
  }
})

test('a conflict asks those who may settle it, and nobody else', async () => {
  const {
    trial,
    devices: [a, b],
  } = await startDevices(2)
  const staff: Grant[] = [{ role: 'staff', on: null }]
  const reader = await startDevice(trial, await trial.person(...staff), staff)
  const outageId = await reported(a)
  await a.syncNow()
  await b.syncNow()
  await a.act(describeOutage, titled(outageId, 'one'))
  await b.act(describeOutage, titled(outageId, 'two'))
  for (const device of [a, b, a, reader]) await device.syncNow()
  for (const device of [a, b]) expect(device.sync.status()).toMatchObject({ state: 'needs_you', needsCount: 1 })
  expect(await reader.store.reads.all('conflict')).toHaveLength(1)
  expect(reader.sync.status()).toMatchObject({ state: 'up_to_date', needsCount: 0 })
})
