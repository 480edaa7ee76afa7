/** Two checks of an observed loss that assume no distribution: re-labelling (placebo) and resampling, of every combination. */
import type { ObservedEvent } from './observed-loss.ts'

/** Null when there are too many combinations. */
export interface Placebo {
  /** Of all ways to call one of the days of each event the event, the share with at least the loss found. */
  readonly placeboShare: number | null
  /** What that share cannot go under: 1 / number of ways. */
  readonly placeboFloor: number | null
}

export const NO_PLACEBO: Placebo = { placeboShare: null, placeboFloor: null }

const MOST_COMBINATIONS = 1_000_000
const SLACK_HOURS = 1e-9

const wayCountOf = (events: readonly ObservedEvent[]): number =>
  events.reduce((count, { baselineHours }) => count * (baselineHours.length + 1), 1)

/** Every event has two baselines or more. */
export function placeboOf(events: readonly ObservedEvent[], estimateHours: number): Placebo {
  const wayCount = wayCountOf(events)
  if (wayCount > MOST_COMBINATIONS) return NO_PLACEBO
  const losses = events.map(relabelledLosses)
  // Every way of the first half of the events with every way of the others: counted, not listed.
  const half = losses.length >> 1
  const others = allSums(losses.slice(half)).sort()
  let asLargeCount = 0
  for (const loss of allSums(losses.slice(0, half)))
    asLargeCount += others.length - firstAtLeast(others, estimateHours - SLACK_HOURS - loss)
  return { placeboShare: asLargeCount / wayCount, placeboFloor: 1 / wayCount }
}

/** The middle 95 % of all resamplings, for information; null when there are too many. Two baselines or more each. */
export function resampledRange(events: readonly ObservedEvent[]): { low: number; high: number } | null {
  if (wayCountOf(events) > MOST_COMBINATIONS) return null
  const sums = allSums(events.map(resampledLosses)).sort()
  const smallest = (rank: number) => sums[rank - 1] ?? Number.NaN
  return { low: smallest(Math.ceil(sums.length / 40)), high: smallest(Math.ceil((sums.length * 39) / 40)) }
}

/** The loss if each of the days in turn had been the event: the mean of the others less that day. */
function relabelledLosses({ observedHours, baselineHours }: ObservedEvent): number[] {
  const days = [observedHours, ...baselineHours]
  const total = days.reduce((sum, hours) => sum + hours, 0)
  return days.map((hours) => (total - hours) / baselineHours.length - hours)
}

/** The loss against each baseline alone, its deviation from the mean widened to that of a prediction. */
function resampledLosses({ observedHours, baselineHours }: ObservedEvent): number[] {
  const count = baselineHours.length
  const mean = baselineHours.reduce((sum, hours) => sum + hours, 0) / count
  const widening = Math.sqrt((count + 1) / (count - 1))
  return baselineHours.map((hours) => mean + (hours - mean) * widening - observedHours)
}

/** One choice from each list, added up: every combination. */
function allSums(lists: readonly (readonly number[])[]): Float64Array {
  let sums = new Float64Array(1)
  for (const list of lists) {
    const next = new Float64Array(sums.length * list.length)
    let at = 0
    for (const choice of list)
      for (const sum of sums) {
        next[at] = sum + choice
        at += 1
      }
    sums = next
  }
  return sums
}

/** Index of the first of `sorted` that is `least` or more; their number when none is. */
function firstAtLeast(sorted: Float64Array, least: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) >= least) high = middle
    else low = middle + 1
  }
  return low
}
