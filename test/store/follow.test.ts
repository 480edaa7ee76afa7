import { Dexie, RangeSet } from 'dexie'
import { expect, onTestFinished, test } from 'vitest'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import { describeOutage } from '../../src/domain/mutations/tell-outage.ts'
import { applyStep, openScopes } from '../../src/store/apply.ts'
import { type Changed, follow, inParts } from '../../src/store/follow.ts'
import type { Store } from '../../src/store/store.ts'
import { wipeScopes } from '../../src/store/wipe.ts'
import { act, newId, openTrialStore, outageRow, report, shared } from './trial-store.ts'

function followed(store: Store): Changed[] {
  const told: Changed[] = []
  onTestFinished(follow(store, ['outage'], (changes) => told.push(changes.get('outage') ?? new Set())))
  return told
}
const idsOf = (told: readonly Changed[]) =>
  [...new Set(told.flatMap((changed) => (changed === 'all' ? 'all' : [...changed])))].sort()
const bring = async (store: Store, ids: readonly string[]) => {
  await openScopes(store, [shared])
  await applyStep(store, { scope: shared, rows: ids.map((id) => outageRow(id, 1)), from: 0, to: 1, isAnew: false })
}

test('a change that was made here is told by its id, once it can be read', async () => {
  const store = await openTrialStore()
  const read: unknown[] = []
  const stop = follow(store, ['outage'], (changes) => {
    const [id = ''] = changes.get('outage') ?? []
    read.push(store.reads.get('outage', id))
  })
  onTestFinished(stop)
  const [{ id } = { id: '' }] = await act(store, reportOutage, report)
  await act(store, describeOutage, { outageId: id, title: 'Mail is down', cause: '', workaround: '' })
  expect(await Promise.all(read)).toMatchObject([{ id }, { id, title: 'Mail is down' }])
})

test('rows that come by the hundred from the server are told by their ids', async () => {
  const store = await openTrialStore()
  const told = followed(store)
  const ids = Array.from({ length: 300 }, () => newId()).sort()
  await bring(store, ids)
  expect(idsOf(told)).toEqual(ids)
})

test('records that go with their scope are told by their ids', async () => {
  const store = await openTrialStore()
  const ids = Array.from({ length: 120 }, () => newId()).sort()
  await bring(store, ids)
  const told = followed(store)
  await wipeScopes(store, [shared])
  expect(idsOf(told)).toEqual(ids)
})

test('a connection that was lost on the way changes nothing', async () => {
  const store = await openTrialStore()
  const told = followed(store)
  store.database.close({ disableAutoOpen: true })
  const [{ id } = { id: '' }] = await act(store, reportOutage, report)
  expect(idsOf(told)).toEqual([id])
})

test('other kinds, other stores and what was undone on the way are not told', async () => {
  const store = await openTrialStore()
  const told: unknown[] = []
  onTestFinished(follow(store, ['system'], (changes) => told.push(changes)))
  await act(store, reportOutage, report)
  await store.database
    .transaction('rw', 'k_system', async (transaction) => {
      await store.database.table('k_system').put({ id: newId() })
      transaction.abort()
    })
    .catch(() => {})
  Dexie.on.storagemutated.fire({ 'idb://another/k_system/:named': new RangeSet('x') })
  expect(told).toEqual([])
})

test('nothing is told any more after stopping', async () => {
  const store = await openTrialStore()
  const told: unknown[] = []
  follow(store, ['outage'], (changes) => told.push(changes))()
  await act(store, reportOutage, report)
  expect(told).toEqual([])
})

test('when nobody knows what was changed, all may have been', async () => {
  const store = await openTrialStore()
  const told = followed(store)
  // A page that comes back from being put aside; and code of another version, which names no keys.
  Dexie.on.storagemutated.fire({ all: new RangeSet('a', 'z') })
  Dexie.on.storagemutated.fire({ 'idb://trial/k_outage/': new RangeSet('a', 'z') })
  await store.database.table('k_outage').clear()
  expect(told).toEqual(['all', 'all', 'all'])
})

test('what another tab tells is a plain copy, and is understood', async () => {
  const store = await openTrialStore()
  const told = followed(store)
  const [a, b] = [newId(), newId()].sort()
  const parts = { 'idb://trial/k_outage/:named': new RangeSet().addKeys([a ?? '', b ?? '']) }
  Dexie.on.storagemutated.fire(structuredClone(JSON.parse(JSON.stringify(parts))))
  expect(idsOf(told)).toEqual([a, b])
})

test('all records are read in parts, each once, without the deleted', async () => {
  const store = await openTrialStore()
  const ids = Array.from({ length: 25 }, () => newId()).sort()
  await bring(store, ids)
  await store.database.table('k_outage').update(ids[3] ?? '', { del: 1 })
  const parts: string[][] = []
  await inParts(store, 'outage', 10, (records) => parts.push(records.map(({ id }) => id)))
  expect(parts.map(({ length }) => length)).toEqual([9, 10, 5])
  expect(parts.flat()).toEqual(ids.filter((id) => id !== ids[3]))
})
