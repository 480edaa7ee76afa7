/** Availability day by day and month by month, off one timeline: the parts sum to the whole. */
import type { LocalDate } from '../domain/local-date.ts'
import { daysOf, monthsOf, type Period, periodInstants } from '../domain/period.ts'
import type { Instant } from '../domain/time.ts'
import { midnight } from '../domain/zone.ts'
import { type Availability, type AvailabilityInput, availabilityWithin, timelineOf } from './availability.ts'
import type { OutageTimeline } from './outage-timeline.ts'
import { type ServiceTime, serviceTime } from './service-time.ts'

/** `period` is in local dates of the calendar's zone. */
export interface SeriesInput extends Omit<AvailabilityInput, 'period'> {
  readonly period: Period
}

export interface DayOfAvailability extends ServiceTime {
  readonly date: LocalDate
  /** Agreed time, not excused, in which nobody watched. */
  readonly unwatchedMs: number
}

export interface MonthOfAvailability extends Availability {
  readonly period: Period
}

/** One entry for each local day of the period; days still to come have no service time. */
export function dailyAvailability(input: SeriesInput): DayOfAvailability[] {
  return measureParts(input, daysOf(input.period), (timeline, start, end, { from }) => {
    // Written out, because copying a spread for each of thousands of days costs more than the sums.
    const { agreedMs, excludedMs, serviceMs, downtimeMs, lossMs, worstLoss } = serviceTime(timeline, start, end)
    const unwatchedMs = agreedMs - excludedMs - serviceMs
    return { date: from, agreedMs, excludedMs, serviceMs, unwatchedMs, downtimeMs, lossMs, worstLoss }
  })
}

/** One entry for each month, the first and the last cut to the period. */
export function monthlyAvailability(input: SeriesInput): MonthOfAvailability[] {
  return measureParts(input, monthsOf(input.period), (timeline, start, end, period) => ({
    ...availabilityWithin(timeline, start, end),
    period,
  }))
}

function measureParts<T>(
  input: SeriesInput,
  parts: readonly Period[],
  measure: (timeline: OutageTimeline, start: Instant, end: Instant, part: Period) => T,
): T[] {
  const { zone } = input.calendar
  const timeline = timelineOf({ ...input, period: periodInstants(input.period, zone) })
  const { now = Number.POSITIVE_INFINITY } = input
  let start = midnight(zone, input.period.from)
  return parts.map((part) => {
    const next = midnight(zone, part.to)
    const measured = measure(timeline, start, Math.min(next, now), part)
    start = next
    return measured
  })
}
