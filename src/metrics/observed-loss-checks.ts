/** Two checks of an observed loss that assume no distribution: re-labelling (placebo) and resampling, of every combination. */
import type { ObservedEvent } from './observed-loss.ts'

/** All null when there are too many combinations. */
export interface Checks {
  /** Of all ways to call one of the days of each event the event, the share with at least the loss found. */
  readonly placeboShare: number | null
  /** What that share cannot go under: 1 / number of ways. */
  readonly placeboFloor: number | null
  readonly resampleLowHours: number | null
  readonly resampleHighHours: number | null
}

export const NO_CHECKS: Checks = {
  placeboShare: null,
  placeboFloor: null,
  resampleLowHours: null,
  resampleHighHours: null,
}

const MOST_COMBINATIONS = 1_000_000
const SLACK_HOURS = 1e-9

/** Every event has two baselines or more. */
export function checksOf(events: readonly ObservedEvent[], estimateHours: number): Checks {
  const wayCount = events.reduce((count, { baselineHours }) => count * (baselineHours.length + 1), 1)
  if (wayCount > MOST_COMBINATIONS) return NO_CHECKS
  const relabelled = allSums(events.map(relabelledLosses))
  const asLarge = relabelled.reduce((count, loss) => (loss >= estimateHours - SLACK_HOURS ? count + 1 : count), 0)
  const resampled = allSums(events.map(resampledLosses)).sort()
  return {
    placeboShare: asLarge / wayCount,
    placeboFloor: 1 / wayCount,
    resampleLowHours: resampled[Math.ceil(resampled.length / 40) - 1] ?? null,
    resampleHighHours: resampled[Math.ceil((resampled.length * 39) / 40) - 1] ?? null,
  }
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
