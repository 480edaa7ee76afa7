import { describe, expect, test } from 'vitest'
import { currentEntries } from '../../src/domain/current-entries.ts'
import { saves } from '../../src/domain/mutations/keep-catalogue.ts'
import {
  addEntry,
  bringBackEntry,
  correctEntry,
  removeEntry,
  settleEntries,
} from '../../src/domain/mutations/record-time.ts'
import type { Store } from '../../src/store/store.ts'
import { act, clock, newId, personId } from '../store/trial-store.ts'
import { councilId, minutes, openPractice, postDoc, rateDoc, refusalOf, said, typed, walledId } from './legal-trial.ts'

const entriesOf = (store: Store) => store.reads.where('entry', 'personId', personId)
const counting = async (store: Store) => currentEntries(await entriesOf(store)).entries
const add = async (store: Store, seconds: number, part: Parameters<typeof typed>[1] = {}) =>
  (await act(store, addEntry, typed(seconds, part)))[0]?.id ?? ''

describe('recording time', () => {
  test('keeps the seconds as they were, with units, grade and rate of its day', async () => {
    const store = await openPractice()
    await add(store, minutes(7))
    expect(await counting(store)).toMatchObject([
      { seconds: 420, units: 2, unitMinutes: 6, grade: 'B', pencePerHour: 8_000, personId, source: 'typed' },
    ])
  })

  test('takes the council from the matter, and none without a matter', async () => {
    const store = await openPractice()
    const [on, without] = [await add(store, 60), await add(store, 60, { matterId: null })]
    expect((await store.reads.get('entry', on))?.councilId).toBe(councilId)
    expect((await store.reads.get('entry', without))?.councilId).toBeNull()
  })

  test('that is not charged has units but no rate', async () => {
    const store = await openPractice()
    await add(store, 60, { chargeability: 'no_charge' })
    await add(store, 60, { chargeability: 'non_chargeable' })
    expect((await counting(store)).map(({ units, pencePerHour }) => [units, pencePerHour])).toEqual([
      [1, null],
      [1, null],
    ])
  })

  test('of no length, or ending before it starts, is refused with a sentence', async () => {
    const store = await openPractice()
    expect(await refusalOf(store, addEntry, typed(0))).toMatchObject({ code: 'no_time', field: 'duration' })
    const backwards = typed(60, { startAt: clock.now, endAt: clock.now - 60_000 })
    expect((await refusalOf(store, addEntry, backwards)).message).toBe('It ends before it starts. Check the two times.')
  })

  test('on a matter that is not here is refused, and nothing is written', async () => {
    const store = await openPractice()
    const refusal = await refusalOf(store, addEntry, typed(60, { matterId: newId() }))
    expect(refusal).toMatchObject({ code: 'no_such_matter', field: 'matter' })
    expect(await entriesOf(store)).toEqual([])
  })

  test('makes ids that sort by the time of the work', async () => {
    const store = await openPractice()
    const today = await add(store, 60)
    const earlier = await add(store, 60, { workedOn: '2026-02-27' })
    expect(earlier < today).toBe(true)
  })
})

