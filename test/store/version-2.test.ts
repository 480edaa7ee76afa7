// What version 2 left on a device opens with everything in it; incidents came after it. The fixture is never made anew.
import { expect, test } from 'vitest'
import { outgoing } from '../../src/store/answers.ts'
import { adoptUnknown, readCursors } from '../../src/store/apply.ts'
import { readDraft } from '../../src/store/drafts.ts'
import { parkedOps } from '../../src/store/parked.ts'
import { findDamaged } from '../../src/store/repair.ts'
import { sharedState } from '../../src/store/shared-state.ts'
import { diskOf, frozen } from './frozen-disk.ts'
import { openTrialStore } from './trial-store.ts'

const released = frozen(2)
const rowsOf = (table: string) => (released.tables[table]?.rows ?? []) as { id: string; doc: object }[]

test('a database of version 2 opens with every row of every table as it was', async () => {
  const store = await openTrialStore({ disk: await diskOf(released) })
  const { database } = store
  expect(released.version).toBe(20)
  for (const [name, { rows }] of Object.entries(released.tables))
    expect([name, await database.table(name).toArray()]).toEqual([name, rows])
  expect(await findDamaged(store)).toEqual([])
  expect(Object.keys(await readCursors(store))).toHaveLength(rowsOf('cursors').length)
  expect(await sharedState(store)).toMatchObject({ waitingCount: rowsOf('outbox').length })
  expect((await parkedOps(store)).map((op) => [op.name, op.code])).toEqual([['system.save', 'not_allowed']])
  expect(await readDraft(store, 'new-outage:title')).toBe('half a sen')
})

test('its records are found as any others are, with what was not yet sent over them', async () => {
  const { reads } = await openTrialStore({ disk: await diskOf(released) })
  const [outage] = await reads.all('outage')
  expect(outage).toMatchObject({ title: 'Mail', cause: 'a disk', level: 'down' })
  expect(outage?.endAt).not.toBeNull()
  expect(await reads.where('event', 'outageId', outage?.id ?? '')).toHaveLength(rowsOf('k_event').length)
  const [narrative] = await reads.all('narrative')
  expect(narrative?.text).toBe('Read the papers again.')
  expect(await reads.where('entry', 'workedOn', '2026-03-02')).toHaveLength(2)
  expect((await reads.all('conflict')).map(({ recordId }) => recordId)).toEqual([outage?.id])
})

test('rows of kinds that it did not know become records; those that nobody knows stay as they came', async () => {
  const store = await openTrialStore({ disk: await diskOf(released) })
  await adoptUnknown(store)
  const [incident] = await store.reads.all('incident')
  expect(incident).toMatchObject({ title: 'The printer is stuck', state: 'new' })
  expect(await store.reads.where('comment', 'incidentId', incident?.id ?? '')).toMatchObject([{ text: 'On my way.' }])
  const left = await store.database.unknown.toArray()
  expect(left.map(({ key }) => key.split(' ')[0])).toEqual(['satellite'])
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
