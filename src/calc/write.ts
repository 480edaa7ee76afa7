/** Output: rounded once, here, half away from zero. */
import { MINUTE_MS } from '../domain/duration.ts'
import type { Interval } from '../domain/interval.ts'
import { formatInstant } from '../domain/time.ts'

/** Fifteen digits decide, so that 1.005 gives 1.01 although it is held as a little less. */
export function rounded(value: number, decimals: number): number {
  if (Math.abs(value) >= 1e15) return value
  const [digits = '0', power = '0'] = Math.abs(value).toExponential(14).split('e')
  const shifted = Math.round(Number(`${digits}e${Number(power) + decimals}`))
  return shifted === 0 ? 0 : Math.sign(value) * Number(`${shifted}e-${decimals}`)
}

export function minutes(ms: number): number {
  return rounded(ms / MINUTE_MS, 6)
}

export function percent(value: number): number {
  return rounded(value, 6)
}

export function hours(value: number): number {
  return rounded(value, 4)
}

/** From pence. */
export function pounds(pence: number): number {
  return rounded(pence / 100, 2)
}

/** null stays null: there is no such figure. */
export function orNull(write: (value: number) => number, value: number | null): number | null {
  return value === null ? null : write(value)
}

export function instants({ start, end }: Interval): [string, string] {
  return [formatInstant(start), formatInstant(end)]
}

export function mapped<T>(entries: ReadonlyMap<string, T>, write: (value: T) => unknown): Record<string, unknown> {
  return Object.fromEntries([...entries].map(([key, value]) => [key, write(value)]))
}
