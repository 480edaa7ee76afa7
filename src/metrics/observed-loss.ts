/**
 * Billable hours lost to outages, measured: what was worked around each outage against matched days without one. Student
 * t prediction interval, degrees of freedom by Welch-Satterthwaite. No random numbers: the same facts give the same figure.
 */
import { NO_PLACEBO, type Placebo, placeboOf } from './observed-loss-checks.ts'
import { upperQuantile } from './student-t.ts'

export interface ObservedEvent {
  /** Worked on the days of the event. */
  readonly observedHours: number
  /** Worked on each set of comparable days. */
  readonly baselineHours: readonly number[]
}

export const FEWEST_BASELINES = 5

/**
 * Hours; null where there is no such figure. "not enough comparable days": no event, or one with too few baselines; then
 * all is null. "no variation to compare": the estimate has no interval.
 */
export interface ObservedLoss extends Placebo {
  readonly status: 'ok' | 'not enough comparable days' | 'no variation to compare'
  readonly estimateHours: number | null
  /** The 95 % interval. */
  readonly lowHours: number | null
  readonly highHours: number | null
  readonly degreesOfFreedom: number | null
  readonly verdict: 'loss shown' | 'gain shown' | 'cannot tell'
}

/** `fewestBaselines` is 2 or more. */
export function observedLoss(events: readonly ObservedEvent[], fewestBaselines = FEWEST_BASELINES): ObservedLoss {
  if (events.length === 0 || events.some(({ baselineHours }) => baselineHours.length < fewestBaselines))
    return { status: 'not enough comparable days', estimateHours: null, ...noInterval, ...NO_PLACEBO }
  const parts = events.map(partOf)
  const estimateHours = parts.reduce((sum, { loss }) => sum + loss, 0)
  const placebo = placeboOf(events, estimateHours)
  const variance = parts.reduce((sum, part) => sum + part.variance, 0)
  if (variance === 0) return { status: 'no variation to compare', estimateHours, ...noInterval, ...placebo }
  const degreesOfFreedom = variance ** 2 / parts.reduce((sum, part) => sum + part.variance ** 2 / (part.count - 1), 0)
  const margin = upperQuantile(0.025, degreesOfFreedom) * Math.sqrt(variance)
  const [lowHours, highHours] = [estimateHours - margin, estimateHours + margin]
  const verdict = lowHours > 0 ? 'loss shown' : highHours < 0 ? 'gain shown' : 'cannot tell'
  return { status: 'ok', estimateHours, lowHours, highHours, degreesOfFreedom, verdict, ...placebo }
}

const noInterval = { lowHours: null, highHours: null, degreesOfFreedom: null, verdict: 'cannot tell' } as const

interface Part {
  readonly loss: number
  /** Of the prediction: s2 (1 + 1/K). */
  readonly variance: number
  readonly count: number
}

function partOf({ observedHours, baselineHours }: ObservedEvent): Part {
  const count = baselineHours.length
  const mean = baselineHours.reduce((sum, hours) => sum + hours, 0) / count
  const squares = baselineHours.reduce((sum, hours) => sum + (hours - mean) ** 2, 0)
  const variance = areEqual(baselineHours) ? 0 : (squares / (count - 1)) * (1 + 1 / count)
  return { loss: mean - observedHours, variance, count }
}

/** Scaled hours that should be equal may differ in the last digit. */
function areEqual([first = 0, ...others]: readonly number[]): boolean {
  return others.every((hours) => Math.abs(hours - first) <= 1e-9 * Math.max(1, first))
}
