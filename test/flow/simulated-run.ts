// Many histories, with what they come to; of one that fails, the shortest that fails still.

import { type Plan, simulate } from './simulated.ts'
import { check } from './simulated-checks.ts'
import { countHistory } from './simulated-counts.ts'
import type { Disk, History } from './simulated-history.ts'

interface Run {
  readonly seeds: readonly number[]
  readonly commands: number
  readonly newDisk: () => Disk
}

export const upTo = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + i)

/** Throws with the seed and a history that is as short as could be found. */
export async function playAll({ seeds, commands, newDisk }: Run): Promise<void> {
  for (const seed of seeds) {
    const startedAt = performance.now()
    const before = process.cpuUsage()
    const plan = { seed, commands: upTo(0, commands), newDisk, told: [] }
    const played = await play(plan)
    if ('message' in played) throw await shrunk(plan, played)
    const { user, system } = process.cpuUsage(before)
    const cost = { ms: performance.now() - startedAt, busyMs: (user + system) / 1000 }
    const { deeds, faultCount } = played
    countHistory({ seeds: 1, commands, changes: deeds.length, faults: faultCount, ...cost }, plan.told)
  }
}

interface Failure {
  readonly message: string
  readonly error: unknown
  readonly told: readonly string[]
}

async function play(plan: Plan): Promise<Failure | History> {
  let history: History | undefined
  try {
    history = await simulate(plan)
    await check(history)
    return history
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error), error, told: plan.told }
  } finally {
    for (const device of history?.devices ?? []) device.stop()
    await history?.server.close()
  }
}

/** So many histories are tried to find a short one. */
const mostTries = 150

/** Leaves out ever smaller parts as long as what is left goes on to fail. */
async function shrunk(plan: Plan, first: Failure): Promise<Error> {
  let left = plan.commands
  let failure = first
  let tries = 0
  for (let size = Math.ceil(left.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let from = 0; from < left.length && tries < mostTries; tries++) {
      const fewer = [...left.slice(0, from), ...left.slice(from + size)]
      const found = await play({ ...plan, commands: fewer, told: [] })
      if ('message' in found) {
        left = fewer
        failure = found
      } else from += size
    }
  const lead = `with UPTALLY_SEED=${plan.seed}: ${failure.message}`
  const count = `${left.length} of ${plan.commands.length} commands`
  return new Error(`${lead}\nin ${count}:\n  ${failure.told.join('\n  ')}`, { cause: failure.error })
}
