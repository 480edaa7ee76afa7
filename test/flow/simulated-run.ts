// Many histories, with what they come to; of one that fails, the shortest that fails still.

import { type Plan, simulate } from './simulated.ts'
import { check } from './simulated-checks.ts'
import type { Disk, History } from './simulated-history.ts'

interface Run {
  readonly seeds: readonly number[]
  readonly commands: number
  readonly newDisk: () => Disk
}

/** What was done so far, of all seeds of a file. */
const sums = { seeds: 0, commands: 0, deeds: 0, faults: 0, ms: 0, busyMs: 0 }

export const upTo = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + i)

/** Throws with the seed and a history that is as short as could be found. */
export async function playAll({ seeds, commands, newDisk }: Run): Promise<void> {
  for (const seed of seeds) {
    const startedAt = performance.now()
    const before = process.cpuUsage()
    const plan = { seed, commands: upTo(0, commands), newDisk, told: [] }
    const failed = await failureOf(plan)
    if (failed) throw await shrunk(plan, failed)
    sums.seeds++
    sums.commands += commands
    sums.ms += performance.now() - startedAt
    const { user, system } = process.cpuUsage(before)
    sums.busyMs += (user + system) / 1000
  }
}

export const spentMs = (): number => sums.ms

/** What was done, in a line. The rate of a processor's time is what a busy machine does not change. */
export function summary(): string {
  const { seeds, commands, deeds, faults, ms, busyMs } = sums
  const perSecond = (each: number) => Math.round(commands / (each / 1000))
  const done = `${seeds} seeds, ${commands} commands (${deeds} changes, ${faults} faults)`
  return `${done} in ${(ms / 1000).toFixed(1)} s, ${perSecond(ms)} commands a second, ${perSecond(busyMs)} a second of a core`
}

interface Failure {
  readonly message: string
  readonly error: unknown
  readonly told: readonly string[]
}

async function failureOf(plan: Plan): Promise<Failure | undefined> {
  let history: History | undefined
  try {
    history = await simulate(plan)
    await check(history)
    sums.deeds += history.deeds.length
    sums.faults += history.faultCount
    return undefined
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
      const found = await failureOf({ ...plan, commands: fewer, told: [] })
      if (found) {
        left = fewer
        failure = found
      } else from += size
    }
  const lead = `with UPTALLY_SEED=${plan.seed}: ${failure.message}`
  const count = `${left.length} of ${plan.commands.length} commands`
  return new Error(`${lead}\nin ${count}:\n  ${failure.told.join('\n  ')}`, { cause: failure.error })
}
