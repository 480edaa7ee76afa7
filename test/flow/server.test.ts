// The server is killed, started again, and put back to an older copy of its file.
import { copyFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import { endOutage } from '../../src/domain/mutations/run-outage.ts'
import { addNote, describeOutage } from '../../src/domain/mutations/tell-outage.ts'
import { openSqlite } from '../../src/server/database/sqlite.ts'
import { createHandler } from '../../src/server/handler.ts'
import { startTrial, type Trial } from '../server/trial.ts'
import { deviceRows, serverRows } from './compared.ts'
import { type Fault, startDevice, type TrialDevice } from './device.ts'

const ict: Grant[] = [{ role: 'ict', on: null }]
const report = { systemIds: ['00000000-0000-7000-8000-000000000001'], level: 'down' as const }
const titled = (outageId: string, title: string) => ({ outageId, title, cause: '', workaround: '' })

interface Server {
  readonly trial: Trial
  /** Another process takes over a file; the former one is gone without a word. */
  start(file: string): void
}

function startServer(): Server {
  const first = startTrial()
  let { handler, database } = first
  const trial: Trial = {
    ...first,
    handler: (request) => handler(request),
    get database() {
      return database
    },
  }
  const start = (file: string) => {
    database = openSqlite(file)
    handler = createHandler({ now: () => first.clock.now, log: (line) => first.log.push(line), database })
  }
  return { trial, start }
}

async function startAll() {
  const server = startServer()
  const [first, second] = [await server.trial.person(...ict), await server.trial.person(...ict)]
  return { ...server, a: await startDevice(server.trial, first, ict), b: await startDevice(server.trial, second, ict) }
}

const reported = async (device: TrialDevice): Promise<string> => (await device.act(reportOutage, report))[0]?.id ?? ''

const expectEqual = async (trial: Trial, devices: readonly TrialDevice[]) => {
  for (const device of devices)
    expect(await deviceRows(device.store)).toEqual(
      await serverRows(trial.database, { userId: device.userId, grants: ict }),
    )
}

test('a server that is killed after it has answered has everything when it starts again', async () => {
  const { trial, start, a, b } = await startAll()
  const outageId = await reported(a)
  await a.syncNow()
  start(trial.file)
  await a.act(endOutage, { outageId })
  await a.syncNow()
  await b.syncNow()
  expect((await b.store.reads.get('outage', outageId))?.endAt).toBe(trial.clock.now)
  await expectEqual(trial, [a, b])
})

test('a server that is killed before its answer is out has done all of the push or nothing, and it counts once', async () => {
  const { trial, start, a, b } = await startAll()
  const outageId = await reported(a)
  await a.act(endOutage, { outageId })
  const killed: Fault = async (_request, send) => {
    void send().catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 5))
    start(trial.file)
    throw new TypeError('connection reset')
  }
  a.faults.push(killed)
  await a.syncNow()
  await a.syncNow()
  await b.syncNow()
  expect(a.sync.status()).toMatchObject({ state: 'up_to_date', waitingCount: 0, needsCount: 0 })
  expect(await b.store.reads.where('event', 'outageId', outageId)).toHaveLength(2)
  await expectEqual(trial, [a, b])
})

test('a server that is put back to a copy gets back what it had accepted since, from the devices that did it', async () => {
  const { trial, start, a, b } = await startAll()
  const early = await reported(a)
  await a.syncNow()
  await b.syncNow()
  await trial.database.close()
  const backup = `${trial.file}.backup`
  copyFileSync(trial.file, backup)
  start(trial.file)
  await a.act(describeOutage, titled(early, 'E-mail'))
  const late = await reported(b)
  await b.act(endOutage, { outageId: late })
  await b.act(addNote, { outageId: late, text: 'a disk', isForReaders: false })
  for (const device of [a, b, a]) await device.syncNow()
  start(backup)
  await a.act(endOutage, { outageId: early })
  for (const device of [a, b, a, b]) await device.syncNow()
  const outage = await b.store.reads.get('outage', early)
  expect(outage).toMatchObject({ title: 'E-mail', endAt: trial.clock.now })
  expect((await a.store.reads.get('outage', late))?.endAt).toBe(trial.clock.now)
  expect(await a.store.reads.all('conflict')).toEqual([])
  for (const device of [a, b]) expect(device.sync.status()).toMatchObject({ waitingCount: 0, needsCount: 0 })
  await expectEqual(trial, [a, b])
})

test('a scope that a server put back to a copy does not have yet is not taken for one that was taken away', async () => {
  const { trial, start, a } = await startAll()
  await trial.database.close()
  const backup = `${trial.file}.backup`
  copyFileSync(trial.file, backup)
  start(trial.file)
  const outageId = await reported(a)
  await a.syncNow()
  start(backup)
  await a.syncNow()
  expect(await a.store.reads.get('outage', outageId)).toBeDefined()
  await a.act(endOutage, { outageId })
  await a.syncNow()
  expect((await a.store.reads.get('outage', outageId))?.endAt).toBe(trial.clock.now)
  await expectEqual(trial, [a])
})
