// Dexie's live queries do nothing unless the disk is there before Dexie is.
import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { askedDeletions } from '../../../src/store/deletions.ts'
import { unknownStatus } from '../../../src/sync/status.ts'
import { type App, AppContext } from '../../../src/views/app/app-context.ts'
import { DeletionCard } from '../../../src/views/sync/deletion-card.tsx'
import { DifferenceNote } from '../../../src/views/sync/difference-note.tsx'
import { clock, ict, newId, openTrialStore, shared } from '../../store/trial-store.ts'
import { show } from '../parts/render.ts'

const text = () => document.body.textContent ?? ''

test('what would be deleted is said in numbers, and agreeing asks the server at once; what was put right is told', async () => {
  const store = await openTrialStore()
  const deletion = { count: 60, of: 120, isAgreed: false }
  await store.database.cursors.put({ s: shared, ver: 5, deletion, differed: { at: clock.now, isEqual: true } })
  const syncNow = vi.fn(async () => {})
  const app: App = {
    store,
    session: { db: 'trial', userId: store.personId, name: 'Ann Lee', email: 'a@trial.test', grants: [...ict] },
    newId,
    now: () => clock.now,
    syncStatus: () => unknownStatus,
    syncNow,
    trouble: () => undefined,
    leave: async () => {},
    tell: () => {},
  }
  const asked = await askedDeletions(store)
  show(() => (
    <AppContext.Provider value={app}>
      <DeletionCard asked={asked} />
      <DifferenceNote />
    </AppContext.Provider>
  ))
  expect(text()).toContain('would delete 60 records of the 120 here (outages and incidents)')
  await vi.waitFor(() => expect(text()).toContain('This device had other records than the server'))
  const button = [...document.querySelectorAll('button')].find((each) => each.textContent?.includes('Take it in'))
  button?.click()
  await vi.waitFor(() => expect(syncNow).toHaveBeenCalledOnce())
  expect(await askedDeletions(store)).toEqual([])
})
