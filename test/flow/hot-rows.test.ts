// A desk with years of history: what is going on is here before the history is, and nothing else is any different.
import { expect, test } from 'vitest'
import { withdrawOutage } from '../../src/domain/mutations/report-outage.ts'
import { endOutage } from '../../src/domain/mutations/run-outage.ts'
import { describeOutage } from '../../src/domain/mutations/tell-outage.ts'
import { newOutage, shared, startTrial } from '../server/trial.ts'
import { deviceRows, serverRows } from './compared.ts'
import { type Fault, startDevice, type TrialDevice } from './device.ts'
import { ict, reported, titled } from './devices.ts'

const past = { startAt: 1_772_000_000_000, endAt: 1_772_000_060_000 }

/** Three open outages after 600 that are over; `b` is a device that has nothing yet. */
async function startWithHistory() {
  const trial = startTrial()
  const [first, second] = [await trial.person(...ict), await trial.person(...ict)]
  for (let i = 0; i < 4; i++)
    await first.push(
      'outage.report',
      Array.from({ length: 150 }, () => newOutage(trial.newId(), past)),
    )
  const a = await startDevice(trial, first, ict)
  await a.syncNow()
  const open = [await reported(a), await reported(a), await reported(a)] as const
  await a.syncNow()
  return { trial, a, b: await startDevice(trial, second, ict), open }
}

const isHot = (line: string) => line.startsWith('{"hot":')

/** The answer breaks off after its last hot row. */
const cutAfterHot: Fault = async (_request, send) => {
  const answer = await send()
  const lines = (await answer.text()).split('\n')
  return new Response(`${lines.slice(0, lines.findLastIndex(isHot) + 1).join('\n')}\n`, answer)
}
/** A server of before knows of no hot rows. */
const asOldServer: Fault = async (_request, send) => {
  const answer = await send()
  return new Response(
    (await answer.text())
      .split('\n')
      .filter((line) => !isHot(line))
      .join('\n'),
    answer,
  )
}

const outageIds = async ({ store }: TrialDevice) => (await store.reads.all('outage')).map(({ id }) => id).sort()
const cursorOf = ({ store }: TrialDevice) => store.database.cursors.get(shared)
const rowsAt = ({ trial }: Awaited<ReturnType<typeof startWithHistory>>, { userId }: TrialDevice) =>
  serverRows(trial.database, { userId, grants: ict })

async function expectEqual(story: Awaited<ReturnType<typeof startWithHistory>>): Promise<void> {
  const { trial, b } = story
  expect(await deviceRows(b.store)).toEqual(await rowsAt(story, b))
  expect((await cursorOf(b))?.digest).toBe(await trial.database.read((statements) => statements.digest(shared)))
  expect(trial.log.filter((line) => line.includes('differed'))).toEqual([])
}

test('cut short after them, a device has what is going on and stands where it stood; the next round brings all', async () => {
  const story = await startWithHistory()
  const { b, open } = story
  b.faults.push(cutAfterHot)
  await b.syncNow()
  expect(await outageIds(b)).toEqual([...open].sort())
  const affected = await b.store.reads.all('affected')
  expect(affected.map(({ outageId }) => outageId).sort()).toEqual([...open].sort())
  expect(await b.store.reads.all('event')).toHaveLength(3)
  expect(await cursorOf(b)).toMatchObject({ ver: 0 })
  await b.syncNow()
  expect(await outageIds(b)).toHaveLength(603)
  await expectEqual(story)
})

test('what goes on is changed by others and deleted before the history has come: the later holds', async () => {
  const story = await startWithHistory()
  const { trial, a, b, open } = story
  b.faults.push(cutAfterHot)
  await b.syncNow()
  trial.clock.now += 60_000
  await a.act(endOutage, { outageId: open[0], endAt: trial.clock.now })
  await a.act(describeOutage, titled(open[1], 'No mail'))
  await a.act(withdrawOutage, { outageId: open[2] })
  await a.syncNow()
  await b.syncNow()
  expect(await b.store.reads.get('outage', open[0])).toMatchObject({ endAt: trial.clock.now })
  expect(await b.store.reads.get('outage', open[1])).toMatchObject({ title: 'No mail' })
  expect(await b.store.reads.get('outage', open[2])).toBeUndefined()
  await expectEqual(story)
})

test('what goes on may be worked on before the history has come, without a conflict', async () => {
  const story = await startWithHistory()
  const { b, open } = story
  b.faults.push(cutAfterHot)
  await b.syncNow()
  await b.act(describeOutage, titled(open[2], 'Printing'))
  b.isOnline = false
  await b.syncNow()
  expect(await b.store.reads.get('outage', open[2])).toMatchObject({ title: 'Printing' })
  b.isOnline = true
  await b.syncNow()
  expect(await b.store.reads.all('conflict')).toEqual([])
  expect(await b.store.reads.get('outage', open[2])).toMatchObject({ title: 'Printing' })
  await expectEqual(story)
})

test('a server that knows nothing of it, and a device that is not interrupted, come to the same', async () => {
  const story = await startWithHistory()
  const { trial, b } = story
  const other = await startDevice(trial, await trial.person(...ict), ict)
  other.faults.push(asOldServer)
  await other.syncNow()
  await b.syncNow()
  expect(await deviceRows(other.store)).toEqual(await deviceRows(b.store))
  await expectEqual(story)
})

test('told twice, in two tabs and out of order, the newer stays', async () => {
  const story = await startWithHistory()
  const { trial, a, b, open } = story
  const second = await b.secondTab()
  let release = () => {}
  const late = new Promise<void>((resolve) => {
    release = resolve
  })
  // The first tab's answer is read only after the second tab has had a newer one.
  b.faults.push(async (request, send) => {
    const answer = await cutAfterHot(request, send)
    await late
    return answer
  })
  const waiting = b.syncNow()
  trial.clock.now += 60_000
  await a.act(describeOutage, titled(open[0], 'Newer'))
  await a.syncNow()
  second.faults.push(cutAfterHot)
  await second.syncNow()
  release()
  await waiting
  expect(await second.store.reads.get('outage', open[0])).toMatchObject({ title: 'Newer' })
  await second.syncNow()
  await expectEqual(story)
})
