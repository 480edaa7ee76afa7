// Dexie's live queries do nothing unless the disk is there before Dexie is.
import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { currentEntries } from '../../../src/domain/current-entries.ts'
import { addEntry } from '../../../src/domain/mutations/record-time.ts'
import type { Store } from '../../../src/store/store.ts'
import { NewEntryPage } from '../../../src/views/time/new-entry-page.tsx'
import { lawyer, matterId, openPractice, typed, walledId } from '../../domain/legal-trial.ts'
import { act, openTrialStore, personId } from '../../store/trial-store.ts'
import { button, find, type as typeIn } from '../parts/render.ts'
import { showIn, soon, text } from './trial-app.tsx'

const entries = async (store: Store) => currentEntries(await store.reads.where('entry', 'personId', personId)).entries
const duration = () => find<HTMLInputElement>('#entry-duration')
const ready = () => soon(() => duration())

test('a length by a tap and a save record time on what was worked on last', async () => {
  const store = await openPractice()
  await act(store, addEntry, typed(60))
  const told = showIn(store, NewEntryPage, '/time/new')
  await ready()
  button('30 min').click()
  await soon(() => expect(text()).toContain('30 min = 5 units. Today.'))
  button('Save').click()
  await soon(() => expect(told.at(-1)?.message).toMatch(/^30 min recorded\./))
  expect(await entries(store)).toHaveLength(2)
  expect((await entries(store)).find(({ seconds }) => seconds === 1_800)).toMatchObject({ matterId, source: 'typed' })
})

test('a length by a tap takes the place of a typed one that begins like another', async () => {
  const store = await openPractice()
  showIn(store, NewEntryPage, '/time/new')
  await ready()
  const isChosen = (label: string) =>
    button(label).getAttribute('aria-pressed') ?? button(label).getAttribute('aria-checked')
  typeIn(duration(), '1h 30m')
  await soon(() => expect(text()).toContain('1 h 30 min'))
  expect(isChosen('1 h')).toBe('false')
  button('30 min').click()
  await soon(() => expect(duration().value).toBe('30m'))
  expect(isChosen('30 min')).toBe('true')
})

test('what is left after the duration is what was done, and lies with the matter', async () => {
  const store = await openPractice()
  const told = showIn(store, NewEntryPage, `/time/new?matter=${walledId}`)
  await ready()
  expect(text()).toContain('only the people named on this matter can read it')
  typeIn(duration(), '1.5 read the papers')
  button('Save').click()
  await soon(() => expect(told).toHaveLength(1))
  expect(await store.reads.all('narrative')).toMatchObject([{ text: 'read the papers', wallId: walledId }])
})

test('what cannot be read is said in a sentence, and nothing that was typed is lost', async () => {
  const store = await openPractice()
  showIn(store, NewEntryPage, '/time/new')
  await ready()
  typeIn(duration(), '90')
  button('Save').click()
  await soon(() => expect(find('.error-summary').textContent).toContain('for minutes write 90m'))
  expect(duration().value).toBe('90')
  expect(await entries(store)).toEqual([])
})

test('what is typed outlives the page, and goes once it is saved', async () => {
  const store = await openPractice()
  showIn(store, NewEntryPage, '/time/new')
  await ready()
  typeIn(duration(), '2h about the lease')
  await soon(async () => expect(await store.database.drafts.count()).toBe(2))
  document.body.replaceChildren()
  showIn(store, NewEntryPage, '/time/new')
  await soon(() => expect(duration().value).toBe('2h about the lease'))
  button('Save').click()
  await soon(async () => expect(await store.database.drafts.count()).toBe(0))
})

test('entries that share time are named, and saved all the same', async () => {
  const store = await openPractice()
  const nine = Date.parse('2026-03-02T09:00:00Z')
  await act(store, addEntry, typed(3_600, { startAt: nine, endAt: nine + 3_600_000 }))
  const told = showIn(store, NewEntryPage, '/time/new')
  await ready()
  typeIn(duration(), '9.30-10.30')
  await soon(() => expect(text()).toContain('It shares 30 min with 09:00 to 10:00, Depot lease. Both are kept.'))
  typeIn(duration(), '10-11')
  await soon(() => expect(text()).not.toContain('It shares'))
  typeIn(duration(), '9.30-10.30')
  button('Save').click()
  await soon(() => expect(told).toHaveLength(1))
  expect(await entries(store)).toHaveLength(2)
})

test('without a team it says who sets one up', async () => {
  const store = await openTrialStore({ grants: lawyer })
  showIn(store, NewEntryPage, '/time/new')
  await soon(() => expect(text()).toContain('You are not in a legal team yet'))
  expect(text()).toContain('A practice manager sets up the team and your post')
})
