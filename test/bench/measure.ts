// Numbers of several runs, and how they are told.

export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
  readonly count: number
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (place: number) => sorted[place] ?? Number.NaN
  const half = sorted.length / 2
  const median = sorted.length % 2 === 1 ? at(Math.floor(half)) : (at(half - 1) + at(half)) / 2
  return { median, min: at(0), max: at(sorted.length - 1), count: sorted.length }
}

/** Prints one line: median, extremes and number of runs; hands back the median. */
export function tell(name: string, values: readonly number[], unit = 'ms'): number {
  const { median, min, max, count } = spreadOf(values)
  const [middle, least, most] = [median, min, max].map((value) => value.toFixed(value < 10 && unit === 'ms' ? 1 : 0))
  console.log(`  ${name.padEnd(46)} ${middle} ${unit} (${least} to ${most}, n ${count})`)
  return median
}

/** Prints how many times the limit, or the yardstick, something took. */
export function tellRatio(name: string, value: number, limit: number): void {
  console.log(`  ${name.padEnd(46)} ${(value / limit).toFixed(2)}`)
}

/** One after another, so that no run slows another. */
export async function times<T>(count: number, run: () => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let i = 0; i < count; i++) results.push(await run())
  return results
}

/** Of work that needs no waiting, in milliseconds, after some to warm up. */
export function timesOf(work: () => unknown, { count = 15, warmUp = 3 } = {}): number[] {
  const all = Array.from({ length: warmUp + count }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return all.slice(warmUp)
}

/** What figures are measured against; prints and hands back how long it took. */
export function yardstick(): number {
  const numbers = Float64Array.from({ length: 1_000_000 }, (_, i) => Math.imul(i, 2_654_435_761) % 1_000_003)
  const times = timesOf(() => numbers.slice().sort())
  return tell('sorting a million numbers', times)
}
