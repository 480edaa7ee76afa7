// Data written by any released version loads. The fixture is what version 1 left on a device; it is never made anew.
import { readFileSync } from 'node:fs'
import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { outgoing } from '../../src/store/answers.ts'
import { readCursors } from '../../src/store/apply.ts'
import { readDraft } from '../../src/store/drafts.ts'
import { parkedOps } from '../../src/store/parked.ts'
import { findDamaged } from '../../src/store/repair.ts'
import { sharedState } from '../../src/store/shared-state.ts'
import { openTrialStore, shared } from './trial-store.ts'

interface Frozen {
  readonly version: number
  readonly tables: Readonly<
    Record<string, { keyPath: string; isNumbered: boolean; indexes: readonly [string, boolean][]; rows: object[] }>
  >
}
const frozen: Frozen = JSON.parse(readFileSync('test/fixtures/store/version-1.json', 'utf8'))

/** A disk as the released version left it, made without any code of ours. */
async function frozenDisk(added: Readonly<Record<string, readonly object[]>> = {}): Promise<IDBFactory> {
  const disk = new IDBFactory()
  await new Promise<void>((resolve, reject) => {
    const opening = disk.open('trial', frozen.version)
    opening.onerror = () => reject(opening.error)
    opening.onupgradeneeded = () => {
      for (const [name, { keyPath, isNumbered, indexes, rows }] of Object.entries(frozen.tables)) {
        const table = opening.result.createObjectStore(name, { keyPath, autoIncrement: isNumbered })
        for (const [path, isMulti] of indexes) table.createIndex(path, path, { multiEntry: isMulti })
        for (const row of [...rows, ...(added[name] ?? [])]) table.put(row)
      }
    }
    opening.onsuccess = () => {
      opening.result.close()
      resolve()
    }
  })
  return disk
}

test('Data written by any released version loads', async () => {
  const store = await openTrialStore({ disk: await frozenDisk() })
  const [outage] = await store.reads.all('outage')
  expect(await store.reads.all('outage')).toHaveLength(2)
  expect(outage).toMatchObject({ title: 'Mail', cause: 'a disk', endAt: 1_772_442_600_000 })
  expect(await store.reads.where('event', 'outageId', outage?.id ?? '')).toHaveLength(2)
  expect(await store.reads.between('outage', 'startAt', 1_772_442_000_000, 1_772_442_000_001)).toHaveLength(2)
  expect(await findDamaged(store)).toEqual([])
  expect(await readCursors(store)).toEqual({ [shared]: 2 })
  expect(await sharedState(store)).toEqual({ waitingCount: 1, needsCount: 1, lastSyncedAt: 1_772_442_000_000 })
  expect((await parkedOps(store)).map((op) => op.code)).toEqual(['not_allowed'])
  expect(await readDraft(store, 'new-outage:title')).toBe('half a sen')
  expect(await store.database.unknown.count()).toBe(1)
})

test('rows of a kind that is no more stay on the device as rows of an unknown kind', async () => {
  const row = { id: 'r', s: 'catalogue', ver: 3, doc: { share: 0.5 }, groups: {} }
  const store = await openTrialStore({ disk: await frozenDisk({ k_reliance: [{ ...row, del: 0 }] }) })
  expect(await store.database.unknown.get('reliance r')).toEqual({
    key: 'reliance r',
    s: 'catalogue',
    row: { ...row, k: 'reliance', del: false },
  })
})

test('a table or an index that is added comes with a version number of its own', async () => {
  const { database } = await openTrialStore()
  const shapes = database.tables.map(({ name, schema: { primKey, indexes } }) => [
    name,
    {
      keyPath: primKey.keyPath,
      isNumbered: primKey.auto === true,
      indexes: indexes.map((index) => [index.keyPath, index.multi === true]),
    },
  ])
  const frozenShapes = Object.entries(frozen.tables).map(([name, { rows: _, ...shape }]) => [name, shape])
  if (database.backendDB()?.version === frozen.version) expect(shapes).toEqual(frozenShapes)
  else expect(database.backendDB()?.version).toBeGreaterThan(frozen.version)
})

test('an op that was queued by a released version is sent as the very same bytes', async () => {
  const store = await openTrialStore({ disk: await frozenDisk() })
  const { client, ops } = await outgoing(store, 50)
  expect(client).toBe('019cadc6-9a80-7000-8000-00000000000c')
  const queued = frozen.tables.outbox?.rows as { mid: number; text: string }[]
  expect(ops.map(({ mid, text }) => ({ mid, text }))).toEqual(queued.map(({ mid, text }) => ({ mid, text })))
})
