// One history of several people on several devices with a network that fails, from a seed. Each command draws its chances
// from the seed and its own number, so that a history can be played again without some of its commands.
import { type Random, randomFrom } from './random.ts'
import { act } from './simulated-acts.ts'
import {
  changeGrants,
  fillDisk,
  killTab,
  loseConnection,
  moveClock,
  shareAtOnce,
  syncBadly,
} from './simulated-faults.ts'
import { admin, type Disk, type History, ict, openDevice } from './simulated-history.ts'
import { askToWipe, backUp, cloneProfile, keepProfile, obeyWipes, putBack, putProfileBack } from './simulated-losses.ts'
import { startSimulatedServer } from './simulated-server.ts'

export interface Plan {
  readonly seed: number
  /** Their numbers in the history as it was first drawn. */
  readonly commands: readonly number[]
  readonly newDisk: () => Disk
  /** What happens is written here, a line each. */
  readonly told: string[]
}

const people = [
  // The first person has two devices.
  { grants: [ict], sessions: 2 },
  { grants: [ict, admin], sessions: 1 },
  { grants: [ict], sessions: 1 },
]

export async function simulate({ seed, commands, newDisk, told }: Plan): Promise<History> {
  const { server, accounts } = await startSimulatedServer(people)
  const seats = [0, 1, 2, 0].map((person, i) => {
    const { userId = '', cookies = [] } = accounts[person] ?? {}
    return { person, userId, cookie: cookies[i === 3 ? 1 : 0] ?? '', lineage: i, disk: newDisk() }
  })
  const grants = people.map((person) => person.grants)
  const history: History = {
    ...{ server, newDisk, seats, grants, told, backedUp: [...grants] },
    ...{ devices: [], deeds: [], late: [], clients: new Set<string>(), wiped: new Map<string, number>() },
    ...{ own: seats.map(() => new Map()), isPutBack: false, kept: undefined, faultCount: 0 },
  }
  for (const at of seats.keys()) await openDevice(history, at)
  const random = randomFrom(seed)
  // Something that all of them have, to be of several minds about.
  for (let i = 0; i < 3; i++) await act(random, history, 0)
  for (const device of history.devices) await device.syncNow()
  const loss = losses[seed % losses.length] ?? act
  for (const number of commands) await command(randomFrom(seed * 1_000_003 + number), history, loss)
  return history
}

type Command = (random: Random, history: History, at: number) => Promise<unknown>

const loseOfServer: Command = (random, history) => (random.share() < 0.4 ? backUp(history) : putBack(history))
const loseOfProfile: Command = (random, history, at) =>
  random.share() < 0.5 ? keepProfile(history, at) : putProfileBack(history)

/** Of these a history meets one kind, so that what it does can be told from what the others do. */
const losses: readonly Command[] = [act, loseOfServer, cloneProfile, loseOfProfile, askToWipe]

/** How likely each is, of a hundred. */
const commands: readonly (readonly [likely: number, run: Command])[] = [
  [52, act],
  [25, syncBadly],
  [5, shareAtOnce],
  [4, killTab],
  [2, fillDisk],
  [1.5, loseConnection],
  [1.5, killServer],
  [2, moveClock],
  [3, (_random, history) => changeGrants(history)],
]

async function command(random: Random, history: History, loss: Command): Promise<void> {
  const { server, devices, late } = history
  if (server.isDown()) server.restart()
  await obeyWipes(history)
  server.clock.now += 1000 + random.below(600_000)
  if (late.length > 0 && random.share() < 0.1)
    await late
      .shift()?.()
      .catch(() => undefined)
  const at = random.below(devices.length)
  let dice = random.share() * 100
  for (const [likely, run] of commands) {
    if (dice < likely) return void (await run(random, history, at))
    dice -= likely
  }
  await loss(random, history, at)
}

async function killServer(random: Random, history: History, at: number): Promise<void> {
  const statement = random.below(3) * random.below(25)
  history.told.push(`the server dies before its statement ${statement} from now`)
  history.faultCount++
  history.server.killAt(statement)
  await syncBadly(random, history, at)
  history.server.restart()
}
