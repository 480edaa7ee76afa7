import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import type { Session } from '../../src/domain/wire.ts'
import { dismissLost, lostSince, noteHeld } from '../../src/store/eviction.ts'
import { traceKey } from '../../src/store/trace-key.ts'
import { forgetSession, rememberSession, storeName } from '../../src/sync/remembered.ts'
import { lostWords } from '../../src/views/sync/lost-notice.tsx'
import { clock, openTrialStore } from './trial-store.ts'

function trialStorage(): Storage {
  const held = new Map<string, string>()
  const storage = {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  }
  return storage as unknown as Storage
}

const held = { sharedAt: clock.now - 3_600_000, unsent: 2 }

test('when the browser has thrown the records away, the next start says so, with what had not been sent', async () => {
  const storage = trialStorage()
  const first = await openTrialStore()
  expect(await lostSince(first, storage)).toBeUndefined()
  noteHeld(first, storage, held)
  expect(await lostSince(first, storage)).toBeUndefined()
  const disk = new IDBFactory()
  const second = await openTrialStore({ disk })
  expect(await lostSince(second, storage)).toEqual(held)
  noteHeld(second, storage, { sharedAt: clock.now, unsent: 0 })
  second.close()
  const third = await openTrialStore({ disk })
  expect(await lostSince(third, storage)).toEqual(held)
  dismissLost(third, storage)
  expect(await lostSince(third, storage)).toBeUndefined()
})

test('whoever signs out and in again is not told of a loss', async () => {
  const storage = trialStorage()
  const store = await openTrialStore()
  const session: Session = { db: 'a', userId: 'b', name: 'C', email: 'd', grants: [] }
  const named = { ...store, name: storeName(session) }
  rememberSession(storage, session)
  await lostSince(named, storage)
  forgetSession(storage)
  noteHeld(named, storage, held)
  expect(storage.getItem(traceKey(named.name))).toBeNull()
  const anew = { ...(await openTrialStore()), name: named.name }
  expect(await lostSince(anew, storage)).toBeUndefined()
})

test('a note that is damaged is begun anew', async () => {
  const storage = trialStorage()
  const store = await openTrialStore()
  for (const text of ['', 'null', '7', '{"born":1}', '{']) {
    storage.setItem(traceKey(store.name), text)
    expect(await lostSince(store, storage)).toBeUndefined()
  }
})

test('what is gone is said with its number and since when', () => {
  expect(lostWords({ sharedAt: null, unsent: 0 }, clock.now)).toContain('Nothing was waiting')
  expect(lostWords({ sharedAt: null, unsent: 1 }, clock.now)).toContain('1 change had not been sent and is gone')
  expect(lostWords(held, clock.now)).toContain('2 changes, made since 08:00, had not been sent and are gone')
})
