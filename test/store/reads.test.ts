import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { reportOutage, withdrawOutage } from '../../src/domain/mutations/report-outage.ts'
import { endOutage } from '../../src/domain/mutations/run-outage.ts'
import { applyStep, openScopes, readCursors } from '../../src/store/apply.ts'
import { kindTable } from '../../src/store/database.ts'
import { findDamaged, repairDamaged } from '../../src/store/repair.ts'
import type { Store } from '../../src/store/store.ts'
import { watch } from '../../src/store/watch.ts'
import { act, clock, newId, openTrialStore, outageRow, report, shared } from './trial-store.ts'

test('deleted records are in no list, and can still be had for undoing', async () => {
  const store = await openTrialStore()
  const [outage] = await act(store, reportOutage, report)
  const outageId = outage?.id ?? ''
  await act(store, withdrawOutage, { outageId })
  expect(await store.reads.all('outage')).toEqual([])
  expect(await store.reads.get('outage', outageId)).toBeUndefined()
  expect(await store.reads.where('affected', 'outageId', outageId)).toEqual([])
  expect(await store.reads.getDeleted('outage', outageId)).toMatchObject({ id: outageId, level: 'down' })
})

test('records between two instants hold the first and not the last', async () => {
  const store = await openTrialStore()
  for (const startAt of [1000, 2000, 3000]) await act(store, reportOutage, { ...report, startAt })
  const found = await store.reads.between('outage', 'startAt', 1000, 3000)
  expect(found.map((outage) => outage.startAt)).toEqual([1000, 2000])
})

test('a field without an index is asked for all the same', async () => {
  const store = await openTrialStore()
  await act(store, reportOutage, report)
  await act(store, reportOutage, { ...report, level: 'at_risk' })
  expect(await store.reads.where('outage', 'level', 'at_risk')).toHaveLength(1)
})

test('records with changes that the server has not acknowledged are known', async () => {
  const store = await openTrialStore()
  const writes = await act(store, reportOutage, report)
  expect(await store.reads.pendingIds()).toEqual(new Set(writes.map((write) => write.id)))
})

test('a watched query runs again for everything that it read, not only for what it read first', async () => {
  const store = await openTrialStore()
  const seen: number[] = []
  const stop = watch(
    store,
    async (reads) => {
      await reads.all('system')
      await reads.all('council')
      return (await reads.all('outage')).length
    },
    (count) => seen.push(count),
  )
  await vi.waitFor(() => expect(seen).toEqual([0]))
  await act(store, reportOutage, report)
  await vi.waitFor(() => expect(seen).toEqual([0, 1]))
  stop()
  await act(store, reportOutage, report)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(seen).toEqual([0, 1])
})

test('a query that fails says so', async () => {
  const store = await openTrialStore()
  const errors: unknown[] = []
  watch(
    store,
    async () => {
      throw new Error('no such thing')
    },
    () => {},
    (error) => errors.push(error),
  )
  await vi.waitFor(() => expect(errors).toEqual([new Error('no such thing')]))
})

async function withDamage(): Promise<{ store: Store; good: string; bad: string }> {
  const store = await openTrialStore()
  const [good, bad] = [newId(), newId()]
  await openScopes(store, [shared])
  const rows = [outageRow(good, 1), outageRow(bad, 1)]
  await applyStep(store, { scope: shared, rows, from: 0, to: 1, isAnew: false })
  return { store, good, bad }
}

test.each([
  ['has lost its fields', { doc: null }],
  ['has lost its marks and its fields', { doc: undefined, groups: undefined }],
])('a record that %s is left out and told of', async (_, damage) => {
  const { store, good, bad } = await withDamage()
  await kindTable(store.database, 'outage').update(bad, damage as never)
  expect((await store.reads.all('outage')).map((outage) => outage.id)).toEqual([good])
  expect(await store.reads.where('outage', 'level', 'down')).toHaveLength(1)
  expect(store.reads.damaged()).toEqual([{ kind: 'outage', id: bad, scope: shared }])
})

test.each([
  ['has a field of another type', { doc: { startAt: 'yesterday' } }],
  ['has lost its fields', { doc: null }],
  ['has lost its marks', { groups: null }],
])('a record that %s is found and fetched anew', async (_, damage) => {
  const { store, good, bad } = await withDamage()
  await kindTable(store.database, 'outage').update(bad, damage as never)
  const found = await findDamaged(store)
  expect(found).toEqual([{ kind: 'outage', id: bad, scope: shared }])
  expect(await repairDamaged(store, found)).toBe(true)
  expect((await store.reads.all('outage')).map((outage) => outage.id)).toEqual([good])
  expect(await readCursors(store)).toEqual({ [shared]: 0 })
  const rows = [outageRow(good, 1), outageRow(bad, 1)]
  await applyStep(store, { scope: shared, rows, from: 0, to: 1, isAnew: false })
  expect(await store.reads.all('outage')).toHaveLength(2)
  expect(await findDamaged(store)).toEqual([])
})

test('a damaged record is fetched anew once, however often it is met', async () => {
  const { store, bad } = await withDamage()
  await kindTable(store.database, 'outage').update(bad, { doc: {} })
  const found = await findDamaged(store)
  expect(await repairDamaged(store, found)).toBe(true)
  expect(await repairDamaged(store, found)).toBe(false)
})

test('an unsent change of a damaged record stays in the queue, and in sight once the record is back', async () => {
  const { store, bad } = await withDamage()
  await act(store, endOutage, { outageId: bad })
  await kindTable(store.database, 'outage').update(bad, { doc: {} })
  await repairDamaged(store, await findDamaged(store))
  expect(await store.database.outbox.count()).toBe(1)
  const rows = [outageRow(bad, 1)]
  await applyStep(store, { scope: shared, rows, from: 0, to: 1, isAnew: false })
  expect((await store.reads.get('outage', bad))?.endAt).toBe(clock.now)
})
