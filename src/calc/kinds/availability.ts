/** minutes, availability, availability_intervals. */
import { compileCalendar } from '../../domain/calendar.ts'
import { type Interval, union } from '../../domain/interval.ts'
import { periodInstants } from '../../domain/period.ts'
import { availability } from '../../metrics/availability.ts'
import { errorBudget } from '../../metrics/error-budget.ts'
import { excusedWindows } from '../../metrics/excused-windows.ts'
import { object, optional, required, requiredOrNull, withDefault } from '../fields.ts'
import { kind } from '../kind.ts'
import { list, orNull as nullOr, number, pair } from '../read.ts'
import { calendar, instant, notTooLong, period, spanOf } from '../read-time.ts'
import { minutes, orNull, percent } from '../write.ts'

export const minutesKind = kind(
  { calendar: required(calendar), period: optional(period), start: optional(instant), end: optional(instant) },
  (input) => {
    const { start, end } = spanOf(input.calendar, input)
    return {
      elapsed_min: minutes(Math.max(0, end - start)),
      calendar_min: minutes(input.calendar.workingMs(start, end)),
    }
  },
  [['period'], ['start', 'end']],
)

const outage = object({
  start: required(instant),
  end: requiredOrNull(instant),
  loss: withDefault(number({ min: 0, max: 1 }), 1),
})

const maintenance = object({ start: required(instant), end: required(instant), announced_at: required(instant) })

export const availabilityKind = kind(
  {
    period: required(period),
    calendar: required(calendar),
    outages: required(list(outage)),
    maintenance: withDefault(list(maintenance), []),
    min_notice_min: withDefault(number({ min: 0 }), 0),
    now: optional(instant),
    target_pct: optional(number({ min: 0, max: 100 })),
  },
  (input) => {
    const windows = input.maintenance.map(({ announced_at, ...window }) => ({ ...window, announcedAt: announced_at }))
    const facts = {
      calendar: input.calendar,
      period: periodInstants(input.period, input.calendar.zone),
      outages: input.outages,
      excused: excusedWindows(windows, input.min_notice_min),
      now: input.now,
    }
    const figures = availability(facts)
    const budget = input.target_pct === undefined ? null : errorBudget(facts, figures, input.target_pct)
    return {
      agreed_min: minutes(figures.agreedMs),
      excluded_min: minutes(figures.excludedMs),
      service_min: minutes(figures.serviceMs),
      downtime_min: minutes(figures.downtimeMs),
      loss_min: minutes(figures.lossMs),
      availability_pct: orNull(percent, figures.availabilityPercent),
      failures: figures.failureCount,
      mtrs_min: orNull(minutes, figures.mtrsMs),
      mtbf_min: orNull(minutes, figures.mtbfMs),
      mtbsi_min: orNull(minutes, figures.mtbsiMs),
      mtrs_elapsed_resolved_min: orNull(minutes, figures.mtrsElapsedRestoredMs),
      open_at_end: figures.openCount,
      ...(budget && {
        budget_min: minutes(budget.budgetMs),
        budget_left_min: minutes(budget.leftMs),
        budget_used_pct: orNull(percent, budget.usedPercent),
        met: budget.isMet,
      }),
    }
  },
)

const openIntervals = list(pair(instant, nullOr(instant)))

export const availabilityIntervalsKind = kind(
  {
    window: required(pair(instant, instant)),
    outages: withDefault(openIntervals, []),
    maintenance: withDefault(openIntervals, []),
    watched: optional(openIntervals),
    calendar: withDefault(calendar, compileCalendar('24x7')),
  },
  (input) => {
    const window = notTooLong({ start: input.window[0], end: input.window[1] }, '/input/window')
    const closed = (given: readonly (readonly [number, number | null])[]): Interval[] =>
      given.map(([start, end]) => ({ start, end: end ?? window.end }))
    const figures = availability({
      calendar: input.calendar,
      period: window,
      outages: closed(input.outages).map((interval) => ({ ...interval, loss: 1 })),
      excused: union(closed(input.maintenance)),
      watched: input.watched && closed(input.watched),
    })
    return {
      window_min: minutes(Math.max(0, window.end - window.start)),
      agreed_min: minutes(figures.agreedMs),
      maintenance_min: minutes(figures.excludedMs),
      measured_min: minutes(figures.serviceMs),
      downtime_min: minutes(figures.downtimeMs),
      availability_pct: orNull(percent, figures.availabilityPercent),
      coverage_pct: orNull(percent, figures.coveragePercent),
    }
  },
)
