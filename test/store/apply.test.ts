import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import { endOutage } from '../../src/domain/mutations/run-outage.ts'
import { describeOutage } from '../../src/domain/mutations/tell-outage.ts'
import type { Row } from '../../src/domain/record.ts'
import { clientOf, outgoing, takeAnswers } from '../../src/store/answers.ts'
import { adoptUnknown, applyStep, openScopes, readCursors, settleAll } from '../../src/store/apply.ts'
import type { Store } from '../../src/store/store.ts'
import { act, clock, dump, newId, openTrialStore, outageRow, report, shared } from './trial-store.ts'

const step = (rows: readonly Row[], from: number, to: number, isAnew = false) => ({
  scope: shared,
  rows,
  from,
  to,
  isAnew,
})

async function openDesk(): Promise<Store> {
  const store = await openTrialStore()
  await openScopes(store, [shared])
  return store
}

/** The server accepts everything that waits, as version `ver`. */
async function accept(store: Store, ver: number): Promise<void> {
  const { client, ops } = await outgoing(store, 50)
  await takeAnswers(
    store,
    client,
    ops.map(({ mid }) => ({ mid, o: 'ok' as const, vers: { [shared]: ver } })),
  )
}

const named = (title: string, outageId: string) => ({ outageId, title, cause: '', workaround: '' })

test('Applying what came from the server never adds to the outbox and never runs a mutation', async () => {
  const store = await openDesk()
  const id = newId()
  await applyStep(store, step([outageRow(id, 1), outageRow(newId(), 1)], 0, 1))
  const tables = await dump(store)
  expect(tables.outbox).toEqual([])
  expect(tables.sent).toEqual([])
  // A mutation would have written a line of the story beside the outage.
  expect(tables.k_event).toEqual([])
  expect(await store.reads.all('outage')).toHaveLength(2)
})

test('rows and the cursor that they bring the device to are stored together', async () => {
  const store = await openDesk()
  await applyStep(store, step([outageRow(newId(), 3)], 0, 3))
  expect(await readCursors(store)).toEqual({ [shared]: 3 })
})

test('an answer that comes late, to a question from another place, changes nothing', async () => {
  const store = await openDesk()
  const id = newId()
  await applyStep(store, step([outageRow(id, 5, { title: 'now' })], 0, 5))
  const before = await dump(store)
  await applyStep(store, step([outageRow(id, 2, { title: 'long ago' })], 0, 2))
  await applyStep(store, { ...step([{ ...outageRow(newId(), 2), s: 'desk:gone' }], 0, 2), scope: 'desk:gone' })
  expect(await dump(store)).toEqual(before)
})

test('what a person changed stays in sight over what the server has, until the server has it', async () => {
  const store = await openDesk()
  const id = newId()
  await applyStep(store, step([outageRow(id, 1, { title: 'Mail' })], 0, 1))
  await act(store, endOutage, { outageId: id })
  await applyStep(store, step([outageRow(id, 2, { title: 'E-mail' })], 1, 2))
  expect(await store.reads.get('outage', id)).toMatchObject({ title: 'E-mail', endAt: clock.now })
})

test('a person’s own write never flickers: accepted, it stays in sight until its own version has come', async () => {
  const store = await openDesk()
  const id = newId()
  await applyStep(store, step([outageRow(id, 1, { title: 'Mail' })], 0, 1))
  await act(store, describeOutage, named('Mail and calendar', id))
  await accept(store, 4)
  expect(await store.reads.pendingIds()).toEqual(new Set())
  await applyStep(store, step([outageRow(id, 2, { title: 'Mail' })], 1, 2))
  expect((await store.reads.get('outage', id))?.title).toBe('Mail and calendar')
  await applyStep(store, step([outageRow(id, 4, { title: 'Mail and calendar' })], 2, 4))
  await applyStep(store, step([outageRow(id, 5, { title: 'Somebody’s later words' })], 4, 5))
  await settleAll(store)
  expect((await store.reads.get('outage', id))?.title).toBe('Somebody’s later words')
})

test('an op whose rows had come before its answer did is done with after the next pull', async () => {
  const store = await openDesk()
  const id = newId()
  await applyStep(store, step([outageRow(id, 1, { title: 'Mail' })], 0, 1))
  await act(store, describeOutage, named('E-mail', id))
  await applyStep(store, step([outageRow(id, 3, { title: 'Post' })], 1, 3))
  expect((await store.reads.get('outage', id))?.title).toBe('E-mail')
  await accept(store, 2)
  await applyStep(store, step([], 3, 4))
  await settleAll(store)
  expect((await store.reads.get('outage', id))?.title).toBe('Post')
})

