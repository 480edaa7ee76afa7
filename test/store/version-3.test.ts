// What version 3 left on a device opens with everything in it; files came after it. The fixture is never made anew.
import { expect, test } from 'vitest'
import { outgoing } from '../../src/store/answers.ts'
import { adoptUnknown, readCursors } from '../../src/store/apply.ts'
import { readDraft } from '../../src/store/drafts.ts'
import { fileBytes, filesWaiting } from '../../src/store/files.ts'
import { findDamaged } from '../../src/store/repair.ts'
import { sharedState } from '../../src/store/shared-state.ts'
import { diskOf, frozen } from './frozen-disk.ts'
import { openTrialStore } from './trial-store.ts'

const released = frozen(3)
const rowsOf = (table: string) => (released.tables[table]?.rows ?? []) as { id: string; doc: object }[]

test('a database of version 3 opens with every row of every table as it was, and with no part of any file', async () => {
  const store = await openTrialStore({ disk: await diskOf(released) })
  expect(released.version).toBe(30)
  for (const [name, { rows }] of Object.entries(released.tables))
    expect([name, await store.database.table(name).toArray()]).toEqual([name, rows])
  expect(await findDamaged(store)).toEqual([])
  expect(Object.keys(await readCursors(store))).toHaveLength(rowsOf('cursors').length)
  expect(await sharedState(store)).toMatchObject({ waitingCount: rowsOf('outbox').length })
  expect(await readDraft(store, 'new-outage:title')).toBe('half a sen')
  expect(await filesWaiting(store)).toBe(0)
})

test('its records are found as any others are, with what was not yet sent over them', async () => {
  const { reads } = await openTrialStore({ disk: await diskOf(released) })
  const [incident] = await reads.all('incident')
  expect(incident).toMatchObject({ title: 'The printer is stuck', state: 'in_progress' })
  expect(await reads.where('comment', 'incidentId', incident?.id ?? '')).toMatchObject([{ text: 'On my way.' }])
  expect(await reads.where('follow', 'incidentId', incident?.id ?? '')).toHaveLength(1)
  const [outage] = await reads.all('outage')
  expect(outage).toMatchObject({ title: 'Mail', cause: 'a disk' })
  expect((await reads.all('conflict')).map(({ recordId }) => recordId)).toEqual([outage?.id])
})

test('rows of files that a newer server had sent become records, whose bytes are not here yet', async () => {
  const store = await openTrialStore({ disk: await diskOf(released) })
  await adoptUnknown(store)
  const [outage] = await store.reads.all('outage')
  const [file] = await store.reads.where('attachment', 'ofId', outage?.id ?? '')
  expect(file).toMatchObject({ name: 'rack.jpg', size: 3 })
  expect(file && (await fileBytes(store, file))).toBe('not_here')
  expect((await store.database.unknown.toArray()).map(({ key }) => key.split(' ')[0])).toEqual(['satellite'])
})

test('an op that it had queued is sent as the very same bytes', async () => {
  const store = await openTrialStore({ disk: await diskOf(released) })
  const { ops } = await outgoing(store, 50)
  const queued = released.tables.outbox?.rows as { mid: number; text: string }[]
  expect(ops.map(({ mid, text }) => ({ mid, text }))).toEqual(queued.map(({ mid, text }) => ({ mid, text })))
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
  const frozenShapes = Object.entries(released.tables).map(([name, { rows: _, ...shape }]) => [name, shape])
  if (database.backendDB()?.version === released.version) expect(shapes).toEqual(frozenShapes)
  else expect(database.backendDB()?.version).toBeGreaterThan(released.version)
})
