// Data written by any released version loads. The fixture is what version 1 left on a device; it is never made anew.
import { expect, test } from 'vitest'
import { outgoing } from '../../src/store/answers.ts'
import { readCursors } from '../../src/store/apply.ts'
import { readDraft } from '../../src/store/drafts.ts'
import { parkedOps } from '../../src/store/parked.ts'
import { findDamaged } from '../../src/store/repair.ts'
import { sharedState } from '../../src/store/shared-state.ts'
import { diskOf, frozen } from './frozen-disk.ts'
import { openTrialStore, shared } from './trial-store.ts'

const released = frozen(1)

test('Data written by any released version loads', async () => {
  const store = await openTrialStore({ disk: await diskOf(released) })
  const [outage] = await store.reads.all('outage')
  expect(await store.reads.all('outage')).toHaveLength(2)
  expect(outage).toMatchObject({ title: 'Mail', cause: 'a disk', endAt: 1_772_442_600_000 })
  expect(await store.reads.where('event', 'outageId', outage?.id ?? '')).toHaveLength(2)
  expect(await store.reads.between('outage', 'startAt', 1_772_442_000_000, 1_772_442_000_001)).toHaveLength(2)
  expect(await findDamaged(store)).toEqual([])
  expect(await readCursors(store)).toEqual({ [shared]: 2 })
  expect(await sharedState(store)).toEqual({
    waitingCount: 1,
    filesWaiting: 0,
    needsCount: 1,
    lastSyncedAt: 1_772_442_000_000,
  })
  expect((await parkedOps(store)).map((op) => op.code)).toEqual(['not_allowed'])
  expect(await readDraft(store, 'new-outage:title')).toBe('half a sen')
  expect(await store.database.unknown.count()).toBe(1)
})

test('rows of a kind that is no more stay on the device as rows of an unknown kind', async () => {
  const row = { id: 'r', s: 'catalogue', ver: 3, doc: { share: 0.5 }, groups: {} }
  const store = await openTrialStore({ disk: await diskOf(released, { k_reliance: [{ ...row, del: 0 }] }) })
  expect(await store.database.unknown.get('reliance r')).toEqual({
    key: 'reliance r',
    s: 'catalogue',
    row: { ...row, k: 'reliance', del: false },
  })
})

test('an op that was queued by a released version is sent as the very same bytes', async () => {
  const store = await openTrialStore({ disk: await diskOf(released) })
  const { client, ops } = await outgoing(store, 50)
  expect(client).toBe('019cadc6-9a80-7000-8000-00000000000c')
  const queued = released.tables.outbox?.rows as { mid: number; text: string }[]
  expect(ops.map(({ mid, text }) => ({ mid, text }))).toEqual(queued.map(({ mid, text }) => ({ mid, text })))
})
