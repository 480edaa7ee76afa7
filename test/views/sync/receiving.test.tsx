// Dexie's live queries do nothing unless the disk is there before Dexie is.
import 'fake-indexeddb/auto'
import { createSignal } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import type { Store } from '../../../src/store/store.ts'
import { type SyncStatus, unknownStatus } from '../../../src/sync/status.ts'
import { type App, AppContext } from '../../../src/views/app/app-context.ts'
import { ArrivingMark } from '../../../src/views/app/arriving-mark.tsx'
import { SyncButton } from '../../../src/views/sync/sync-button.tsx'
import { lawyer, openPractice } from '../../domain/legal-trial.ts'
import { clock, newId } from '../../store/trial-store.ts'
import { find, show } from '../parts/render.ts'

globalThis.matchMedia ??= () => ({ matches: false }) as MediaQueryList
afterEach(() => {
  vi.useRealTimers()
})

const receiving = (done: number): SyncStatus => ({
  ...unknownStatus,
  state: 'receiving',
  progress: { done, total: 1_000 },
})

const text = () => document.body.textContent ?? ''

function showBoth(store: Store) {
  const [status, setStatus] = createSignal<SyncStatus>(unknownStatus)
  const app: App = {
    store,
    session: { db: 'trial', userId: store.personId, name: 'Ann Lee', email: 'a@trial.test', grants: [...lawyer] },
    newId,
    now: () => clock.now,
    syncStatus: status,
    syncNow: async () => {},
    trouble: () => undefined,
    leave: async () => {},
    tell: () => {},
  }
  show(() => (
    <AppContext.Provider value={app}>
      <ArrivingMark />
      <SyncButton />
    </AppContext.Provider>
  ))
  return setStatus
}

test('A first pull that takes longer than a second says how far it is, however often it tells', async () => {
  const store = await openPractice()
  vi.useFakeTimers()
  const tell = showBoth(store)
  for (const done of [100, 200, 300, 400, 500]) {
    tell(receiving(done))
    vi.advanceTimersByTime(300)
  }
  expect(find('.sync-button').textContent).toBe('Receiving 50%')
  tell({ ...unknownStatus, state: 'up_to_date', lastSyncedAt: clock.now })
  expect(find('.sync-button').textContent).toBe('Up to date')
})

test('Until a device has had everything once it says that figures are not whole', async () => {
  const tell = showBoth(await openPractice())
  expect(text()).not.toContain('not whole')
  tell(receiving(100))
  expect(text()).toContain('lists and figures are not whole')
  tell({ ...unknownStatus, lastError: 'offline' })
  expect(text()).toContain('lists and figures are not whole')
  tell({ ...unknownStatus, state: 'up_to_date', lastSyncedAt: clock.now })
  expect(text()).not.toContain('not whole')
})
