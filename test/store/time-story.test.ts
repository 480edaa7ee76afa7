import { expect, test } from 'vitest'
import { addEntry, correctEntry, removeEntry } from '../../src/domain/mutations/record-time.ts'
import { entryStory } from '../../src/store/time-story.ts'
import { minutes, openPractice, said, typed } from '../domain/legal-trial.ts'
import { act, clock } from './trial-store.ts'

const hourMs = 3_600_000

test('what was corrected on a device whose clock is behind still comes after what it corrects', async () => {
  const store = await openPractice()
  const [entry] = await act(store, addEntry, typed(minutes(60)))
  const entryId = entry?.id ?? ''
  clock.now -= hourMs
  await act(store, correctEntry, { entryId, ...said(minutes(30)) })
  const story = await entryStory(store.reads, entryId)
  expect(story?.versions.map(({ seconds }) => seconds)).toEqual([3600, 1800])
})

test('what was removed on a device whose clock is behind is shown as removed', async () => {
  const store = await openPractice()
  const [entry] = await act(store, addEntry, typed(minutes(60)))
  const entryId = entry?.id ?? ''
  clock.now -= hourMs
  await act(store, removeEntry, { entryId })
  const story = await entryStory(store.reads, entryId)
  expect(story?.current).toMatchObject({ isRemoved: true, replaces: [entryId] })
})

test('corrections made in one and the same moment come in their order', async () => {
  const store = await openPractice()
  let [last] = await act(store, addEntry, typed(minutes(10)))
  for (const length of [20, 30, 40, 50])
    [last] = await act(store, correctEntry, { entryId: last?.id ?? '', ...said(minutes(length)) })
  const story = await entryStory(store.reads, last?.id ?? '')
  expect(story?.versions.map(({ seconds }) => seconds / 60)).toEqual([10, 20, 30, 40, 50])
})
