// Legal text on a device: sealed under a key that is there for as long as the lease runs.
// Before Dexie: it looks once whether there is a database to follow.
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import { saves } from '../../src/domain/mutations/keep-catalogue.ts'
import { saveNarrative } from '../../src/domain/mutations/narrative.ts'
import { addEntry } from '../../src/domain/mutations/record-time.ts'
import type { StoredRow } from '../../src/store/database.ts'
import { leaseState } from '../../src/store/lease.ts'
import { mutate } from '../../src/store/mutate.ts'
import { newMatter, startPractice } from '../server/practice.ts'
import type { Device, Trial } from '../server/trial.ts'
import { startDevice, type TrialDevice } from './device.ts'
import { asText, putRaw, rawRows } from './raw-disk.ts'

const legal: Grant[] = [{ role: 'legal', on: null }]
const HOUR_MS = 3_600_000
const stretch = { workedOn: '2026-03-02', startAt: null, endAt: null, seconds: 1800, isEstimated: false } as const

/** A lawyer's device with a matter and a narrative that the server has too. */
async function startLawyer(disk = new IDBFactory()) {
  const { trial, lawyers } = await startPractice(1)
  const [lawyer] = lawyers as [Device]
  const device = await startDevice(trial, lawyer, legal, disk)
  await device.syncNow()
  const { id: matterId, doc } = newMatter({ parties: ['canary party'] })
  await device.act(saves.matter, { id: matterId, doc: { ...doc, note: 'canary note', title: 'An open title' } })
  const work = { teamId: doc.teamId, matterId, activity: 'drafting', chargeability: 'chargeable' } as const
  const said = { ...work, ...stretch, source: 'typed' } as const
  const writes = await device.act(addEntry, { ...said, narrative: 'canary words' })
  const idOf = (kind: string) => writes.find(({ k }) => k === kind)?.id ?? ''
  const ids = { matterId, entryId: idOf('entry'), narrativeId: idOf('narrative') }
  return { trial, lawyer, device, disk, said, ...ids, name: device.store.name }
}
const textsOf = async ({ store }: TrialDevice) => (await store.reads.all('narrative')).map(({ text }) => text).sort()
const raw = async (disk: IDBFactory, { name }: { readonly name: string }) => asText(await rawRows(disk, name))
const keyIn = async (disk: IDBFactory, { name }: { readonly name: string }) =>
  (await rawRows(disk, name)).meta?.find((row) => (row as { key: string }).key === 'lease') as
    | { readonly value: { readonly id: string; readonly key?: string } }
    | undefined
const roleOf = (trial: Trial, admin: Device, id: string, roles: readonly string[]) =>
  trial.post('/admin/people/grants', { id, grants: roles.map((role) => ({ role, on: null })) }, admin.cookie)

test('what the server has of narratives, notes and parties lies sealed, and is read as ever', async () => {
  const { device, disk, matterId } = await startLawyer()
  expect(await raw(disk, device.store)).toContain('canary words')
  await device.syncNow()
  const lying = await raw(disk, device.store)
  expect(lying).not.toContain('canary')
  expect(lying).toContain('An open title')
  expect(await textsOf(device)).toEqual(['canary words'])
  const matter = await device.store.reads.get('matter', matterId)
  expect(matter).toMatchObject({ note: 'canary note', parties: [{ name: 'canary party' }] })
  const again = await device.restart()
  expect(await textsOf(again)).toEqual(['canary words'])
})

test('a change that is not sent lies open in the queue alone, and sealed over the record', async () => {
  const { device, disk, entryId } = await startLawyer()
  await device.syncNow()
  device.isOnline = false
  await device.act(saveNarrative, { entryId, text: 'canary changed' })
  const { outbox, ...others } = await rawRows(disk, device.store.name)
  expect(asText(outbox)).toContain('canary changed')
  expect(asText(others)).not.toContain('canary')
  expect(await textsOf(device)).toEqual(['canary changed'])
  device.isOnline = true
  await device.syncNow()
  expect(await raw(disk, device.store)).not.toContain('canary')
})

test('both sides of a conflict over legal text lie sealed, and can be settled', async () => {
  const { trial, lawyer, device, entryId } = await startLawyer()
  await device.syncNow()
  const disk = new IDBFactory()
  const other = await startDevice(trial, lawyer, legal, disk)
  await other.syncNow()
  await device.act(saveNarrative, { entryId, text: 'canary one' })
  await other.act(saveNarrative, { entryId, text: 'canary two' })
  for (const each of [device, other, device]) await each.syncNow()
  const [conflict] = await other.store.reads.all('conflict')
  expect(JSON.stringify([conflict?.shown.value, conflict?.other.value])).toContain('canary one')
  expect(await raw(disk, other.store)).not.toContain('canary')
})

test('when the lease ends offline legal text is locked; time is recorded on; contact opens and sends', async () => {
  const { trial, device, disk, said, matterId, entryId, narrativeId } = await startLawyer()
  await device.syncNow()
  const second = await device.secondTab()
  device.isOnline = false
  second.isOnline = false
  trial.clock.now += 71 * HOUR_MS
  const tab = await device.secondTab()
  expect(await textsOf(tab)).toEqual(['canary words'])
  trial.clock.now += HOUR_MS
  for (const each of [tab, second]) expect(await textsOf(each)).toEqual([''])
  expect(await tab.store.reads.isLocked('narrative', narrativeId)).toBe(true)
  expect(await tab.store.reads.get('matter', matterId)).toMatchObject({ title: 'An open title', note: '', parties: [] })
  await tab.act(addEntry, { ...said, narrative: 'recorded while locked' })
  expect(await textsOf(tab)).toEqual(['', 'recorded while locked'])
  const refused = await mutate(tab.store, saveNarrative, { entryId, text: 'over unread words' })
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'locked' } })
  const restarted = await tab.restart()
  restarted.isOnline = false
  expect((await keyIn(disk, device.store))?.value).not.toHaveProperty('key')
  const since = trial.clock.now
  trial.clock.now += 5 * HOUR_MS
  expect(await leaseState(restarted.store)).toEqual({ lockedSince: since })
  restarted.isOnline = true
  await restarted.syncNow()
  expect(await textsOf(restarted)).toEqual(['canary words', 'recorded while locked'])
  await expect.poll(() => textsOf(second)).toEqual(['canary words', 'recorded while locked'])
  expect(restarted.sync.status()).toMatchObject({ state: 'up_to_date', waitingCount: 0 })
  expect(await raw(disk, device.store)).not.toMatch(/canary|recorded while/)
})

