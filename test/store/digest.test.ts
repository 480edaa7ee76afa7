import { expect, test } from 'vitest'
import { type DigestedRow, emptyDigest, replacedIn } from '../../src/domain/digest.ts'
import { describeOutage } from '../../src/domain/mutations/tell-outage.ts'
import type { Row } from '../../src/domain/record.ts'
import { adoptUnknown, applyStep, openScopes } from '../../src/store/apply.ts'
import { resetDiffering, startCount } from '../../src/store/digest.ts'
import { findDamaged } from '../../src/store/repair.ts'
import type { Store } from '../../src/store/store.ts'
import { act, newId, openTrialStore, outageRow, shared } from './trial-store.ts'

const digestOf = (rows: readonly DigestedRow[]) =>
  rows.reduce((digest, row) => replacedIn(digest, undefined, row), emptyDigest)
const cursorOf = (store: Store) => store.database.cursors.get(shared)

async function openWith(rows: readonly Row[]): Promise<Store> {
  const store = await openTrialStore()
  await openScopes(store, [shared])
  await applyStep(store, { scope: shared, rows, from: 0, to: 5, isAnew: false })
  return store
}

const take = (store: Store, rows: readonly Row[], to: number) =>
  applyStep(store, { scope: shared, rows, from: to - 1, to, isAnew: false })

async function recount(store: Store): Promise<boolean> {
  const count = await startCount(store)
  await findDamaged(store, count.add)
  return count.keep()
}

test('the digest follows the confirmed rows: new, changed, deleted, of unknown shape, and not what is only here', async () => {
  const [first, second, odd] = [newId(), newId(), newId()]
  const store = await openWith([outageRow(first, 4), outageRow(second, 5)])
  await act(store, describeOutage, { outageId: first, title: 'Only here', cause: '', workaround: '' })
  const strange = { ...outageRow(odd, 6), doc: { what: 'newer code knows' } }
  await take(store, [strange], 6)
  await take(store, [{ ...outageRow(second, 7), del: true }], 7)
  const rows = [outageRow(first, 4), { ...outageRow(second, 7), del: true }, strange]
  expect((await cursorOf(store))?.digest).toBe(digestOf(rows))
  // Counted anew, it is the same; and a later shape that is known takes the place of the one that was not.
  expect(await recount(store)).toBe(false)
  await take(store, [outageRow(odd, 8)], 8)
  await adoptUnknown(store)
  expect((await cursorOf(store))?.digest).toBe(digestOf([...rows.slice(0, 2), outageRow(odd, 8)]))
})

test('a device that was filled before there were digests has them after its next start', async () => {
  const rows = [outageRow(newId(), 4), outageRow(newId(), 5)]
  const store = await openWith(rows)
  await store.database.cursors.put({ s: shared, ver: 5 })
  await take(store, [], 6)
  expect((await cursorOf(store))?.digest).toBeUndefined()
  expect(await resetDiffering(store, { [shared]: 6 }, { [shared]: 'another' }, new Set())).toEqual([])
  expect(await recount(store)).toBe(false)
  expect((await cursorOf(store))?.digest).toBe(digestOf(rows))
})

test('a round in which all is equal reads no record and writes nothing', async () => {
  const store = await openWith([outageRow(newId(), 5)])
  const before = await cursorOf(store)
  let reads = 0
  store.database.table('k_outage').hook('reading', (row) => {
    reads++
    return row
  })
  expect(await resetDiffering(store, { [shared]: 5 }, { [shared]: before?.digest ?? '' }, new Set())).toEqual([])
  expect(await cursorOf(store)).toEqual(before)
  expect(reads).toBe(0)
  await recount(store)
  expect(reads).toBe(1)
})

test('a digest that is about another version than the device is at says nothing', async () => {
  const store = await openWith([outageRow(newId(), 5)])
  expect(await resetDiffering(store, { [shared]: 6 }, { [shared]: 'another' }, new Set())).toEqual([])
  expect(await resetDiffering(store, { [shared]: 5 }, { [shared]: 'another' }, new Set([shared]))).toEqual([])
  expect(await resetDiffering(store, { [shared]: 5 }, { [shared]: 'another' }, new Set())).toEqual([shared])
  expect(await cursorOf(store)).toMatchObject({ ver: 0, isOld: true })
})
