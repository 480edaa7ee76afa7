/** Availability day by day and month by month, off one timeline: the parts sum to the whole. */
import type { LocalDate } from '../domain/local-date.ts'
import { daysOf, monthsOf, type Period, periodInstants } from '../domain/period.ts'
import { type Availability, type AvailabilityInput, availabilityWithin, timelineOf } from './availability.ts'
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
    const time = serviceTime(timeline, start, end)
    return { ...time, date: from, unwatchedMs: time.agreedMs - time.excludedMs - time.serviceMs }
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
  measure: (timeline: ReturnType<typeof timelineOf>, start: number, end: number, part: Period) => T,
): T[] {
  const { zone } = input.calendar
  const timeline = timelineOf({ ...input, period: periodInstants(input.period, zone) })
  const { now = Number.POSITIVE_INFINITY } = input
  return parts.map((part) => {
    const { start, end } = periodInstants(part, zone)
    return measure(timeline, start, Math.max(start, Math.min(end, now)), part)
  })
}
