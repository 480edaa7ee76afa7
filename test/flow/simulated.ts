// One history of several people on several devices with a network that fails, from a seed. Each command draws its chances
// from the seed and its own number, so that a history can be played again without some of its commands.
import { IDBFactory } from 'fake-indexeddb'
import { expect } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import type { Doc } from '../../src/domain/record.ts'
import { openSqlite } from '../../src/server/database/sqlite.ts'
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
import { type Random, randomFrom } from './random.ts'
import { act, expectNoFlicker } from './simulated-acts.ts'

const ict: Grant = { role: 'ict', on: null }
const admin: Grant = { role: 'admin', on: null }
const officer: Grant = { role: 'client_officer', on: '00000000-0000-7000-8000-0000000000c1' }
const tenYears = 10 * 365 * 86_400_000

/** Where a device keeps its records, and what that can do beyond keeping. */
export interface Disk {
  readonly factory: IDBFactory
  /** The disk is full at this write from now; undefined: this disk never is. */
  readonly fillAfter?: ((writes: number) => void) | undefined
}
export const dexieDisk = (): Disk => ({ factory: new IDBFactory() })

/** Something that somebody did: what it was and where it was done. */
export interface Deed {
  readonly device: number
  readonly key: string
}

export interface History {
  readonly trial: Trial
  readonly devices: TrialDevice[]
  readonly disks: readonly Disk[]
  /** In the order in which they were done. */
  readonly deeds: Deed[]
  /** Every installation that the server has heard of. */
  readonly clients: ReadonlySet<string>
  /** The grants of each device's person now. */
  readonly grants: Grant[][]
  readonly told: string[]
  /** What each device wrote last, by `kind id group`. */
  readonly own: readonly Map<string, { readonly value: Doc; readonly ver: number }>[]
  /** Faults that were met. */
  faultCount: number
  restartServer(): void
}

export interface Plan {
  readonly seed: number
  /** Their numbers in the history as it was first drawn. */
  readonly commands: readonly number[]
  readonly newDisk: () => Disk
  /** What happens is written here, a line each. */
  readonly told: string[]
}

export async function simulate({ seed, commands, newDisk, told }: Plan): Promise<History> {
  const clients = new Set<string>()
  const database = openSqlite(':memory:')
  const base = startTrial({ database })
  let { handler } = base
  const trial: Trial = { ...base, handler: (request) => handler(request) }
  const grants: Grant[][] = [[ict], [ict, admin], [ict]]
  const people = await Promise.all(grants.map((held) => base.person(...held)))
  // The first person has two devices.
  people.push(...people.slice(0, 1))
  grants.push(...grants.slice(0, 1))
  const disks = people.map(newDisk)
  const restartServer = () => {
    handler = startTrial({ database, now: () => base.clock.now }).handler
  }
  const lists = { devices: [], deeds: [], clients, grants, told, own: people.map(() => new Map()) }
  const history: History = { trial, disks, ...lists, faultCount: 0, restartServer }
  for (const [i, person] of people.entries())
    history.devices.push(
      await startDevice(trial, person, grants[i] ?? [], disks[i]?.factory, (client) => clients.add(client)),
    )
  const random = randomFrom(seed)
  // Something that all of them have, to be of several minds about.
  for (let i = 0; i < 3; i++) await act(random, history, 0)
  for (const device of history.devices) await device.syncNow()
  for (const number of commands) await command(randomFrom(seed * 1_000_003 + number), history)
  return history
}

