// Several people, roles that are taken away, one profile twice.
import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import { addNote } from '../../src/domain/mutations/tell-outage.ts'
import { saveDraft } from '../../src/store/drafts.ts'
import { startTrial, type Trial } from '../server/trial.ts'
import { clientOf, deviceRows, serverRows } from './compared.ts'
import { startDevice } from './device.ts'
import { adminAndIct, ict, reported, startDevices } from './devices.ts'

const regrant = (trial: Trial, userId: string, grants: readonly Grant[]) =>
  trial.database.write(async (statements) => {
    const user = await statements.user(userId)
    if (user) await statements.saveUser({ ...user, grants })
  })

test('one person’s changes are never applied as another’s, nor are another’s records mixed in', async () => {
  const {
    trial,
    devices: [a],
  } = await startDevices(1)
  await reported(a)
  await a.syncNow()
  const before = await deviceRows(a.store)
  const other = await trial.person(...adminAndIct)
  const own = await reported(await startDevice(trial, other, adminAndIct))
  // Somebody else signs in, in another tab of this browser: the session is theirs from now on.
  a.cookie = other.cookie
  const outageId = await reported(a)
  await a.syncNow()
  expect(a.sync.status()).toMatchObject({ state: 'session_ended', waitingCount: 1, needsCount: 0 })
  expect(await deviceRows(a.store)).toMatchObject(before)
  expect(await a.store.reads.get('outage', own)).toBeUndefined()
  const rows = await serverRows(trial.database, { userId: other.userId, grants: adminAndIct })
  expect(rows[`outage ${outageId}`]).toBeUndefined()
})

test('after a role is taken away nothing of its scopes remains, and what was not sent is kept at the server alone', async () => {
  const {
    trial,
    devices: [a, b],
  } = await startDevices(2)
  const outageId = await reported(b)
  await b.act(addNote, { outageId, text: 'canary of the colleagues', isForReaders: false })
  await b.syncNow()
  await a.syncNow()
  const own = await a.act(addNote, { outageId, text: 'sent by A', isForReaders: false })
  await a.syncNow()
  const [note] = (await a.store.reads.where('event', 'outageId', outageId)).filter(({ type }) => type === 'note')
  await saveDraft(a.store, `note ${note?.id}`, 'canary of a draft')
  a.isOnline = false
  await a.act(addNote, { outageId, text: 'not sent', isForReaders: false })
  a.isOnline = true
  const client = (await clientOf(a.store)) ?? ''
  await regrant(trial, a.userId, [{ role: 'client_officer', on: trial.newId() }])
  await a.syncNow()
  const tables = a.store.database.tables
  const everything = JSON.stringify(await Promise.all(tables.map((table) => table.toArray())))
  expect(everything).not.toContain('canary')
  expect(everything).not.toContain('sent by A')
  expect(own).toHaveLength(1)
  expect((await a.store.database.parked.toArray()).map(({ code, name }) => [code, name])).toEqual([
    ['kept_elsewhere', 'outage.note'],
  ])
  expect(everything).not.toContain('not sent')
  const kept = await trial.database.read((statements) => statements.op(client, 2))
  expect(kept).toMatchObject({ userId: a.userId, outcome: { o: 'quarantined', code: 'not_allowed' } })
  expect(kept?.body).toContain('not sent')
  expect(await a.store.reads.get('outage', outageId)).toBeDefined()
  expect(a.sync.status()).toMatchObject({ state: 'needs_you', waitingCount: 0, needsCount: 1 })
  const access = { userId: a.userId, grants: [{ role: 'client_officer' as const, on: 'x' }] }
  expect(await deviceRows(a.store)).toEqual(await serverRows(trial.database, access))
})

test('What a person may not see never reaches their device', async () => {
  const {
    trial,
    devices: [a],
  } = await startDevices(1)
  const outageId = await reported(a)
  await a.act(addNote, { outageId, text: 'canary of the colleagues', isForReaders: false })
  await a.syncNow()
  const staff: Grant[] = [{ role: 'staff', on: null }]
  const reader = await startDevice(trial, await trial.person(...staff), staff)
  let received = ''
  reader.faults.push(async (_request, send) => {
    const answer = await send()
    received = await answer.clone().text()
    return answer
  })
  await reader.syncNow()
  expect(received).toContain(outageId)
  expect(received).not.toContain('canary')
  expect(Object.values(await deviceRows(reader.store)).map((row) => row.s)).not.toContain('notes:shared')
})

test('a copied profile takes numbers of its own, and neither copy loses a change', async () => {
  const trial = startTrial()
  const person = await trial.person(...ict)
  const disk = new IDBFactory()
  const a = await startDevice(trial, person, ict, disk)
  await reported(a)
  await a.syncNow()
  const copy = await startDevice(trial, person, ict)
  for (const table of a.store.database.tables) {
    const rows = await table.toArray()
    await copy.store.database.table(table.name).bulkPut(rows)
  }
  const [here, there] = [await reported(a), await reported(copy)]
  await a.syncNow()
  await copy.syncNow()
  await a.syncNow()
  expect(await clientOf(a.store)).not.toBe(await clientOf(copy.store))
  for (const device of [a, copy])
    expect((await device.store.reads.all('outage')).map(({ id }) => id)).toEqual(expect.arrayContaining([here, there]))
  expect(await deviceRows(copy.store)).toEqual(await deviceRows(a.store))
})
