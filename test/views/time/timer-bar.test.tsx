// Dexie's live queries do nothing unless the disk is there before Dexie is.
import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { currentEntries } from '../../../src/domain/current-entries.ts'
import { startTimer } from '../../../src/domain/mutations/run-timer.ts'
import type { Store } from '../../../src/store/store.ts'
import { TimerBar } from '../../../src/views/time/timer-bar.tsx'
import { later, openPractice, work } from '../../domain/legal-trial.ts'
import { act, clock, personId } from '../../store/trial-store.ts'
import { button, find } from '../parts/render.ts'
import { showIn, soon, text } from './trial-app.tsx'

const start = (store: Store, startedOn = 'Another device') =>
  act(store, startTimer, { ...work, startAt: clock.now, startedOn })
const entries = async (store: Store) => currentEntries(await store.reads.where('entry', 'personId', personId)).entries

test('says what runs, for how long and where it was started, and stops it by one tap that can be undone', async () => {
  const store = await openPractice()
  await start(store)
  later(42)
  const told = showIn(store, TimerBar)
  await soon(() => expect(text()).toContain('0:42Depot leasestarted on Another device'))
  button('Stop').click()
  await soon(() => expect(told).toHaveLength(1))
  expect(told[0]?.message).toMatch(/^Stopped: 42 min\. Saved on this/)
  expect(await entries(store)).toMatchObject([{ seconds: 2_520 }])
  await soon(() => expect(document.querySelector('.timer-bar')).toBeNull())
  told[0]?.undo?.()
  await soon(() => expect(text()).toContain('0:42'))
  expect(await entries(store)).toEqual([])
})

test('is not there while nothing runs', async () => {
  const store = await openPractice()
  showIn(store, TimerBar)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(document.querySelector('.timer-bar')).toBeNull()
})

test('asks before it stops what has run for more than ten hours, and takes the moment that is chosen as an estimate', async () => {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true
  }
  const store = await openPractice()
  await start(store)
  later(14 * 60)
  const told = showIn(store, TimerBar)
  await soon(() => expect(text()).toContain('Running since 09:00.'))
  button('Stop').click()
  await soon(() => expect(text()).toContain('That is 14 h.'))
  expect(await entries(store)).toEqual([])
  await soon(() => button('Ten hours in').click())
  await soon(() => expect(told.at(-1)?.message).toMatch(/^Stopped: 10 h \(e\)/))
  expect(await entries(store)).toMatchObject([{ seconds: 36_000, isEstimated: true }])
})

test('that still runs rightly is not asked about again for ten hours', async () => {
  const store = await openPractice()
  await start(store)
  later(11 * 60)
  showIn(store, TimerBar)
  await soon(() => find('.timer-bar__link').click())
  await soon(() => button('It is still running').click())
  await soon(() => expect(text()).not.toContain('Running since'))
})
