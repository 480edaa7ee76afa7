// What takes much of a scope away, and nothing says why, waits for a person; what says why does not.
import SqliteConnection from 'better-sqlite3'
import { expect, test } from 'vitest'
import { importIncidents } from '../../src/domain/mutations/import-incidents.ts'
import { saves } from '../../src/domain/mutations/keep-catalogue.ts'
import { reportOutage, withdrawOutage } from '../../src/domain/mutations/report-outage.ts'
import { pushOwn } from '../../src/server/seeding.ts'
import { removeSample } from '../../src/server/sync/rules.ts'
import { agreeToDeletions, askedDeletions, fetchAnew } from '../../src/store/deletions.ts'
import { differences } from '../../src/store/differences.ts'
import { takeImportBack } from '../../src/views/import/save-log.ts'
import { madeIncident } from '../store/made-incidents.ts'
import type { TrialDevice } from './device.ts'
import { ict, report, reported, startDevices } from './devices.ts'

const shared = 'desk:shared'
const councilId = '00000000-0000-7000-8000-0000000000c1'
const runId = '00000000-0000-7000-8000-0000000000f1'
const count = async ({ store }: TrialDevice) => (await store.reads.all('outage')).length

/** Each outage is three records: itself, its system, and the line that says it was reported. */
async function startOutages(size: number) {
  const { trial, devices } = await startDevices(2)
  const [a, b] = devices
  const ids: string[] = []
  for (let i = 0; i < size; i++) ids.push(await reported(a))
  await a.syncNow()
  await b.syncNow()
  const withdraw = async (from: number, to: number) => {
    for (const outageId of ids.slice(from, to)) await a.act(withdrawOutage, { outageId })
    await a.syncNow()
  }
  return { trial, a, b, withdraw }
}

test('a pull that would delete more than 50 records and 30 % of a scope stops before it deletes any, and can be agreed to', async () => {
  const { a, b, withdraw } = await startOutages(40)
  await withdraw(0, 30)
  // The one who did it is not asked.
  expect(a.sync.status()).toMatchObject({ state: 'up_to_date', needsCount: 0 })
  expect(await count(a)).toBe(10)
  await b.act(reportOutage, report)
  for (let round = 0; round < 2; round++) await b.syncNow()
  expect(await count(b)).toBe(41)
  expect(b.sync.status()).toMatchObject({ state: 'needs_you', needsCount: 1, waitingCount: 0 })
  expect(await askedDeletions(b.store)).toEqual([{ scope: shared, count: 60, of: 120 }])
  await agreeToDeletions(b.store)
  await b.syncNow()
  expect(await count(b)).toBe(11)
  expect(b.sync.status()).toMatchObject({ state: 'up_to_date', needsCount: 0 })
  // It was agreed to once, not for ever.
  expect((await b.store.database.cursors.get(shared))?.deletion).toBeUndefined()
})

test('instead of agreeing, a person may have the scope fetched anew', async () => {
  const { b, withdraw } = await startOutages(40)
  await withdraw(0, 30)
  await b.syncNow()
  await fetchAnew(b.store)
  expect(await count(b)).toBe(40)
  await b.syncNow()
  expect(await count(b)).toBe(10)
  expect(b.sync.status()).toMatchObject({ state: 'up_to_date', needsCount: 0 })
  expect(await differences(b.store)).toEqual({ putRightAt: undefined, unequalCount: 0 })
})

test('fewer deletions, or a small part of a scope, ask nobody', async () => {
  const few = await startOutages(40)
  await few.withdraw(0, 25)
  await few.b.syncNow()
  expect(await count(few.b)).toBe(15)
  const part = await startOutages(100)
  await part.withdraw(0, 40)
  await part.b.syncNow()
  expect(await count(part.b)).toBe(60)
})

test('a device that never had what is deleted is not asked', async () => {
  const { a, b } = await startOutages(1)
  for (let i = 0; i < 60; i++) await a.act(withdrawOutage, { outageId: await reported(a) })
  await a.syncNow()
  await b.syncNow()
  expect(await count(b)).toBe(1)
})

test('an import that is taken back says why, however much it deletes', async () => {
  const { devices } = await startDevices(2)
  const [a, b] = devices
  const incidents = Array.from({ length: 120 }, (_, place) => madeIncident(councilId, runId, place))
  const run = { id: runId, doc: { fileName: 'log.csv', rows: 120, incidents: 120 } }
  for (let from = 0; from < 120; from += 40)
    await a.act(importIncidents, { run, incidents: incidents.slice(from, from + 40) })
  await a.syncNow()
  await b.syncNow()
  expect(await b.store.reads.all('incident')).toHaveLength(120)
  await takeImportBack(a.store, runId, { isStopped: () => false, onProgress: () => {} })
  await a.syncNow()
  await b.syncNow()
  expect(await b.store.reads.all('incident')).toEqual([])
  expect(b.sync.status().needsCount).toBe(0)
})

test('the sample that is removed says why', async () => {
  const { trial, b } = await startOutages(60)
  const ids = (await b.store.reads.all('outage')).map(({ id }) => id)
  const access = { userId: b.userId, grants: ict }
  const random = (size: number) => crypto.getRandomValues(new Uint8Array(size))
  const pen = { client: 'sample', access, now: trial.clock.now, random, rules: removeSample }
  const set = { deleted: { deleted: true } }
  const changes = ids.map((id) => ({ k: 'outage' as const, id, s: shared, set }))
  await trial.database.write((statements) =>
    pushOwn(statements, pen, [{ name: removeSample.name, at: trial.clock.now, changes }]),
  )
  await b.syncNow()
  expect(await count(b)).toBe(0)
  expect(b.sync.status().needsCount).toBe(0)
})

test('records that a mistake deleted in the server’s file are not taken in without a word', async () => {
  const { trial, b } = await startOutages(40)
  const connection = new SqliteConnection(trial.file)
  connection.exec(`UPDATE row SET deleted = 1, ver = 500; UPDATE scope SET head = 500`)
  connection.close()
  await b.syncNow()
  expect(await count(b)).toBe(40)
  expect(await askedDeletions(b.store)).toEqual([{ scope: shared, count: 120, of: 120 }])
})

test('only the scope of which much would be deleted waits: the others go on, and it does once it was agreed to', async () => {
  const { trial, a, b, withdraw } = await startOutages(40)
  await withdraw(0, 30)
  const agreement = { from: '2026-01-01', calendarId: trial.newId(), targetPercent: 99, noticeMinutes: 0 }
  const save = async (device: TrialDevice, name: string) => {
    const id = trial.newId()
    await device.act(saves.system, {
      id,
      doc: { name, about: '', owner: '', agreements: [agreement], retiredOn: null },
    })
    await device.syncNow()
    return id
  }
  await b.syncNow()
  const known = (await b.store.database.cursors.get(shared))?.ver
  for (const name of ['Mail', 'Telephones']) {
    const id = await save(a, name)
    const asked: unknown[] = []
    b.faults.push(async (request, send) => {
      asked.push(await request.clone().json())
      return send()
    })
    await b.syncNow()
    expect(asked).toMatchObject([{ held: [shared] }])
    expect(await b.store.reads.get('system', id)).toMatchObject({ name })
    expect(await count(b)).toBe(40)
    expect((await b.store.database.cursors.get(shared))?.ver).toBe(known)
    expect(b.sync.status()).toMatchObject({ state: 'needs_you', needsCount: 1 })
  }
  await agreeToDeletions(b.store)
  await b.syncNow()
  expect(await count(b)).toBe(10)
  expect(b.sync.status()).toMatchObject({ state: 'up_to_date', needsCount: 0 })
})
