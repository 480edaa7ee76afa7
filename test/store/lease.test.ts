import { expect, test } from 'vitest'
import type { StoreDatabase } from '../../src/store/database.ts'
import { readLease } from '../../src/store/lease.ts'
import { takeLease } from '../../src/store/lease-change.ts'
import { clock, openTrialStore } from './trial-store.ts'

const leaseOf = (id: string) => ({ id, key: Buffer.alloc(32, id).toString('base64'), hours: 72 })

test('of two readings of the lease the slow one never puts an older over a newer', async () => {
  const store = await openTrialStore({ grants: [{ role: 'legal', on: null }] })
  const { database, lock, now } = store
  await takeLease(store, leaseOf('a'), clock.now)
  let isFirst = true
  // Between its reading and its use another is stored and taken up.
  const get = async (key: string) => {
    const found = await database.meta.get(key)
    if (isFirst) {
      isFirst = false
      await takeLease(store, leaseOf('b'), clock.now)
    }
    return found
  }
  const meta = Object.create(database.meta, { get: { value: get } })
  const slow = Object.create(database, { meta: { value: meta } }) as StoreDatabase
  expect((await readLease({ database: slow, lock, now }))?.id).toBe('b')
  expect(lock.lease()?.id).toBe('b')
  expect(isFirst).toBe(false)
})
