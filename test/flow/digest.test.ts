// Device and server compare their rows scope by scope: what has gone wrong on one side is found and, on a device, mended.
import SqliteConnection from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { reportOutage, withdrawOutage } from '../../src/domain/mutations/report-outage.ts'
import { describeOutage } from '../../src/domain/mutations/tell-outage.ts'
import { verifyFile } from '../../src/server/backup/verify.ts'
import { schemaSteps } from '../../src/server/database/schema.ts'
import { openSqlite } from '../../src/server/database/sqlite.ts'
import { addDigestFunction } from '../../src/server/database/sqlite-digest.ts'
import { differences } from '../../src/store/differences.ts'
import type { TrialDevice } from './device.ts'
import { startDevice } from './device.ts'
import { ict, report, reported, startDevices, titled } from './devices.ts'

const shared = 'desk:shared'
const outages = async ({ store }: TrialDevice) => (await store.reads.all('outage')).map(({ id }) => id).sort()
const digestOn = async ({ store }: TrialDevice) => (await store.database.cursors.get(shared))?.digest

async function startFilled() {
  const { trial, devices } = await startDevices(2)
  const [a, b] = devices
  const ids: string[] = []
  for (let i = 0; i < 5; i++) ids.push(await reported(a))
  await a.act(withdrawOutage, { outageId: ids[4] ?? '' })
  await a.syncNow()
  await b.syncNow()
  return { trial, a, b, ids }
}

/** As another process would damage the file. */
function inFile(file: string, sql: string): void {
  const connection = new SqliteConnection(file)
  connection.exec(sql)
  connection.close()
}

test('devices that hold the same as the server have its digest, deleted records and unsent changes or not', async () => {
  const { trial, a, b, ids } = await startFilled()
  await b.act(describeOutage, titled(ids[0] ?? '', 'Not sent yet'))
  const held = await trial.database.read((statements) => statements.digest(shared))
  expect(await digestOn(a)).toBe(held)
  expect(await digestOn(b)).toBe(held)
  expect(await differences(b.store)).toEqual({ putRightAt: undefined, unequalCount: 0 })
})

test('a device that has lost a record gets it back, keeps what it has not sent, and says so', async () => {
  const { trial, b, ids } = await startFilled()
  const [lost = '', edited = ''] = ids
  b.isOnline = false
  await b.act(describeOutage, titled(edited, 'Mine'))
  await b.store.database.table('k_outage').delete(lost)
  const again = await b.restart()
  // It counts what is really there once after its start.
  await vi.waitFor(async () => {
    await again.syncNow()
    expect(await outages(again)).toEqual(ids.slice(0, 4).sort())
  })
  expect((await again.store.reads.get('outage', edited))?.title).toBe('Mine')
  expect(await differences(again.store)).toEqual({ putRightAt: trial.clock.now, unequalCount: 0 })
  expect(trial.log.filter((line) => line.includes('differed'))).toHaveLength(1)
})

test('a record that the server does not have vanishes from a device that holds it by mistake', async () => {
  const { b, ids } = await startFilled()
  const rows = b.store.database.table('k_outage')
  const made = { ...(await rows.get(ids[0] ?? '')), id: '00000000-0000-7000-8000-00000000dead' }
  await rows.put(made)
  const again = await b.restart()
  await vi.waitFor(async () => {
    await again.syncNow()
    expect(await outages(again)).toEqual(ids.slice(0, 4).sort())
  })
})

test('rows that a server has lost are noticed by a device that fetches them, which asks once and not in every round', async () => {
  const { trial, ids } = await startFilled()
  expect(verifyFile(trial.file).faults).toEqual([])
  inFile(trial.file, `DELETE FROM row WHERE id = '${ids[0]}'`)
  expect(verifyFile(trial.file).faults).toEqual([`${shared} holds other records than were written.`])
  const late = await startDevice(trial, await trial.person(...ict), ict)
  for (let round = 0; round < 3; round++) await late.syncNow()
  expect(await differences(late.store)).toEqual({ putRightAt: undefined, unequalCount: 1 })
  expect(trial.log.filter((line) => line.includes('differed'))).toHaveLength(1)
  await late.act(reportOutage, report)
  await late.syncNow()
  expect(await outages(late)).toHaveLength(4)
})

test('a server of before, which counted nothing, has the digests of its rows once it is brought up to date', async () => {
  const { trial, a } = await startFilled()
  const held = await digestOn(a)
  await trial.database.close()
  const fill = schemaSteps.flatMap((step) => step.split(';').filter((part) => part.includes('rows_digest')))
  expect(fill).toHaveLength(1)
  const connection = new SqliteConnection(trial.file)
  addDigestFunction(connection)
  connection.exec("UPDATE scope SET digest = ''")
  connection.exec(fill[0] ?? '')
  connection.close()
  const opened = openSqlite(trial.file)
  expect(await opened.read((statements) => statements.digest(shared))).toBe(held)
  await opened.close()
})