async function command(random: Random, history: History): Promise<void> {
  const { trial, devices, told } = history
  const at = random.below(devices.length)
  const device = devices[at] as TrialDevice
  trial.clock.now += 1000 + random.below(600_000)
  const dice = random.share()
  if (dice < 0.55) return act(random, history, at)
  if (dice < 0.82) return syncBadly(random, history, at)
  if (dice < 0.87) {
    const others = devices.filter((other) => other !== device)
    const tab = await device.secondTab()
    tab.faults.push(...someFaults(random, history))
    told.push(`two tabs of device ${at} and another device share at once`)
    await Promise.all([syncBadly(random, history, at), tab.syncNow(), random.one(others).syncNow()])
    return tab.stop()
  }
  if (dice < 0.92) return killTab(random, history, at)
  if (dice < 0.94) return fillDisk(random, history, at)
  if (dice < 0.95) {
    told.push('the server starts again')
    history.faultCount++
    return history.restartServer()
  }
  if (dice < 0.97) {
    device.clockAheadMs = random.one([0, 0, 5000, -300_000, tenYears, -tenYears])
    told.push(`the clock of device ${at} is ${device.clockAheadMs} ms ahead`)
    history.faultCount++
    return
  }
  await changeGrants(history)
}

/** The tab goes in the middle of whatever it is at, and is opened again. */
async function killTab(random: Random, history: History, at: number): Promise<void> {
  const device = history.devices[at] as TrialDevice
  const steps = random.below(2) * random.below(60)
  history.told.push(`the tab of device ${at} is killed after ${steps} steps of sharing`)
  history.faultCount++
  if (steps > 0) void device.syncNow().catch(() => undefined)
  for (let i = 0; i < steps; i++) await (i % 8 === 7 ? new Promise(setImmediate) : undefined)
  history.devices[at] = await device.restart()
}

/** A write that fails leaves nothing: the promise is rejected and no op waits. What comes in is whole or not there. */
async function fillDisk(random: Random, history: History, at: number): Promise<void> {
  const fill = history.disks[at]?.fillAfter
  if (!fill) return syncBadly(random, history, at)
  const device = history.devices[at] as TrialDevice
  const { outbox } = device.store.database
  const [writes, isSharing, waiting] = [random.below(12), random.share() < 0.5, await outbox.count()]
  history.told.push(`the disk of device ${at} is full after ${writes} writes`)
  history.faultCount++
  device.isDiskFull = true
  fill(isSharing ? writes * 3 : writes)
  const isFull = isSharing ? await device.syncNow() : await act(random, history, at).then(no, isQuota)
  fill(Number.POSITIVE_INFINITY)
  device.isDiskFull = false
  if (isFull === true) expect(await outbox.count(), 'ops after a write that failed').toBe(waiting)
}

const no = () => false
function isQuota(error: unknown): true {
  if (error instanceof Error && error.name === 'QuotaExceededError') return true
  throw error
}

/** A role of the third person is taken away, or given back. */
async function changeGrants({ trial, devices, grants, told, own }: History): Promise<void> {
  own[2]?.clear()
  const held = grants[2]?.[0] === ict ? [officer] : [ict]
  grants[2] = held
  told.push(`the third person is ${held[0]?.role} now`)
  await trial.database.write(async (statements) => {
    const user = await statements.user(devices[2]?.userId ?? '')
    if (user) await statements.saveUser({ ...user, grants: held })
  })
}

const through: Fault = (_request, send) => send()
const faults: readonly (readonly [string, Fault])[] = [
  ['the answer is lost', answerLost],
  ['the answer is lost', answerLost],
  ['the request is lost', requestLost],
  ['the request arrives twice', sentTwice],
  ['a portal answers', portalPage],
  ...[401, 413, 429, 500, 503].map((status) => [`a proxy says ${status}`, failsWith(status)] as const),
]

function someFaults(random: Random, history: History): Fault[] {
  return Array.from({ length: random.below(3) }, () => {
    if (random.share() < 0.4) {
      const share = random.share()
      history.told.push(`  next: only ${share.toFixed(2)} of the answer arrives`)
      history.faultCount++
      return cutShort(share)
    }
    if (random.share() < 0.17) return through
    const [name, fault] = random.one(faults)
    history.told.push(`  next: ${name}`)
    history.faultCount++
    return fault
  })
}

async function syncBadly(random: Random, history: History, at: number): Promise<void> {
  const device = history.devices[at] as TrialDevice
  history.told.push(`device ${at} shares`)
  device.faults.push(...someFaults(random, history))
  await device.syncNow()
  device.faults.length = 0
  await expectNoFlicker(history, at)
}
