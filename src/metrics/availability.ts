/** The published availability of one system in a period. */
import { type Interval, overlap } from '../domain/interval.ts'
import type { Instant } from '../domain/time.ts'
import type { LossSpan } from './loss.ts'
import { type OutageFacts, type OutageTimeline, outageTimeline } from './outage-timeline.ts'
import { type ServiceTime, serviceTime } from './service-time.ts'

export interface AvailabilityInput extends Omit<OutageFacts, 'openUntil'> {
  readonly period: Interval
  /** The period and open outages are cut here; without it open outages run to the period's end. */
  readonly now?: Instant | undefined
}

/** null stands for "there is no such figure", never for 0 or 100. Percentages are 0 to 100, unrounded. */
export interface Availability extends ServiceTime {
  readonly availabilityPercent: number | null
  /** Any loss counts as down. */
  readonly strictAvailabilityPercent: number | null
  /** Measured share of the agreed time that was not excused. */
  readonly coveragePercent: number | null
  /** Failures whose first counted moment lies in the period. */
  readonly failureCount: number
  readonly mtrsMs: number | null
  readonly mtbfMs: number | null
  readonly mtbsiMs: number | null
  /** Mean elapsed length of the failures restored in the period that touched service time. */
  readonly mtrsElapsedRestoredMs: number | null
  readonly openCount: number
}

export function availability(input: AvailabilityInput): Availability {
  const { start, end } = elapsedPeriod(input)
  return availabilityWithin(timelineOf(input), start, end)
}

/** Loss that counts in the period, to draw bars from: excused and unwatched time is taken out. */
export function lostSpans(input: AvailabilityInput): LossSpan[] {
  return overlap(timelineOf(input).lost, [elapsedPeriod(input)])
}

/** The part of the period that has passed. */
export function elapsedPeriod({ period, now }: Pick<AvailabilityInput, 'period' | 'now'>): Interval {
  return { start: period.start, end: now === undefined ? period.end : Math.min(period.end, now) }
}

export function timelineOf(input: AvailabilityInput): OutageTimeline {
  return outageTimeline({ ...input, openUntil: input.now ?? input.period.end })
}

export function availabilityWithin(timeline: OutageTimeline, start: Instant, end: Instant): Availability {
  const time = serviceTime(timeline, start, end)
  const { agreedMs, excludedMs, serviceMs, downtimeMs, lossMs } = time
  const failures = failureFigures(timeline, start, end)
  const { failureCount } = failures
  return {
    ...time,
    ...failures,
    availabilityPercent: serviceMs > 0 ? 100 * (1 - lossMs / serviceMs) : null,
    strictAvailabilityPercent: serviceMs > 0 ? 100 * (1 - downtimeMs / serviceMs) : null,
    coveragePercent: agreedMs > excludedMs ? (100 * serviceMs) / (agreedMs - excludedMs) : null,
    mtrsMs: failureCount > 0 ? downtimeMs / failureCount : null,
    mtbfMs: failureCount > 0 ? (serviceMs - downtimeMs) / failureCount : null,
    mtbsiMs: failureCount > 0 ? serviceMs / failureCount : null,
  }
}

function failureFigures({ failures }: OutageTimeline, start: Instant, end: Instant) {
  let failureCount = 0
  let openCount = 0
  let restoredCount = 0
  let restoredMs = 0
  for (const failure of failures) {
    const { firstCountedAt } = failure
    if (firstCountedAt === null || firstCountedAt >= end) continue
    if (firstCountedAt >= start) failureCount += 1
    if (failure.isOpen) openCount += 1
    else if (failure.end > start && failure.end <= end) {
      restoredCount += 1
      restoredMs += failure.end - failure.start
    }
  }
  return { failureCount, openCount, mtrsElapsedRestoredMs: restoredCount > 0 ? restoredMs / restoredCount : null }
}
