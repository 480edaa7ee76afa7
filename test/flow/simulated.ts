// One random history of several people on several devices with a network that fails, from a seed.
import { IDBFactory } from 'fake-indexeddb'
import { expect } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import type { Mutation, Write } from '../../src/domain/mutation.ts'
import { saves } from '../../src/domain/mutations/keep-catalogue.ts'
import { reportOutage, withdrawOutage } from '../../src/domain/mutations/report-outage.ts'
import { changeLevel, endOutage, reopenOutage } from '../../src/domain/mutations/run-outage.ts'
import { solveConflict } from '../../src/domain/mutations/solve-conflict.ts'
import { addNote, describeOutage } from '../../src/domain/mutations/tell-outage.ts'
import { openSqlite } from '../../src/server/database/sqlite.ts'
import { mutate } from '../../src/store/mutate.ts'
import type { Store } from '../../src/store/store.ts'
import { startTrial, type Trial } from '../server/trial.ts'
import {
  answerLost,
  cutShort,
  type Fault,
  failsWith,
  portalPage,
  requestLost,
  sentTwice,
  startDevice,
  type TrialDevice,
} from './device.ts'
import { actAtDesk, councilId } from './simulated-desk.ts'

const ict: Grant = { role: 'ict', on: null }
const admin: Grant = { role: 'admin', on: null }
const officer: Grant = { role: 'client_officer', on: '00000000-0000-7000-8000-0000000000c1' }
const systemId = '00000000-0000-7000-8000-000000000001'
const tenYears = 10 * 365 * 86_400_000

export interface Random {
  /** A whole number from 0 to below the limit. */
  below(limit: number): number
  share(): number
  one<T>(list: readonly T[]): T
}

/** Mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(share() * limit)
  const one = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error('nothing to choose from')
    return list[below(list.length)] as T
  }
  return { share, below, one }
}

/** Something that somebody did: what it was and where it was done. */
export interface Deed {
  readonly device: number
  readonly key: string
}

export interface History {
  readonly trial: Trial
  readonly devices: TrialDevice[]
  /** In the order in which they were done. */
  readonly deeds: Deed[]
  /** Every installation that the server has heard of. */
  readonly clients: ReadonlySet<string>
  /** The grants of each device's person now. */
  readonly grants: Grant[][]
}

/** The same for an op wherever it lies: bases and numbers may change on its way, what was done and when may not. */
export function keyOfOp(text: string): string {
  const { by, at, name, changes } = JSON.parse(text) as { by: string; at: number; name: string; changes: unknown[] }
  return JSON.stringify([by, at, name, changes.map((change) => (change as { set: unknown }).set)])
}

export async function simulate(random: Random, commandCount: number): Promise<History> {
  const clients = new Set<string>()
  const base = startTrial({ database: openSqlite(':memory:') })
  const trial: Trial = {
    ...base,
    handler: async (request) => {
      clients.add(((await request.clone().json()) as { client: string }).client)
      return base.handler(request)
    },
  }
  const grants: Grant[][] = [[ict], [ict, admin], [ict]]
  const people = await Promise.all(grants.map((held) => base.person(...held)))
  // The first person has two devices.
  people.push(...people.slice(0, 1))
  grants.push(...grants.slice(0, 1))
  const history: History = { trial, devices: [], deeds: [], clients, grants }
  for (const [i, person] of people.entries())
    history.devices.push(await startDevice(trial, person, grants[i] ?? [], new IDBFactory()))
  await beginTogether(random, history)
  for (let i = 0; i < commandCount; i++) await command(random, history)
  return history
}

/** Something that all of them have, to be of several minds about. */
async function beginTogether(random: Random, history: History): Promise<void> {
  for (let i = 0; i < 3; i++) await act(random, history, 0)
  for (const device of history.devices) await device.syncNow()
}

