import { expect, test } from 'vitest'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import { endOutage } from '../../src/domain/mutations/run-outage.ts'
import { addNote, describeOutage } from '../../src/domain/mutations/tell-outage.ts'
import { clientOf, outgoing, takeAnswers } from '../../src/store/answers.ts'
import { applyStep, openScopes, settleAll } from '../../src/store/apply.ts'
import { forgetOldSent, renumber, sendAgain, sendKeptAgain } from '../../src/store/resend.ts'
import type { Store } from '../../src/store/store.ts'
import { act, clock, newId, openTrialStore, opsOf, outageRow, report, shared } from './trial-store.ts'

async function openReported(count: number) {
  const store = await openTrialStore()
  for (let i = 0; i < count; i++) await act(store, reportOutage, report)
  const { client } = await outgoing(store, 0)
  return { store, client }
}

const accept = (store: Store, client: string, mids: readonly number[], ver = 1) =>
  takeAnswers(
    store,
    client,
    mids.map((mid) => ({ mid, o: 'ok' as const, vers: { [shared]: ver } })),
  )

const mids = async (store: Store) => (await opsOf(store)).map((op) => op.mid)

test('ops that a restored server has lost are sent again, word for word and in order', async () => {
  const { store, client } = await openReported(5)
  const texts = (await store.database.outbox.toArray()).map((op) => op.text)
  await accept(store, client, [1, 2, 3, 4])
  await sendAgain(store, client, 3)
  expect((await store.database.outbox.orderBy('mid').toArray()).map((op) => op.text)).toEqual(texts.slice(2))
  expect(await clientOf(store.database)).toBe(client)
})

test('where the server has never had what came before, everything that waits is numbered anew under another id', async () => {
  const { store, client } = await openReported(3)
  await store.database.outbox.delete(1)
  await sendAgain(store, client, 1)
  expect(await mids(store)).toEqual([1, 2])
  expect(await clientOf(store.database)).not.toBe(client)
  await act(store, reportOutage, report)
  expect(await mids(store)).toEqual([1, 2, 3])
})

test('a copied profile numbers what waits anew, in order, and keeps what it says', async () => {
  const { store, client } = await openReported(2)
  const before = await opsOf(store)
  await accept(store, client, [1])
  await renumber(store, client)
  const [op] = await opsOf(store)
  expect(op).toEqual({ ...before[1], mid: 1, origin: `${client} 2 ${before[1]?.at}` })
})

test('of two tabs that find it out at once only one numbers anew', async () => {
  const { store, client } = await openReported(2)
  await Promise.all([renumber(store, client), renumber(store, client)])
  const second = await clientOf(store.database)
  await renumber(store, client)
  expect(await clientOf(store.database)).toBe(second)
})

test('under another id, a change says that it follows this device’s own former ones', async () => {
  const store = await openTrialStore()
  const id = newId()
  await openScopes(store, [shared])
  await applyStep(store, { scope: shared, rows: [outageRow(id, 1)], from: 0, to: 1, isAnew: false })
  await act(store, describeOutage, { outageId: id, title: 'One', cause: '', workaround: '' })
  await act(store, describeOutage, { outageId: id, title: 'Two', cause: '', workaround: '' })
  const { client } = await outgoing(store, 0)
  await accept(store, client, [1], 4)
  await renumber(store, client)
  expect((await opsOf(store))[0]?.changes[0]?.base).toEqual({ about: 4 })
})

test('all that was kept goes back to the queue when the server was restored, and hides no newer record', async () => {
  const store = await openTrialStore()
  const id = newId()
  await openScopes(store, [shared])
  await applyStep(store, { scope: shared, rows: [outageRow(id, 1)], from: 0, to: 1, isAnew: false })
  await act(store, describeOutage, { outageId: id, title: 'Mine', cause: '', workaround: '' })
  const { client } = await outgoing(store, 0)
  await accept(store, client, [1], 2)
  const newer = [outageRow(id, 5, { title: 'Newer' })]
  await applyStep(store, { scope: shared, rows: newer, from: 1, to: 5, isAnew: false })
  await settleAll(store)
  await sendKeptAgain(store)
  expect(await mids(store)).toEqual([1])
  await applyStep(store, {
    scope: shared,
    rows: [outageRow(id, 6, { title: 'Newest' })],
    from: 5,
    to: 6,
    isAnew: false,
  })
  expect((await store.reads.get('outage', id))?.title).toBe('Newest')
})

test('a change that follows a version which a restored server never gave is put on what it has', async () => {
  const store = await openTrialStore()
  const id = newId()
  await openScopes(store, [shared])
  await applyStep(store, { scope: shared, rows: [outageRow(id, 9)], from: 0, to: 9, isAnew: false })
  await act(store, endOutage, { outageId: id })
  await applyStep(store, { scope: shared, rows: [outageRow(id, 2)], from: 9, to: 2, isAnew: true })
  const { client } = await outgoing(store, 0)
  await takeAnswers(store, client, [{ mid: 1, o: 'rejected', code: 'bad_base', message: 'Never gave.' }])
  const [op] = await opsOf(store)
  expect(op).toMatchObject({ mid: 2, name: 'outage.end' })
  expect(op?.changes[0]?.base).toEqual({ times: 2 })
  await takeAnswers(store, client, [{ mid: 2, o: 'rejected', code: 'bad_base', message: 'Never gave.' }])
  expect(await mids(store)).toEqual([])
  expect(await store.database.parked.count()).toBe(1)
})

test('accepted ops are kept for thirty days, five thousand at most, and never forgotten while they wait for rows', async () => {
  const { store, client } = await openReported(1)
  await accept(store, client, [1])
  const [open] = await store.database.sent.toArray()
  if (!open) throw new Error('nothing was accepted')
  const { seq: _, isOpen: __, ...settled } = open
  const old = { ...settled, answeredAt: clock.now - 31 * 86_400_000 }
  await store.database.sent.clear()
  await store.database.sent.bulkAdd([old, { ...old, isOpen: 1 }, ...Array.from({ length: 5001 }, () => settled)])
  await forgetOldSent(store)
  const kept = await store.database.sent.toArray()
  expect(kept).toHaveLength(5001)
  expect(kept.filter((op) => op.answeredAt === old.answeredAt).map((op) => op.isOpen)).toEqual([1])
})

test('an act after a renumbering takes the next number', async () => {
  const { store, client } = await openReported(1)
  await renumber(store, client)
  const [outage] = await store.reads.all('outage')
  await act(store, addNote, { outageId: outage?.id ?? '', text: 'x', isForReaders: true })
  expect(await mids(store)).toEqual([1, 2])
})
