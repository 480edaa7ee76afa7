/** The work that outages cost one division over one calendar (domain maths 2.2 to 2.5). */
import type { Calendar } from '../domain/calendar.ts'
import { largest, type Ratio, ratio, times } from '../domain/exact.ts'
import { type Interval, overlap } from '../domain/interval.ts'
import { type Recovery, recoveries } from './impact-recovery.ts'
import { type Stop, type StopsInput, stopsOf, strongest } from './impact-stops.ts'

export interface ImpactInput extends StopsInput {
  readonly calendar: Calendar
  /**
   * What counts, cut at now: an open outage has no recovery yet. Effects may reach beyond it and are given whole, so that
   * the recovery from an outage before it counts, and parts of a period add up to the whole.
   */
  readonly period: Interval
  readonly users: number
  /** Share of posts at work, 0 to 1. */
  readonly present: number
  readonly recovery?: Recovery | undefined
}

/** Person-time in milliseconds, exact. `low` <= `headline` <= `high`. */
export interface WorkLost {
  /** At each moment the largest loss of a single system: the others hit the same work. */
  readonly low: Ratio
  /** 1 - the product of what each system leaves: tasks are hit independently. */
  readonly headline: Ratio
  /** The sum, at most everything: each system hits other work. */
  readonly high: Ratio
  /**
   * The headline by outage, not exact. At each moment every system counts for the outage that stops most of it, and the
   * outages part the headline in proportion to what their systems stop. Outages that took nothing are not named.
   */
  readonly byOutage: ReadonlyMap<string, number>
}

export function workLost(input: ImpactInput): WorkLost {
  const posts = times(ratio([input.users]), ratio([input.present]))
  if (posts.top === 0n) return { low: posts, headline: posts, high: posts, byOutage: new Map() }
  const { whole, bySystem } = stopsOf(input)
  const stops = [...bySystem.values()].flatMap((ofSystem) => overlap(withRecovery(ofSystem, input), [input.period]))
  const byOutage = new Map<string, number>()
  let low = 0n
  let high = 0n
  /** By how many systems were out at once: sums over whole^count. */
  const lostOf: bigint[] = []
  for (const { start, end, open } of stretches(stops)) {
    const ms = input.calendar.workingMs(start, end)
    if (ms === 0) continue
    const elapsed = BigInt(ms)
    const parts = open.map((stop) => stop.parts)
    const together = parts.reduce((sum, part) => sum + part, 0n)
    low += elapsed * largest(parts)
    high += together > whole ? elapsed * whole : elapsed * together
    const left = parts.reduce((product, part) => product * (whole - part), 1n)
    lostOf[open.length] = (lostOf[open.length] ?? 0n) + elapsed * (whole ** BigInt(open.length) - left)
    for (const [outageId, share] of shares(open, whole))
      byOutage.set(outageId, (byOutage.get(outageId) ?? 0) + ms * input.users * input.present * share)
  }
  return {
    low: times(posts, { top: low, over: whole }),
    headline: times(posts, overOneDenominator(lostOf, whole)),
    high: times(posts, { top: high, over: whole }),
    byOutage,
  }
}

function withRecovery(stops: readonly Stop[], { calendar, recovery }: ImpactInput): Stop[] {
  const track = strongest(stops)
  return recovery ? strongest([...track, ...recoveries(stops, track, calendar, recovery)]) : track
}

/** Stretches of time in which the same stops are open, at most one for each system. */
function* stretches(stops: readonly Stop[]): Generator<Interval & { readonly open: readonly Stop[] }> {
  const changes = stops
    .flatMap((stop) => [
      { at: stop.start, stop, isStart: true },
      { at: stop.end, stop, isStart: false },
    ])
    .sort((a, b) => a.at - b.at || byName(a.stop.systemId, b.stop.systemId))
  const open = new Set<Stop>()
  for (const [i, { at, stop, isStart }] of changes.entries()) {
    if (isStart) open.add(stop)
    else open.delete(stop)
    const end = changes[i + 1]?.at ?? at
    if (open.size > 0 && end > at) yield { start: at, end, open: [...open] }
  }
}

const byName = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** How an outage's systems part the headline of one stretch, as shares of all of the work. */
function shares(open: readonly Stop[], whole: bigint): [outageId: string, share: number][] {
  const losses = open.map(({ parts }) => Number(parts) / Number(whole))
  const together = losses.reduce((sum, loss) => sum + loss, 0)
  // 1 - the product of (1 - p), without losing what is small.
  const headline = -Math.expm1(losses.reduce((sum, loss) => sum + Math.log1p(-loss), 0))
  return open.map(({ outageId }, i) => [outageId, (headline * (losses[i] ?? 0)) / together])
}

function overOneDenominator(sums: readonly bigint[], whole: bigint): Ratio {
  const most = Math.max(0, sums.length - 1)
  let top = 0n
  for (const [count, sum] of sums.entries()) top += (sum ?? 0n) * whole ** BigInt(most - count)
  return { top, over: whole ** BigInt(most) }
}
