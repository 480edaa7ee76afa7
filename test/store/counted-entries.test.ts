import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeId } from '../../src/domain/identity.ts'
import type { Mutation } from '../../src/domain/mutation.ts'
import { saves } from '../../src/domain/mutations/keep-catalogue.ts'
import { addEntry, correctEntry, removeEntry } from '../../src/domain/mutations/record-time.ts'
import { entriesOfDays, entriesOfMatter } from '../../src/store/counted-entries.ts'
import { mutate } from '../../src/store/mutate.ts'
import { openStore, type Store } from '../../src/store/store.ts'

const now = Date.parse('2026-11-10T10:00:00Z')
const personId = makeId(1, new Uint8Array(10))
let count = 0
const newId = (at = now) => makeId(at, new Uint8Array(10).with(9, ++count % 256))
let store: Store

beforeEach(async () => {
  const access = () => ({ userId: personId, grants: [{ role: 'legal' as const, on: null }] })
  const world = { indexedDB: new IDBFactory(), IDBKeyRange }
  store = await openStore({ name: 'counted', personId, access, now: () => now, newId, ...world })
})
afterEach(() => store.close())

async function act<Args>(mutation: Mutation<Args>, args: Args): Promise<string> {
  const outcome = await mutate(store, mutation, args)
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.writes[0]?.id ?? ''
}

const teamId = newId()
async function matter(reference: string): Promise<string> {
  const id = newId()
  const doc = {
    ...{ teamId, wallId: null, reference, title: 'Depot lease', type: 'property' as const, councilId: newId() },
    ...{ divisionId: null, leadId: null, gradeWanted: null, openedOn: '2026-01-05', closedOn: null },
    ...{ estimateHours: null, keyDates: [], parties: [], outcome: null, note: '' },
  }
  await act(saves.matter, { id, doc })
  return id
}

const said = (matterId: string, workedOn = '2026-11-09') => ({
  ...{ teamId, matterId, activity: 'advice' as const, chargeability: 'chargeable' as const, workedOn },
  ...{ startAt: null, endAt: null, seconds: 3600, isEstimated: false, narrative: '' },
})
const add = (matterId: string, workedOn?: string) => act(addEntry, { ...said(matterId, workedOn), source: 'typed' })

test('an entry that a correction moved to another matter counts there and no more here', async () => {
  const [first, second] = [await matter('M/1'), await matter('M/2')]
  const entryId = await add(first)
  expect(await entriesOfMatter(store.reads, first)).toHaveLength(1)
  await act(correctEntry, { entryId, ...said(second), seconds: 1800 })
  expect(await entriesOfMatter(store.reads, first)).toEqual([])
  expect(await entriesOfMatter(store.reads, second)).toMatchObject([{ seconds: 1800 }])
})

test('an entry that a correction moved to another month is not counted in both', async () => {
  const id = await matter('M/1')
  const entryId = await add(id, '2025-11-09')
  await act(correctEntry, { entryId, ...said(id, '2026-11-09') })
  expect(await entriesOfDays(store.reads, '2025-11-01', '2025-12-01')).toEqual([])
  expect(await entriesOfDays(store.reads, '2026-11-01', '2026-12-01')).toHaveLength(1)
})

test('a removed entry counts nowhere, and the last day is not included', async () => {
  const id = await matter('M/1')
  const entryId = await add(id, '2026-11-01')
  await add(id, '2026-12-01')
  expect(await entriesOfDays(store.reads, '2026-11-01', '2026-12-01')).toHaveLength(1)
  await act(removeEntry, { entryId })
  expect(await entriesOfDays(store.reads, '2026-11-01', '2026-12-01')).toEqual([])
})
