// A log of a real desk's size, with its oddities as often as it has them, from the bytes to what would be saved.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Incident } from '../../src/domain/incident.ts'
import { localToUtc, zoneOf } from '../../src/domain/zone.ts'
import type { IncidentBatch, LogLook, LogPlan, LogSummary } from '../../src/intake/incident-log.ts'
import { docHash } from '../../src/intake/log-doc.ts'
import { type HereIncident, placeOf } from '../../src/intake/plan-log.ts'
import { localMs, makeLog, oddities, type Truth } from '../fixtures/incident-log.ts'
import { logTrial, nothingHere } from './log-trial.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const heapMb = () => {
  collect()
  return process.memoryUsage().heapUsed / 1e6
}

const here = new Map<string, HereIncident[]>()
const trial = logTrial({ here: async () => ({ ...nothingHere, incidents: here }) })
let truths: Truth[] = []
let look: LogLook
let summary: LogSummary
let plan: LogPlan
const heap = { reading: [] as number[], folded: 0, saving: [] as number[] }
const batches = { count: 0, incidents: 0 }
/** By number: what a test asks of it, because all documents together are what is not to be in memory. */
const kept = new Map<
  string,
  Pick<Incident, 'resolvedAt' | 'closedAt' | 'raisedAt' | 'state' | 'priority' | 'reopenCount' | 'teamName'> & {
    priorities: number
    isOrdered: boolean
  }
>()

function keep({ args }: IncidentBatch) {
  for (const { id, doc } of args.incidents) {
    const { resolvedAt, closedAt, raisedAt, state, priority, reopenCount, teamName, history } = doc
    const priorities = history.filter((line) => line.priority !== undefined).length
    const isOrdered = history.every(({ at }, i) => at >= (history[i - 1]?.at ?? raisedAt))
    kept.set(doc.number, {
      resolvedAt,
      closedAt,
      raisedAt,
      state,
      priority,
      reopenCount,
      teamName,
      priorities,
      isOrdered,
    })
    here.set(placeOf(doc), [{ id, councilId: doc.councilId, hash: docHash(doc), isDeleted: false, isWorkedOn: false }])
  }
}

beforeAll(async () => {
  const log = makeLog()
  truths = log.truths
  // The bytes of a file lie outside the heap.
  const file = new File([new Blob([...log.parts()])], 'incident_event_log.csv')
  look = await trial.look(file)
  summary = (await trial.ask({ type: 'read', choices: look }, undefined, ({ doneBytes, totalBytes }) => {
    if (Math.floor(doneBytes / 1_048_576) % 5 === 0 || doneBytes === totalBytes) heap.reading.push(heapMb())
  })) as LogSummary
  heap.folded = heapMb()
  plan = await trial.plan(summary.tables)
  for (let batch = await trial.next(); batch; batch = await trial.next()) {
    batches.count += 1
    batches.incidents += batch.args.incidents.length
    keep(batch)
    if (batches.count % 100 === 0) heap.saving.push(heapMb())
  }
}, 120_000)
afterAll(() => here.clear())

test('its events become incidents, none is refused, and what was assumed is said', () => {
  expect(summary).toMatchObject({ rows: oddities.events, incidents: oddities.incidents, isEventLog: true })
  expect(summary.refused.count).toBe(0)
  expect(plan.counts).toEqual({
    new: oddities.incidents,
    same: 0,
    changed: 0,
    changedHere: 0,
    broughtBack: 0,
    refused: 0,
  })
  expect(batches.incidents).toBe(oddities.incidents)
  expect(plan.notes).toEqual([
    expect.stringMatching(/^20,768 incidents without a title/),
    expect.stringMatching(`^${oddities.updateBeforeOpened} incidents with times out of order`),
    expect.stringMatching(/^1 incident with a state that has no meaning here/),
    expect.stringMatching(/^1,418 incidents closed without a time of resolution/),
  ])
})

test('its dress is told: day first, question marks for nothing, states that are known but one', () => {
  expect(look.dress).toMatchObject({ encoding: 'utf-8', delimiter: ',', headerLine: 1, zone: 'Europe/London' })
  expect(Object.values(look.dress.dateOrders)).toEqual(['dmy', 'dmy', 'dmy', 'dmy', 'dmy'])
  expect(look.doubts).toEqual([])
  const unknown = Object.entries(summary.tables.state).filter(([, state]) => state === null)
  expect(unknown).toEqual([['-100', null]])
})

test('each incident is what its last row says, with instants of London', () => {
  const zone = zoneOf('Europe/London')
  const instant = (local: number | undefined) => (local === undefined ? null : localToUtc(zone, localMs(local)).utc)
  expect(truths).toHaveLength(oddities.incidents)
  for (const truth of truths)
    expect(kept.get(truth.number)).toEqual({
      raisedAt: instant(truth.openedLocal),
      resolvedAt: instant(truth.resolvedLocal),
      closedAt: instant(truth.closedLocal),
      state: 'closed',
      priority: truth.priority,
      priorities: truth.priorities,
      reopenCount: truth.reopenCount,
      teamName: truth.team,
      isOrdered: true,
    })
})

test('its oddities are counted as they are there', () => {
  const all = [...kept.values()]
  expect(all.filter(({ reopenCount }) => reopenCount > 0)).toHaveLength(oddities.reopened)
  expect(all.filter(({ priorities }) => priorities > 1)).toHaveLength(oddities.priorityChanged)
  expect(all.filter(({ resolvedAt }) => resolvedAt === null)).toHaveLength(oddities.withoutResolvedAt)
  expect(summary.values.system.reduce((sum, { count }) => sum + count, 0)).toBe(oddities.withSystem)
})

test('a second time it adds nothing', async () => {
  expect((await trial.plan(summary.tables)).counts).toMatchObject({ new: 0, changed: 0, same: oddities.incidents })
  expect(await trial.next()).toBeUndefined()
})

describe('memory', () => {
  test('holds no more of the file while it is read than its incidents and a part of it', () => {
    expect(heap.reading.length).toBeGreaterThan(5)
    expect(Math.max(...heap.reading, heap.folded) - Math.min(...heap.reading)).toBeLessThan(60)
  })

  test('stays flat while parts are handed out', () => {
    expect(heap.saving.length).toBeGreaterThan(3)
    expect(Math.max(...heap.saving) - heap.folded).toBeLessThan(40)
  })
})
