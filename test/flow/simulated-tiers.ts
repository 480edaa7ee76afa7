// How many histories, and how long: UPTALLY_TIER=long for the long run, UPTALLY_SEEDS and UPTALLY_COMMANDS for other sizes,
// UPTALLY_SEED=17 for one.
import { afterAll, expect, test } from 'vitest'
import { saveCounts, spentMs, summary } from './simulated-counts.ts'
import type { Disk } from './simulated-history.ts'
import { playAll, upTo } from './simulated-run.ts'

const { UPTALLY_SEED: only, UPTALLY_SEEDS: asked, UPTALLY_COMMANDS: length, UPTALLY_TIER: tier = 'quick' } = process.env
const { UPTALLY_COUNTS: folder } = process.env
const isLong = tier === 'long'

interface Tier {
  readonly name: string
  readonly from: number
  readonly quick: readonly [seeds: number, commands: number]
  readonly long: readonly [seeds: number, commands: number]
  readonly newDisk: () => Disk
}

/** When this file has run so long it leaves out what is left, but for the first; the numbers tell how far it came. */
const budgetMs = isLong || asked !== undefined ? Number.POSITIVE_INFINITY : 200_000
const leastSeeds = 20

/** A test for every few seeds: what a history leaves open is closed at the end of its test. */
const seedsEach = 10

export function tests({ name, from, quick, long, newDisk }: Tier): void {
  const sizes = isLong ? long : quick
  const [count, commands] = [Number(asked ?? sizes[0]), Number(length ?? sizes[1])]
  const all = only === undefined ? upTo(from, count) : [Number(only)]
  for (let i = 0; i < all.length; i += seedsEach) {
    const part = all.slice(i, i + seedsEach)
    test(`${name}: all that sync promises holds in histories of ${commands} commands from seeds ${part[0]} to ${part.at(-1)}`, {
      timeout: 600_000,
    }, async ({ skip }) => {
      if (i >= leastSeeds && spentMs() > budgetMs) skip('no time is left on this machine')
      expect.hasAssertions()
      await playAll({ seeds: part, commands, newDisk })
      if (isLong && (i / seedsEach) % 10 === 9) print(`${name}, so far: ${summary()}`)
    })
  }
  afterAll(() => {
    print(`${name}: ${summary()}`)
    if (folder !== undefined) saveCounts(folder, name)
  })
}

const print = (line: string) => process.stdout.write(`${line}\n`)
