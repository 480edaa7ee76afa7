import { expect, test, vi } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import { correctOutage } from '../../src/domain/mutations/correct-outage.ts'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import { endOutage } from '../../src/domain/mutations/run-outage.ts'
import { solveConflict } from '../../src/domain/mutations/solve-conflict.ts'
import { describeOutage } from '../../src/domain/mutations/tell-outage.ts'
import { startTrial } from '../server/trial.ts'
import { startDevice } from './device.ts'

const ict: Grant[] = [{ role: 'ict', on: null }]

async function twoDevices() {
  const trial = startTrial()
  const [first, second] = [await trial.person(...ict), await trial.person(...ict)]
  return { trial, a: await startDevice(trial, first, ict), b: await startDevice(trial, second, ict) }
}

const report = { systemIds: ['00000000-0000-7000-8000-000000000001'], level: 'down' as const }

test('an outage reported offline arrives on another device', async () => {
  const { a, b } = await twoDevices()
  a.isOnline = false
  const [outage] = await a.act(reportOutage, report)
  await a.syncNow()
  await vi.waitFor(() =>
    expect(a.sync.status()).toMatchObject({ state: 'waiting', waitingCount: 1, lastError: 'offline' }),
  )
  a.isOnline = true
  await a.syncNow()
  await b.syncNow()
  expect(await b.store.reads.get('outage', outage?.id ?? '')).toEqual(
    await a.store.reads.get('outage', outage?.id ?? ''),
  )
})

test('two people who change one thing without knowing of each other are asked, and solving it makes both devices equal', async () => {
  const { trial, a, b } = await twoDevices()
  const [outage] = await a.act(reportOutage, report)
  const outageId = outage?.id ?? ''
  await a.syncNow()
  await b.syncNow()
  const startAt = trial.clock.now
  trial.clock.now += 3_600_000
  const endsAt = (minutes: number) => ({
    outageId,
    startAt,
    endAt: startAt + minutes * 60_000,
    level: 'down' as const,
    loss: 1,
    isOneLevel: false,
    reason: 'the log says so',
  })
  await a.act(correctOutage, endsAt(20))
  trial.clock.now += 1000
  await b.act(correctOutage, endsAt(40))
  await a.syncNow()
  await b.syncNow()
  await a.syncNow()
  const [conflict] = await a.store.reads.all('conflict')
  expect(conflict?.shown.value).toEqual({ startAt, endAt: startAt + 40 * 60_000 })
  expect(conflict?.other.value).toEqual({ startAt, endAt: startAt + 20 * 60_000 })
  await b.act(solveConflict, { conflictId: conflict?.id ?? '', outcome: 'other' })
  await b.syncNow()
  await a.syncNow()
  expect((await a.store.reads.get('outage', outageId))?.endAt).toBe(startAt + 20 * 60_000)
  expect(await a.store.reads.all('conflict')).toEqual(await b.store.reads.all('conflict'))
  expect((await a.store.reads.all('conflict'))[0]?.outcome).toBe('other')
})

test('edits of different things merge without asking anybody', async () => {
  const { a, b } = await twoDevices()
  const [outage] = await a.act(reportOutage, report)
  const outageId = outage?.id ?? ''
  await a.syncNow()
  await b.syncNow()
  await a.act(describeOutage, { outageId, title: 'Mail', cause: 'a disk', workaround: '' })
  await b.act(endOutage, { outageId })
  await a.syncNow()
  await b.syncNow()
  await a.syncNow()
  expect(await a.store.reads.all('conflict')).toEqual([])
  const [here, there] = [await a.store.reads.get('outage', outageId), await b.store.reads.get('outage', outageId)]
  expect(here).toEqual(there)
  expect(here?.cause).toBe('a disk')
  expect(here?.endAt).not.toBeNull()
})
