import { expect, test } from 'vitest'
import { describeOutage } from '../../src/domain/mutations/tell-outage.ts'
import { opLimits } from '../../src/domain/wire.ts'
import { exportEverything } from '../../src/reports/list-export.ts'
import { outgoing, takeAnswers } from '../../src/store/answers.ts'
import { applyStep, openScopes } from '../../src/store/apply.ts'
import { clearDraft, readDraft, saveDraft } from '../../src/store/drafts.ts'
import { discardParked, parkedOps, retryParked } from '../../src/store/parked.ts'
import { sharedState } from '../../src/store/shared-state.ts'
import { act, newId, openTrialStore, opsOf, outageRow, shared } from './trial-store.ts'

async function openRefused() {
  const store = await openTrialStore()
  const id = newId()
  await openScopes(store, [shared])
  await applyStep(store, { scope: shared, rows: [outageRow(id, 1)], from: 0, to: 1, isAnew: false })
  await act(store, describeOutage, { outageId: id, title: 'Mine', cause: '', workaround: '' })
  const { client } = await outgoing(store, 1)
  await takeAnswers(store, client, [{ mid: 1, o: 'rejected', code: 'not_allowed', message: 'Not yours.' }])
  const [parked] = await parkedOps(store)
  if (!parked) throw new Error('nothing was parked')
  return { store, id, parked }
}

test('a refused change is counted as needing its author until it is dealt with', async () => {
  const { store, parked } = await openRefused()
  expect(await sharedState(store)).toMatchObject({ needsCount: 1, waitingCount: 0 })
  expect(parked).toMatchObject({ name: 'outage.describe', message: 'Not yours.' })
  await discardParked(store, parked.id)
  expect(await sharedState(store)).toMatchObject({ needsCount: 0, waitingCount: 0 })
})

test('trying a refused change again sends what its author meant, on what its author saw', async () => {
  const { store, id, parked } = await openRefused()
  const later = [outageRow(id, 3, { title: 'Theirs' })]
  await applyStep(store, { scope: shared, rows: later, from: 1, to: 3, isAnew: false })
  await retryParked(store, parked.id)
  const [op] = await opsOf(store)
  expect(op?.mid).toBe(2)
  expect(op?.changes[0]).toMatchObject({ base: { about: 1 }, set: { about: { title: 'Mine' } } })
  expect((await store.reads.get('outage', id))?.title).toBe('Mine')
  expect(await parkedOps(store)).toEqual([])
})

test('a parked change that cannot be read any more says so and stays where it is', async () => {
  const { store, parked } = await openRefused()
  await store.database.parked.update(parked.id, { text: '{"mid":' })
  await expect(retryParked(store, parked.id)).rejects.toThrow()
  expect(await parkedOps(store)).toHaveLength(1)
})

test('a parked change that is too large for another try stays where it is', async () => {
  const { store, parked } = await openRefused()
  const text = parked.text.replace('"Mine"', JSON.stringify('x'.repeat(opLimits.bytes)))
  await store.database.parked.update(parked.id, { text })
  await expect(retryParked(store, parked.id)).rejects.toThrow()
  expect(await parkedOps(store)).toHaveLength(1)
  expect(await opsOf(store)).toEqual([])
})

test('text that was typed is there again until it is saved or thrown away', async () => {
  const store = await openTrialStore()
  await saveDraft(store, 'a:note', 'half a sen')
  await saveDraft(store, 'a:note', 'half a sentence')
  expect(await readDraft(store, 'a:note')).toBe('half a sentence')
  expect(await readDraft(store, 'b:note')).toBeUndefined()
  await clearDraft(store, 'a:note')
  expect(await readDraft(store, 'a:note')).toBeUndefined()
})

test('everything that a person may see can be had at once, with what is not yet shared', async () => {
  const { store, id } = await openRefused()
  await act(store, describeOutage, { outageId: id, title: 'Unsent', cause: '', workaround: '' })
  const { bytes, count } = await exportEverything(store.reads, store.now())
  const { records, unsentCount } = JSON.parse(new TextDecoder().decode(bytes)) as {
    records: { k: string; doc: object }[]
    unsentCount: number
  }
  expect(records.filter(({ k }) => k === 'outage').map(({ doc }) => doc)).toMatchObject([{ title: 'Unsent' }])
  expect([count, unsentCount]).toEqual([records.length, records.length])
})