async function command(random: Random, history: History): Promise<void> {
  const { trial, devices, grants } = history
  const at = random.below(devices.length)
  const device = devices[at] as TrialDevice
  trial.clock.now += 1000 + random.below(600_000)
  const dice = random.share()
  if (dice < 0.55) return act(random, history, at)
  if (dice < 0.85) return syncBadly(random, device)
  if (dice < 0.9) {
    const [others, tab] = [devices.filter((other) => other !== device), await device.secondTab()]
    tab.faults.push(...someFaults(random))
    await Promise.all([syncBadly(random, device), tab.syncNow(), random.one(others).syncNow()])
    return tab.stop()
  }
  if (dice < 0.94) {
    devices[at] = await device.restart()
    return
  }
  if (dice < 0.97) {
    device.clockAheadMs = random.one([0, 0, 5000, -300_000, tenYears, -tenYears])
    return
  }
  // A role of the third person is taken away, or given back.
  const held = grants[2]?.[0] === ict ? [officer] : [ict]
  grants[2] = held
  await trial.database.write(async (statements) => {
    const user = await statements.user(devices[2]?.userId ?? '')
    if (user) await statements.saveUser({ ...user, grants: held })
  })
}

const faults: readonly Fault[] = [
  answerLost,
  answerLost,
  requestLost,
  sentTwice,
  portalPage,
  failsWith(401),
  failsWith(413),
  failsWith(503),
]

const someFaults = (random: Random): Fault[] =>
  Array.from({ length: random.below(3) }, () =>
    random.share() < 0.4 ? cutShort(random.share()) : random.one([...faults, through, through]),
  )
const through: Fault = (_request, send) => send()

/** What a person has just done is what they see, whatever the server said before. */
async function expectShown(store: Store, writes: readonly Write[]): Promise<void> {
  for (const { k, id, set } of writes) {
    const row = await store.database.table(`k_${k}`).get(id)
    const { deleted, ...groups } = set
    expect(row.del).toBe(deleted?.deleted === true ? 1 : 0)
    expect(row.doc).toMatchObject(Object.assign({}, ...Object.values(groups)))
  }
}

async function syncBadly(random: Random, device: TrialDevice): Promise<void> {
  device.faults.push(...someFaults(random))
  await device.syncNow()
  device.faults.length = 0
}

async function act(random: Random, history: History, at: number): Promise<void> {
  const device = history.devices[at] as TrialDevice
  const { store } = device
  const { reads } = store
  const text = `${history.deeds.length}`
  const attempt = async <Args>(mutation: Mutation<Args>, args: Args) => {
    const result = await mutate(store, mutation, args)
    if (!result.ok || result.writes.length === 0) return
    await expectShown(store, result.writes)
    const [last] = await store.database.outbox.orderBy('mid').reverse().limit(1).toArray()
    history.deeds.push({ device: at, key: keyOfOp(last?.text ?? '') })
  }
  const conflicts = (await reads.all('conflict')).filter((conflict) => conflict.solvedAt === null)
  if (conflicts.length > 0 && random.share() < 0.15)
    return attempt(solveConflict, {
      conflictId: random.one(conflicts).id,
      outcome: random.one(['shown', 'other'] as const),
    })
  if (random.share() < 0.6) return actAtDesk(random, store, text, attempt)
  const known = await reads.all('outage')
  if (known.length === 0 || random.share() < 0.12)
    return attempt(reportOutage, { systemIds: [systemId], level: random.one(['down', 'partial'] as const) })
  const outageId = random.one(known).id
  const choices = [
    () => attempt(describeOutage, { outageId, title: `title ${text}`, cause: '', workaround: '' }),
    () => attempt(endOutage, { outageId }),
    () => attempt(reopenOutage, { outageId }),
    () => attempt(changeLevel, { outageId, level: random.one(['down', 'partial', 'degraded'] as const) }),
    () => attempt(addNote, { outageId, text: `note ${text} \u0000 ✉`, isForReaders: random.share() < 0.5 }),
    () => attempt(saves.council, { id: councilId, doc: { name: `Council ${text}`, shortName: 'C' } }),
    ...(random.share() < 0.2 ? [() => attempt(withdrawOutage, { outageId })] : []),
  ]
  await random.one(choices)()
}