test('whoever loses Legal loses the key, and unsent work still reaches the server', async () => {
  const { trial, lawyer, device, disk, said } = await startLawyer()
  await device.syncNow()
  const admin = await trial.person('admin')
  device.isOnline = false
  trial.clock.now += 2 * HOUR_MS
  await device.act(addEntry, { ...said, narrative: 'canary on its way' })
  await roleOf(trial, admin, lawyer.userId, ['staff'])
  device.isOnline = true
  await device.syncNow()
  expect((await keyIn(disk, device.store))?.value).not.toHaveProperty('key')
  expect(await raw(disk, device.store)).not.toContain('canary')
  const list = await (await trial.get('/admin/quarantine', admin.cookie)).json()
  expect(list).toMatchObject({ changes: [{ name: 'entry.add' }] })
})

test('with another key, what was sealed comes anew and what waits is kept', async () => {
  const { trial, lawyer, device, disk, said } = await startLawyer()
  await device.syncNow()
  const admin = await trial.person('admin')
  const before = await keyIn(disk, device.store)
  device.isOnline = false
  await device.act(addEntry, { ...said, narrative: 'canary unsent' })
  await roleOf(trial, admin, lawyer.userId, ['staff'])
  await roleOf(trial, admin, lawyer.userId, ['legal'])
  trial.clock.now += 100 * HOUR_MS
  device.isOnline = true
  await device.syncNow()
  expect((await keyIn(disk, device.store))?.value.id).not.toBe(before?.value.id)
  expect(await textsOf(device)).toEqual(['canary unsent', 'canary words'])
  expect(await raw(disk, device.store)).not.toContain('canary')
  const again = await device.restart()
  expect(await textsOf(again)).toEqual(['canary unsent', 'canary words'])
})

test.each([10, -10])(
  'a clock set %i years on locks, and one contact opens, whenever it is put right',
  async (years) => {
    const { device, disk } = await startLawyer()
    await device.syncNow()
    for (const aheadMs of [years * 365 * 24 * HOUR_MS, 0]) {
      device.clockAheadMs = aheadMs
      expect(await textsOf(device)).toEqual([''])
      await device.syncNow()
      expect(await textsOf(device)).toEqual(['canary words'])
    }
    expect(await raw(disk, device.store)).not.toContain('canary')
  },
)

test('sealed words that were changed, or put in another’s place, are fetched anew and never read as none', async () => {
  const { device, disk, said, narrativeId, entryId, name } = await startLawyer()
  await device.act(addEntry, { ...said, narrative: 'canary other' })
  await device.syncNow()
  const rows = (await rawRows(disk, name)).k_narrative as StoredRow[]
  const [mine, other] = [rows.find(({ id }) => id === narrativeId), rows.find(({ id }) => id !== narrativeId)]
  const sealed = mine?.doc.$sealed as Uint8Array
  const changed = sealed.map((byte, i) => (i === sealed.length - 1 ? byte ^ 1 : byte))
  for (const $sealed of [changed, other?.doc.$sealed]) {
    await putRaw(disk, name, 'k_narrative', { ...mine, doc: { ...mine?.doc, $sealed } })
    const tab = await device.restart()
    expect(await textsOf(tab)).toEqual(['canary other'])
    const refused = await mutate(tab.store, saveNarrative, { entryId, text: 'over unread words' })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'locked' } })
    const textsAnew = () => tab.syncNow().then(() => textsOf(tab))
    await expect.poll(textsAnew).toEqual(['canary other', 'canary words'])
    tab.stop()
  }
})

test('rows that lay open before there was a lease are sealed with the first', async () => {
  const { trial, lawyer, device } = await startLawyer()
  const noLease = async () => Response.json({ x: 'sync1', error: { code: 'not_found', message: '' } }, { status: 404 })
  await device.syncNow()
  const fresh = new IDBFactory()
  const early = await startDevice(trial, lawyer, legal, fresh)
  early.faults.push(noLease)
  await early.syncNow()
  expect(await raw(fresh, early.store)).toContain('canary words')
  trial.clock.now += 2 * HOUR_MS
  await early.syncNow()
  expect(await raw(fresh, early.store)).not.toContain('canary')
  expect(await textsOf(early)).toEqual(['canary words'])
})

test('while locked, a server that does not answer about the lease is asked again, and nothing is lost or laid open', async () => {
  const { trial, device, disk, said } = await startLawyer()
  await device.syncNow()
  trial.clock.now += 80 * HOUR_MS
  await device.act(addEntry, { ...said, narrative: 'waits' })
  device.faults.push(async () => new Response('nginx', { status: 502 }))
  await device.syncNow()
  expect(device.sync.status()).toMatchObject({ waitingCount: 1, lastError: 'offline' })
  expect(await raw(disk, device.store)).not.toContain('canary')
  await device.syncNow()
  expect(await textsOf(device)).toEqual(['canary words', 'waits'])
})
