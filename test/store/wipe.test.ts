import { expect, test } from 'vitest'
import { describeOutage } from '../../src/domain/mutations/tell-outage.ts'
import type { Row } from '../../src/domain/record.ts'
import { outgoing, takeAnswers } from '../../src/store/answers.ts'
import { applyStep, openScopes, readCursors } from '../../src/store/apply.ts'
import { readDraft, saveDraft } from '../../src/store/drafts.ts'
import { type ParkedOp, parkedOps } from '../../src/store/parked.ts'
import { wipeScopes } from '../../src/store/wipe.ts'
import { act, dump, newId, openTrialStore, opsOf, outageRow, shared } from './trial-store.ts'

const canary = 'canary-5f1e'
const catalogueRow: Row = {
  k: 'council',
  id: newId(),
  s: 'catalogue',
  ver: 1,
  del: false,
  doc: { name: 'Ashford', shortName: 'A' },
  groups: {},
}

async function openFilled() {
  const store = await openTrialStore()
  const id = newId()
  await openScopes(store, [shared, 'catalogue'])
  const strange = { ...outageRow(newId(), 1, { title: canary }), k: 'satellite' }
  const rows = [outageRow(id, 1, { title: canary }), strange]
  await applyStep(store, { scope: shared, rows, from: 0, to: 1, isAnew: false })
  await applyStep(store, { scope: 'catalogue', rows: [catalogueRow], from: 0, to: 1, isAnew: false })
  await saveDraft(store, `${id}:cause`, canary)
  await saveDraft(store, 'new-outage:title', 'kept')
  return { store, id }
}

test('of a scope that was taken away nothing remains: records, rows of unknown kinds, drafts, accepted ops, the cursor', async () => {
  const { store, id } = await openFilled()
  await act(store, describeOutage, { outageId: id, title: canary, cause: canary, workaround: '' })
  const { client } = await outgoing(store, 1)
  await takeAnswers(store, client, [{ mid: 1, o: 'ok', vers: { [shared]: 2 } }])
  await wipeScopes(store, [shared])
  expect(JSON.stringify(await dump(store))).not.toContain(canary)
  expect(await readCursors(store)).toEqual({ catalogue: 1 })
  expect(await store.reads.all('council')).toHaveLength(1)
  expect(await readDraft(store, 'new-outage:title')).toBe('kept')
})

test('what was not yet sent for it stays in the queue, and shows no record', async () => {
  const { store, id } = await openFilled()
  await act(store, describeOutage, { outageId: id, title: 'Mail', cause: '', workaround: '' })
  await wipeScopes(store, [shared])
  expect(await store.reads.all('outage')).toEqual([])
  expect(await store.reads.all('event')).toEqual([])
  expect((await opsOf(store)).map((op) => op.mid)).toEqual([1])
  const { client } = await outgoing(store, 1)
  await takeAnswers(store, client, [{ mid: 1, o: 'rejected', code: 'not_allowed', message: 'Not yours.' }])
  expect(await store.reads.all('outage')).toEqual([])
  expect((await dump(store)).parked).toMatchObject([{ code: 'kept_elsewhere', text: '', name: 'outage.describe' }])
})

test('what was refused before goes to the server too, and neither it nor the answer leaves its words here', async () => {
  const { store, id } = await openFilled()
  await act(store, describeOutage, { outageId: id, title: canary, cause: canary, workaround: '' })
  const { client } = await outgoing(store, 1)
  await takeAnswers(store, client, [{ mid: 1, o: 'rejected', code: 'withdrawn', message: 'It is gone.' }])
  await store.database.parked.put({
    ...((await store.database.parked.toArray())[0] as ParkedOp),
    id: 'damaged',
    text: `{"mid":1,"s":"${shared}","${canary}`,
  })
  await wipeScopes(store, [shared])
  expect(await parkedOps(store)).toEqual([])
  expect((await opsOf(store)).map(({ mid, name }) => [mid, name])).toEqual([[2, 'outage.describe']])
  await takeAnswers(store, client, [{ mid: 2, o: 'quarantined', code: 'not_allowed', message: 'Kept.' }])
  expect(JSON.stringify(await dump(store))).not.toContain(canary)
  expect(await parkedOps(store)).toMatchObject([{ code: 'kept_elsewhere', text: '' }])
})

test('of a change that the server had taken before, nothing is kept for sending again', async () => {
  const { store, id } = await openFilled()
  await act(store, describeOutage, { outageId: id, title: canary, cause: canary, workaround: '' })
  await wipeScopes(store, [shared])
  expect(await opsOf(store)).toHaveLength(1)
  const { client } = await outgoing(store, 1)
  await takeAnswers(store, client, [{ mid: 1, o: 'ok', vers: { [shared]: 2 } }])
  expect(JSON.stringify(await dump(store))).not.toContain(canary)
  expect(await parkedOps(store)).toEqual([])
})

test('rows of a scope that was taken away meanwhile are not stored', async () => {
  const { store } = await openFilled()
  await wipeScopes(store, [shared])
  await applyStep(store, { scope: shared, rows: [outageRow(newId(), 2)], from: 1, to: 2, isAnew: false })
  expect(await store.reads.all('outage')).toEqual([])
  expect(await readCursors(store)).toEqual({ catalogue: 1 })
})

test('files of a scope that was taken away go in the same moment, and those of others stay', async () => {
  const { store } = await openFilled()
  const part = { n: 0, hash: '', bytes: new Uint8Array([1]) }
  for (const s of [shared, 'catalogue']) await store.database.parts.put({ ...part, key: `${s} 0`, of: s, s })
  await wipeScopes(store, [shared])
  expect((await store.database.parts.toArray()).map(({ s }) => s)).toEqual(['catalogue'])
})