describe('correcting time', () => {
  test('adds an entry that replaces it; the first stays as it was', async () => {
    const store = await openPractice()
    const id = await add(store, minutes(60))
    await act(store, correctEntry, { entryId: id, ...said(minutes(45)) })
    expect(await counting(store)).toMatchObject([{ seconds: 2_700, units: 8, replaces: [id], rootId: id }])
    expect(await store.reads.get('entry', id)).toMatchObject({ seconds: 3_600, replaces: [] })
  })

  test('keeps the rate that was kept while the work is the same, and finds that of the day when it is not', async () => {
    const store = await openPractice()
    const id = await add(store, minutes(60))
    const raised = { ...rateDoc, from: '2026-03-01', pencePerHour: 9_000 }
    await act(store, saves.charge_rate, { id: newId(), doc: raised })
    const [same] = await act(store, correctEntry, { entryId: id, ...said(minutes(30)) })
    const kept = (await counting(store))[0]
    expect([kept?.id, kept?.pencePerHour]).toEqual([same?.id, 8_000])
    await act(store, correctEntry, { entryId: same?.id ?? '', ...said(minutes(30), { workedOn: '2026-03-03' }) })
    expect((await counting(store))[0]?.pencePerHour).toBe(9_000)
  })

  test('may move it to another day and matter', async () => {
    const store = await openPractice()
    const id = await add(store, 60)
    await act(store, correctEntry, { entryId: id, ...said(60, { workedOn: '2026-02-27', matterId: walledId }) })
    expect(await counting(store)).toMatchObject([{ workedOn: '2026-02-27', matterId: walledId }])
  })

  test('and removing are linked entries, and a removal can be taken back', async () => {
    const store = await openPractice()
    const id = await add(store, minutes(60))
    const [removal] = await act(store, removeEntry, { entryId: id })
    expect(await counting(store)).toEqual([])
    await act(store, bringBackEntry, { entryId: removal?.id ?? '' })
    expect(await counting(store)).toMatchObject([{ seconds: 3_600, replaces: [removal?.id], rootId: id }])
    expect(await entriesOf(store)).toHaveLength(3)
  })

  test('and removing what is not here is refused', async () => {
    const store = await openPractice()
    expect(await refusalOf(store, removeEntry, { entryId: newId() })).toMatchObject({ code: 'no_such_entry' })
  })
})

describe('two statements of one thing', () => {
  test('are both kept, the shorter counts until the person chooses, and then the chosen one', async () => {
    const store = await openPractice()
    const id = await add(store, minutes(60))
    const [short] = await act(store, correctEntry, { entryId: id, ...said(minutes(30)) })
    // As another device would have made it, not knowing of the first correction.
    const [long] = await act(store, correctEntry, { entryId: id, ...said(minutes(50)) })
    const before = currentEntries(await entriesOf(store))
    expect(before.entries.map(({ seconds }) => seconds)).toEqual([1_800])
    expect(before.toSettle.map((group) => group.map((entry) => entry.id))).toEqual([[short?.id, long?.id]])
    await act(store, settleEntries, { keepId: long?.id ?? '', ids: [short?.id ?? '', long?.id ?? ''] })
    const after = currentEntries(await entriesOf(store))
    expect(after.entries.map(({ seconds }) => seconds)).toEqual([3_000])
    expect(after.toSettle).toEqual([])
  })

  test('are chosen from among themselves only', async () => {
    const store = await openPractice()
    const [a, b, other] = [await add(store, 60), await add(store, 120), await add(store, 180)]
    expect(await refusalOf(store, settleEntries, { keepId: other, ids: [a, b] })).toMatchObject({
      code: 'no_such_entry',
    })
  })
})

describe('the rate of an entry', () => {
  test('is missing, and never 0, where there is none for its day', async () => {
    const store = await openPractice()
    await add(store, 60, { workedOn: '2025-12-30' })
    expect(await counting(store)).toMatchObject([{ pencePerHour: null, units: 1 }])
  })

  test('is missing where two of one rank begin on one day', async () => {
    const store = await openPractice()
    await act(store, saves.charge_rate, { id: newId(), doc: { ...rateDoc, pencePerHour: 7_000 } })
    await add(store, 60)
    expect(await counting(store)).toMatchObject([{ pencePerHour: null }])
  })

  test('follows the grade in force on the day of the work', async () => {
    const store = await openPractice()
    const post = (await store.reads.all('post'))[0]
    if (!post) throw new Error('no post')
    const { id, ...doc } = post
    await act(store, saves.post, { id, doc: { ...doc, to: '2026-03-02' } })
    await act(store, saves.post, { id: newId(), doc: { ...postDoc, grade: 'A', from: '2026-03-02' } })
    await add(store, 60)
    await add(store, 60, { workedOn: '2026-03-01' })
    expect((await counting(store)).map(({ workedOn, grade }) => [workedOn, grade])).toEqual([
      ['2026-03-01', 'B'],
      ['2026-03-02', 'A'],
    ])
  })
})
