// What networks, tabs, disks and clocks do in a simulated history.
import { expect } from 'vitest'
import type { Grant } from '../../src/domain/access.ts'
import {
  answerLost,
  cutShort,
  type Fault,
  failsWith,
  portalPage,
  requestLost,
  sentTwice,
  type TrialDevice,
} from './device.ts'
import type { Random } from './random.ts'
import { act, expectNoFlicker } from './simulated-acts.ts'
import { count } from './simulated-counts.ts'
import { type History, ict, type Seat } from './simulated-history.ts'

const officer: Grant = { role: 'client_officer', on: '00000000-0000-7000-8000-0000000000c1' }
const tenYears = 10 * 365 * 86_400_000

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
    if (random.share() < 0.17) return through
    history.faultCount++
    const tell = (line: string, fault: Fault) => {
      history.told.push(`  next: ${line}`)
      return fault
    }
    const dice = random.share()
    if (dice < 0.4) {
      const share = random.share()
      return tell(`only ${share.toFixed(2)} of the answer arrives`, cutShort(share))
    }
    if (dice < 0.45) return tell('the request arrives hours later', arrivesLate(history))
    if (dice < 0.5) return tell('grants change behind it', changingGrants(history))
    return tell(...random.one(faults))
  })
}

/** And once more when the device has long gone on. */
const arrivesLate =
  ({ late }: History): Fault =>
  async (_request, send) => {
    late.push(send)
    throw new TypeError('timed out')
  }

/** Between a push and the pull after it, or the other way round. */
const changingGrants =
  (history: History): Fault =>
  async (_request, send) => {
    const answer = await send()
    await changeGrants(history)
    return answer
  }

export async function syncBadly(random: Random, history: History, at: number): Promise<void> {
  const device = history.devices[at] as TrialDevice
  history.told.push(`device ${at} shares`)
  device.faults.push(...someFaults(random, history))
  await device.syncNow()
  device.faults.length = 0
  await expectNoFlicker(history, at)
}

/** Two tabs that both think that they lead, and somebody else. */
export async function shareAtOnce(random: Random, history: History, at: number): Promise<void> {
  const { devices, told } = history
  const device = devices[at] as TrialDevice
  const tab = await device.secondTab()
  tab.faults.push(...someFaults(random, history))
  told.push(`two tabs of device ${at} and another device share at once`)
  const other = random.one(devices.filter((each) => each !== device))
  await Promise.all([syncBadly(random, history, at), tab.syncNow(), other.syncNow()])
  if (tab.isToWipe) device.isToWipe = true
  count('(17) two tabs that lead at once do no harm')
  tab.stop()
}

/** The tab goes in the middle of whatever it is at, and is opened again. */
export async function killTab(random: Random, history: History, at: number): Promise<void> {
  const device = history.devices[at] as TrialDevice
  const steps = random.below(2) * random.below(60)
  history.told.push(`the tab of device ${at} is killed after ${steps} steps of sharing`)
  history.faultCount++
  if (steps > 0) void device.syncNow().catch(() => undefined)
  for (let i = 0; i < steps; i++) await (i % 8 === 7 ? new Promise(setImmediate) : undefined)
  history.devices[at] = await device.restart()
}

/** A write that fails leaves nothing: the promise is rejected and no op waits. What comes in is whole or not there. */
export async function fillDisk(random: Random, history: History, at: number): Promise<void> {
  const fill = (history.seats[at] as Seat).disk.fillAfter
  if (!fill) return syncBadly(random, history, at)
  const device = history.devices[at] as TrialDevice
  const { outbox } = device.store.database
  const [writes, isSharing, waiting] = [random.below(12), random.share() < 0.5, await outbox.count()]
  history.told.push(`the disk of device ${at} is full after ${writes} writes`)
  history.faultCount++
  device.isHurt = true
  fill(isSharing ? writes * 3 : writes)
  const isFull = isSharing ? await device.syncNow() : await act(random, history, at).then(no, isQuota)
  fill(Number.POSITIVE_INFINITY)
  device.isHurt = false
  if (isFull !== true) return
  expect(await outbox.count(), 'ops after a write that failed').toBe(waiting)
  count('(20) a write that is refused leaves nothing')
}

const no = () => false
function isQuota(error: unknown): true {
  if (error instanceof Error && error.name === 'QuotaExceededError') return true
  throw error
}

/** The browser takes the connection away, as it does in the background: whoever records or shares does not notice. */
export async function loseConnection(random: Random, history: History, at: number): Promise<void> {
  const lose = (history.seats[at] as Seat).disk.loseAfter
  if (!lose) return syncBadly(random, history, at)
  const device = history.devices[at] as TrialDevice
  const requests = random.below(60)
  history.told.push(`device ${at} loses its connection after ${requests} requests`)
  history.faultCount++
  device.isHurt = true
  if (random.share() < 0.5) {
    lose(requests)
    await device.syncNow()
    lose(Number.POSITIVE_INFINITY)
  } else
    await act(random, history, at, async (work) => {
      lose(requests % 12)
      const done = await work()
      lose(Number.POSITIVE_INFINITY)
      return done
    })
  device.isHurt = false
}

export async function moveClock(random: Random, { devices, told }: History, at: number): Promise<void> {
  const ahead = random.one([0, 0, 5000, -300_000, tenYears, -tenYears])
  told.push(`the clock of device ${at} is ${ahead} ms ahead`)
  if (Math.abs(ahead) === tenYears) count('(11) a clock ten years off does no harm')
  ;(devices[at] as TrialDevice).clockAheadMs = ahead
}

/** A role of the third person is taken away, or given back. */
export async function changeGrants({ server, seats, grants, told, own }: History): Promise<void> {
  const person = 2
  for (const [at, seat] of seats.entries()) if (seat.person === person) own[at]?.clear()
  const held = grants[person]?.[0] === ict ? [officer] : [ict]
  grants[person] = held
  told.push(`the third person is ${held[0]?.role} now`)
  const userId = seats.find((seat) => seat.person === person)?.userId ?? ''
  await server.database.write(async (statements) => {
    const user = await statements.user(userId)
    if (user) await statements.saveUser({ ...user, grants: held })
  })
}
