import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { describeOutage } from '../../src/domain/mutations/tell-outage.ts'
import { outgoing, takeAnswers } from '../../src/store/answers.ts'
import { applyStep, openScopes } from '../../src/store/apply.ts'
import { readDraft, saveDraft } from '../../src/store/drafts.ts'
import { parkedOps } from '../../src/store/parked.ts'
import { putBack, readUnsent, unsentCount, unsentFileSchema } from '../../src/store/unsent-file.ts'
import { act, newId, openTrialStore, opsOf, outageRow, personId, shared } from './trial-store.ts'

const of = { db: 'a-server', personId, now: 1_772_000_000_000 }

/** One change that was refused, one that waits, and a draft. */
async function openFilled() {
  const disk = new IDBFactory()
  const store = await openTrialStore({ disk })
  const id = newId()
  const rows = [outageRow(id, 1)]
  await openScopes(store, [shared])
  await applyStep(store, { scope: shared, rows, from: 0, to: 1, isAnew: false })
  await act(store, describeOutage, { outageId: id, title: 'Refused', cause: '', workaround: '' })
  const { client } = await outgoing(store, 1)
  await takeAnswers(store, client, [{ mid: 1, o: 'rejected', code: 'withdrawn', message: 'It is gone.' }])
  await act(store, describeOutage, { outageId: id, title: 'Waits', cause: '', workaround: '' })
  await saveDraft(store, 'new:note', 'half a sentence')
  const file = await readUnsent('trial', of, disk)
  if (!file) throw new Error('nothing was read')
  return { disk, store, id, client, rows, file }
}

/** The same person on a device that has only what the server knows. */
async function anotherDevice({ rows }: Awaited<ReturnType<typeof openFilled>>) {
  const store = await openTrialStore()
  await openScopes(store, [shared])
  await applyStep(store, { scope: shared, rows, from: 0, to: 1, isAnew: false })
  return store
}

test('a file of what was not sent holds it whole, and stays what it is as JSON', async () => {
  const { file, client } = await openFilled()
  expect(unsentCount(file)).toBe(3)
  expect(file).toMatchObject({ db: 'a-server', client, ops: [{ mid: 2 }], drafts: [{ value: 'half a sentence' }] })
  expect(unsentFileSchema.parse(JSON.parse(JSON.stringify(file)))).toEqual(file)
})

test('on another device it is there again, and under its first number, however often it is put back', async () => {
  const filled = await openFilled()
  const { file, client, id } = filled
  const other = await anotherDevice(filled)
  expect(await putBack(other, file)).toEqual({ changes: 2, drafts: 1, known: 0, damaged: 0 })
  expect((await other.reads.get('outage', id))?.title).toBe('Waits')
  expect(await readDraft(other, 'new:note')).toBe('half a sentence')
  expect(await parkedOps(other)).toMatchObject([{ message: 'It is gone.' }])
  expect(await opsOf(other)).toMatchObject([{ mid: 1, by: personId, origin: `${client} 2` }])
  expect(await putBack(other, file)).toEqual({ changes: 0, drafts: 0, known: 2, damaged: 0 })
  const sent = await outgoing(other, 1)
  await takeAnswers(other, sent.client, [{ mid: 1, o: 'ok', vers: { [shared]: 2 } }])
  expect(await putBack(other, file)).toMatchObject({ changes: 0, known: 2 })
})

test('where it came from nothing is put back twice; half sentences of somebody else are left alone', async () => {
  const { store, file } = await openFilled()
  expect(await putBack(store, file)).toEqual({ changes: 0, drafts: 0, known: 2, damaged: 0 })
  const theirs = { ...file, personId: newId(), client: newId(), parked: [], drafts: [{ key: 'x', value: 'x', at: 1 }] }
  expect(await putBack(store, theirs)).toMatchObject({ changes: 1, drafts: 0 })
  expect(await readDraft(store, 'x')).toBeUndefined()
})

test('a damaged change in a file does not keep the others from being put back', async () => {
  const filled = await openFilled()
  const other = await anotherDevice(filled)
  const file = { ...filled.file, ops: [{ mid: 1, text: '{"mid":' }, ...filled.file.ops] }
  expect(await putBack(other, file)).toMatchObject({ changes: 2, damaged: 1 })
})

test('it can be had from tables that newer code has made, while those of this page cannot be opened', async () => {
  const { disk, store, file } = await openFilled()
  store.close()
  await new Promise<void>((resolve, reject) => {
    const opening = disk.open('trial', 990)
    opening.onupgradeneeded = () => opening.result.deleteObjectStore('drafts')
    opening.onsuccess = () => resolve(opening.result.close())
    opening.onerror = () => reject(opening.error)
  })
  await expect(openTrialStore({ disk })).rejects.toThrow()
  expect(await readUnsent('trial', of, disk)).toEqual({ ...file, drafts: [] })
})

test('asking after what is not there makes nothing', async () => {
  const disk = new IDBFactory()
  expect(await readUnsent('trial', of, disk)).toBeUndefined()
  expect(await disk.databases()).toEqual([])
})
