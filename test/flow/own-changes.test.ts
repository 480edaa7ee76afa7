// What a person sees of their own changes while they are shared, and two tabs of one browser.
import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import { reportOutage } from '../../src/domain/mutations/report-outage.ts'
import { endOutage } from '../../src/domain/mutations/run-outage.ts'
import { addNote, describeOutage } from '../../src/domain/mutations/tell-outage.ts'
import { watch } from '../../src/store/watch.ts'
import { startTrial } from '../server/trial.ts'
import { deviceRows } from './compared.ts'
import { answerLost, cutShort, startDevice, type TrialDevice } from './device.ts'

const ict: Grant[] = [{ role: 'ict', on: null }]
const report = { systemIds: ['00000000-0000-7000-8000-000000000001'], level: 'down' as const }

async function twoDevices() {
  const trial = startTrial()
  const [first, second] = [await trial.person(...ict), await trial.person(...ict)]
  return { trial, a: await startDevice(trial, first, ict), b: await startDevice(trial, second, ict) }
}

async function reportOn(device: TrialDevice): Promise<string> {
  const [outage] = await device.act(reportOutage, report)
  return outage?.id ?? ''
}

test('No view waits for the network: offline, every act is done and seen at once', async () => {
  const { a } = await twoDevices()
  a.isOnline = false
  const outageId = await reportOn(a)
  await a.act(endOutage, { outageId })
  await a.act(addNote, { outageId, text: 'a fuse', isForReaders: false })
  expect((await a.store.reads.get('outage', outageId))?.endAt).toBe(a.store.now())
  expect(await a.store.reads.where('event', 'outageId', outageId)).toHaveLength(3)
})

test('an answer that was long on its way takes nothing back of what another tab has received since', async () => {
  const { a, b } = await twoDevices()
  const outageId = await reportOn(a)
  await a.syncNow()
  const slow = await b.secondTab()
  let arrive = () => {}
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve
  })
  slow.faults.push(async (_request, send) => {
    const answer = await send()
    await arrival
    return answer
  })
  const late = slow.syncNow()
  await vi.waitFor(() => expect(slow.faults).toEqual([]))
  await a.act(endOutage, { outageId })
  await a.syncNow()
  await b.syncNow()
  const before = await deviceRows(b.store)
  arrive()
  await late
  expect(await deviceRows(b.store)).toEqual(before)
  expect(before).toEqual(await deviceRows(a.store))
})

test('an answer to another question, as a broken cache may give it, is put right by the next round', async () => {
  const { a, b } = await twoDevices()
  const outageId = await reportOn(a)
  await a.syncNow()
  let old: Response | undefined
  b.faults.push(async (_request, send) => {
    const answer = await send()
    old = answer.clone() as Response
    return answer
  })
  await b.syncNow()
  await a.act(endOutage, { outageId })
  await a.syncNow()
  await b.syncNow()
  b.faults.push(async () => old ?? Response.error())
  await b.syncNow()
  await b.syncNow()
  expect(await deviceRows(b.store)).toEqual(await deviceRows(a.store))
})

test('two rounds at once of one installation, as two tabs would have them, do everything once', async () => {
  const { trial, a, b } = await twoDevices()
  const tab = await a.secondTab()
  for (let i = 0; i < 8; i++) await reportOn(i % 2 === 0 ? a : tab)
  await Promise.all([a.syncNow(), tab.syncNow(), a.syncNow(), tab.syncNow()])
  await a.syncNow()
  await b.syncNow()
  expect(await b.store.reads.all('outage')).toHaveLength(8)
  expect(await deviceRows(a.store)).toEqual(await deviceRows(b.store))
  expect(trial.log).toEqual([])
  expect(await a.store.database.outbox.count()).toBe(0)
})

test('what a person sees of an own change never goes back while it is being shared', async () => {
  const { trial, a, b } = await twoDevices()
  const outageId = await reportOn(a)
  await a.syncNow()
  await b.syncNow()
  const seen: (string | undefined)[] = []
  const stop = watch(
    a.store,
    async (reads) => (await reads.get('outage', outageId))?.title,
    (title) => seen.push(title),
  )
  await vi.waitFor(() => expect(seen).toEqual(['']))
  await b.act(describeOutage, { outageId, title: 'Theirs', cause: '', workaround: '' })
  trial.clock.now += 60_000
  await a.act(describeOutage, { outageId, title: 'Mine', cause: '', workaround: '' })
  await vi.waitFor(() => expect(seen.at(-1)).toBe('Mine'))
  await b.syncNow()
  a.faults.push(answerLost)
  await a.syncNow()
  a.faults.push((_request, send) => send(), cutShort(0.5))
  await a.syncNow()
  await a.syncNow()
  await new Promise((resolve) => setTimeout(resolve, 50))
  stop()
  expect(new Set(seen)).toEqual(new Set(['', 'Mine']))
  expect(seen.indexOf('Mine')).toBe(seen.lastIndexOf('') + 1)
  expect(await a.store.reads.all('conflict')).toHaveLength(1)
})
