import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import type { WipeOrder } from '../../src/domain/wire.ts'
import { rememberSession } from '../../src/sync/remembered.ts'
import { obeyWipe, wipedHere } from '../../src/sync/wiped.ts'
import { wipedWords } from '../../src/views/account/wiped-note.tsx'
import { session, startTrialSync } from './trial-sync.ts'

const order: WipeOrder = { db: 'd', user: 'u', by: 'Robin Hale', at: Date.parse('2026-03-02T09:00:00Z') }
const toldToWipe = () =>
  Response.json({ x: 'sync1', error: { code: 'wipe', message: 'Wipe.' }, wipe: order }, { status: 401 })

function makeStorage(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as Storage
}

const told: string[] = []
beforeEach(() => {
  told.length = 0
  vi.stubGlobal('fetch', async (path: string) => {
    told.push(path)
    return Response.json({ x: 'sync1', ok: true })
  })
  return () => vi.unstubAllGlobals()
})

test('a device that is told to wipe itself hears who asked and when, and sends nothing more', async () => {
  const orders: WipeOrder[] = []
  const { sync, reply, asked, waits } = await startTrialSync({ onWipe: async (given) => void orders.push(given) })
  await sync.syncNow()
  asked.length = 0
  reply.pull = toldToWipe
  await sync.syncNow()
  expect(orders).toEqual([order])
  expect(sync.status().state).toBe('session_ended')
  expect(asked).toEqual(['pull'])
  expect(waits()).toEqual([])
})

test('the records go before the server is told that they are gone', async () => {
  const storage = makeStorage()
  await obeyWipe(order, storage, {
    unsent: 2,
    remove: async () => {
      expect(told).toEqual([])
      told.push('removed')
    },
  })
  expect(told).toEqual(['removed', '/auth/wiped'])
  expect(wipedHere(storage)).toEqual({ by: 'Robin Hale', at: order.at, unsent: 2 })
})

test('records that could not be removed are not reported as removed, and what was lost is counted once it is done', async () => {
  const storage = makeStorage()
  const remove = () => Promise.reject(new Error('blocked'))
  await expect(obeyWipe(order, storage, { unsent: 2, remove })).rejects.toThrow('blocked')
  expect(told).toEqual([])
  await obeyWipe(order, storage)
  expect(told).toEqual(['/auth/wiped'])
  expect(wipedHere(storage)).toMatchObject({ unsent: 2 })
})

test('what happened is told until somebody signs in here', async () => {
  const storage = makeStorage()
  await obeyWipe(order, storage, { remove: async () => {} })
  expect(wipedHere(storage)).toBeDefined()
  rememberSession(storage, session)
  expect(wipedHere(storage)).toBeUndefined()
})

test('it says who asked, when, and how many changes went unsent', () => {
  const now = order.at + 3_600_000
  expect(wipedWords({ by: 'Robin Hale', at: order.at, unsent: 0 }, now)).toMatch(
    /^Robin Hale asked for it .*09:00.*\. Nothing was waiting to be sent\./,
  )
  expect(wipedWords({ by: 'Robin Hale', at: order.at, unsent: 1 }, now)).toContain(
    '1 change that had not been sent went with them.',
  )
})
