import { expect, test } from 'vitest'
import { saveNarrative } from '../../src/domain/mutations/narrative.ts'
import { addEntry, correctEntry } from '../../src/domain/mutations/record-time.ts'
import { legalScope, matterScope } from '../../src/domain/scope.ts'
import type { Store } from '../../src/store/store.ts'
import { act, opsOf, personId } from '../store/trial-store.ts'
import { openPractice, refusalOf, said, teamId, typed, walledId } from './legal-trial.ts'

const secret = 'Advised on the break clause'
const add = async (store: Store, part: Parameters<typeof typed>[1] = {}) =>
  (await act(store, addEntry, typed(600, { narrative: secret, ...part })))[0]?.id ?? ''
const narratives = (store: Store) => store.reads.all('narrative')
const lastOp = async (store: Store) => (await opsOf(store)).at(-1)

test('what was done lies in the scope of the team, and no word of it in the entry', async () => {
  const store = await openPractice()
  const id = await add(store)
  const op = await lastOp(store)
  expect(op?.changes.map(({ k, s }) => [k, s])).toEqual([
    ['entry', `time:${personId}`],
    ['narrative', legalScope(teamId)],
  ])
  expect(JSON.stringify(op?.changes[0])).not.toContain('break clause')
  expect(await narratives(store)).toMatchObject([{ entryId: id, text: secret, wallId: null }])
})

test('what was done on a matter behind a wall lies behind that wall', async () => {
  const store = await openPractice()
  await add(store, { matterId: walledId })
  expect((await lastOp(store))?.changes.map(({ s }) => s)).toEqual([`time:${personId}`, matterScope(walledId)])
})

test('nothing written makes no record', async () => {
  const store = await openPractice()
  await add(store, { narrative: '  ' })
  expect(await narratives(store)).toEqual([])
})

test('a correction changes the text of its chain, and is not a second text', async () => {
  const store = await openPractice()
  const id = await add(store)
  await act(store, correctEntry, { entryId: id, ...said(600), narrative: 'Advised on rent' })
  expect(await narratives(store)).toMatchObject([{ entryId: id, text: 'Advised on rent' }])
})

test('moving time to a matter behind a wall leaves no word of it outside', async () => {
  const store = await openPractice()
  const id = await add(store)
  const before = (await narratives(store))[0]?.id ?? ''
  await act(store, correctEntry, { entryId: id, ...said(600, { matterId: walledId }), narrative: secret })
  expect(await narratives(store)).toMatchObject([{ wallId: walledId, text: secret }])
  expect(await store.reads.getDeleted('narrative', before)).toMatchObject({ text: '' })
})

test('and moving it back finds the place where it lay', async () => {
  const store = await openPractice()
  const id = await add(store)
  const [first] = await narratives(store)
  const [moved] = await act(store, correctEntry, {
    entryId: id,
    ...said(600, { matterId: walledId }),
    narrative: secret,
  })
  await act(store, correctEntry, { entryId: moved?.id ?? '', ...said(600), narrative: secret })
  expect(await narratives(store)).toEqual([first])
})

test('two devices that write of one entry write one record, so that both texts meet in a conflict', async () => {
  const store = await openPractice()
  const id = await add(store, { narrative: '' })
  const other = await openPractice()
  for (const { k, id: rowId, doc, s } of [await rowOf(store, id)])
    await other.database.table(`k_${k}`).put({ id: rowId, s, ver: 1, del: 0, doc, groups: {} })
  await act(store, saveNarrative, { entryId: id, text: 'One' })
  await act(other, saveNarrative, { entryId: id, text: 'Two' })
  const [one, two] = [await narratives(store), await narratives(other)]
  expect(one[0]?.id).toBe(two[0]?.id)
})

test('of an entry that is not here nothing can be written', async () => {
  const store = await openPractice()
  expect(await refusalOf(store, saveNarrative, { entryId: teamId, text: 'x' })).toMatchObject({ code: 'no_such_entry' })
})

async function rowOf(store: Store, id: string) {
  const row = await store.database.table('k_entry').get(id)
  return { k: 'entry', ...row }
}