test('a whole pull that ended one version too early leaves an accepted change in sight', async () => {
  const store = await openDesk()
  const id = newId()
  await applyStep(store, step([outageRow(id, 1, { title: 'Mail' })], 0, 1))
  await act(store, describeOutage, named('E-mail', id))
  await accept(store, 4)
  await applyStep(store, step([], 1, 3))
  await settleAll(store)
  expect((await store.reads.get('outage', id))?.title).toBe('E-mail')
  await applyStep(store, step([outageRow(id, 4, { title: 'Post' })], 3, 4))
  await settleAll(store)
  expect((await store.reads.get('outage', id))?.title).toBe('Post')
})

test('a record that a refused op made is gone, and the op is parked with the reason', async () => {
  const store = await openDesk()
  await act(store, reportOutage, report)
  const { client } = await outgoing(store, 50)
  await takeAnswers(store, client, [{ mid: 1, o: 'rejected', code: 'not_allowed', message: 'Not yours.' }])
  expect(await store.reads.all('outage')).toEqual([])
  expect(await store.reads.all('affected')).toEqual([])
  expect((await dump(store)).parked).toMatchObject([
    { name: 'outage.report', code: 'not_allowed', message: 'Not yours.' },
  ])
  expect((await dump(store)).outbox).toEqual([])
})

test('a refused change gives way to what the server has, and later changes stay over it', async () => {
  const store = await openDesk()
  const id = newId()
  await applyStep(store, step([outageRow(id, 1, { title: 'Mail' })], 0, 1))
  await act(store, describeOutage, named('E-mail', id))
  await act(store, endOutage, { outageId: id })
  const { client } = await outgoing(store, 50)
  await takeAnswers(store, client, [{ mid: 1, o: 'rejected', code: 'x', message: 'No.' }])
  expect(await store.reads.get('outage', id)).toMatchObject({ title: 'Mail', endAt: clock.now })
})

test('answers to another installation’s numbers settle nothing', async () => {
  const store = await openDesk()
  await act(store, reportOutage, report)
  await outgoing(store, 1)
  await takeAnswers(store, newId(), [{ mid: 1, o: 'ok', vers: {} }])
  expect((await dump(store)).outbox).toHaveLength(1)
  expect(await clientOf(store.database)).toBeDefined()
})

test('a kind and a shape that this version does not know are kept word for word, and shown once it does', async () => {
  const disk = new IDBFactory()
  const store = await openTrialStore({ disk })
  await openScopes(store, [shared])
  const id = newId()
  const stranger: Row = { ...outageRow(newId(), 1), k: 'satellite', doc: { orbit: { km: 400 } } }
  const strange = outageRow(id, 1, { level: 'sideways' })
  await applyStep(store, step([stranger, strange], 0, 1))
  expect(await store.reads.all('outage')).toEqual([])
  expect((await store.database.unknown.toArray()).map(({ row }) => row)).toEqual([strange, stranger])
  // The same row as newer code would find it.
  await store.database.unknown.update(`outage ${id}`, { row: outageRow(id, 1) })
  await adoptUnknown(store)
  expect(await store.reads.all('outage')).toHaveLength(1)
  expect(await store.database.unknown.count()).toBe(1)
})

test('fields that this version does not know are kept in place', async () => {
  const store = await openDesk()
  const id = newId()
  await applyStep(store, step([outageRow(id, 1, { mood: 'calm' })], 0, 1))
  await act(store, endOutage, { outageId: id })
  expect((await store.database.table('k_outage').get(id)).doc).toMatchObject({ mood: 'calm', endAt: clock.now })
})

test('a scope that is sent from its beginning loses what the server no longer has, and keeps what is unsent', async () => {
  const store = await openDesk()
  const [kept, lost, changed] = [newId(), newId(), newId()]
  await applyStep(store, step([outageRow(kept, 1), outageRow(lost, 8), outageRow(changed, 9)], 0, 9))
  await act(store, describeOutage, named('Mine', changed))
  await applyStep(store, step([outageRow(kept, 1, { title: 'as it was' })], 9, 1, true))
  expect((await store.reads.get('outage', kept))?.title).toBe('as it was')
  expect(await store.reads.get('outage', lost)).toBeUndefined()
  expect((await store.database.outbox.toArray()).map((op) => op.name)).toEqual(['outage.describe'])
  expect(await readCursors(store)).toEqual({ [shared]: 1 })
})

test('rows and the cursor they bring the device to are kept together, or neither is', async () => {
  const store = await openTrialStore()
  await openScopes(store, [shared])
  const before = await dump(store)
  // No disk takes a function.
  const rows = [outageRow(newId(), 1), outageRow(newId(), 2, { extra: () => undefined })]
  await expect(applyStep(store, { scope: shared, rows, from: 0, to: 2, isAnew: false })).rejects.toThrow()
  expect(await dump(store)).toEqual(before)
})
