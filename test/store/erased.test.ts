import { expect, test } from 'vitest'
import { applyStep, openScopes } from '../../src/store/apply.ts'
import { dump, newId, openTrialStore, outageRow, shared } from './trial-store.ts'

test('a device that takes in an erased record keeps no word of it', async () => {
  const store = await openTrialStore()
  await openScopes(store, [shared])
  const id = newId()
  const row = outageRow(id, 1)
  const named = { ...row, doc: { ...row.doc, title: 'CANARY' } }
  const step = { scope: shared, isAnew: false }
  await applyStep(store, { ...step, rows: [named], from: 0, to: 1 })
  expect(JSON.stringify(await dump(store))).toContain('CANARY')
  const mark = { v: 2, at: 1, by: 'a', client: 'privacy', mid: 0 }
  const erased = { ...row, ver: 2, del: true, doc: {}, groups: { deleted: mark } }
  await applyStep(store, { ...step, rows: [erased], from: 1, to: 2 })
  const tables = await dump(store)
  expect(JSON.stringify(tables)).not.toContain('CANARY')
  expect(tables.unknown).toEqual([])
  expect(await store.reads.all('outage')).toEqual([])
  expect(await store.reads.get('outage', id)).toBeUndefined()
})
