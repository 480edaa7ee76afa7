/**
 * A calendar made ready to be asked: each year's working periods as instants with running totals, made once when first
 * needed. A question about working time is then two look-ups, whatever lies between.
 */
import { hoursOfDay } from './calendar-day.ts'
import type { CalendarHours, CalendarSpec } from './calendar-spec.ts'
import { DAY_MS, MINUTE_MS } from './duration.ts'
import type { Interval } from './interval.ts'
import type { Instant } from './time.ts'
import { DEFAULT_ZONE, yearStart, type Zone, zoneOf } from './zone.ts'

export interface Calendar {
  readonly zone: Zone
  /** Elapsed working milliseconds of `[start, end)`; 0 when `end` is not after `start`. */
  workingMs(start: Instant, end: Instant): number
  /** The opening instant is working, the closing instant is not. */
  isWorking(at: Instant): boolean
  /** The first working instant of `[from, until)`, searched for at most 3,660 days; null when there is none. */
  nextWorking(from: Instant, until?: Instant): Instant | null
  /** In order, cut to `[from, until)`. Spans of one local date that touch are one; none crosses local midnight. */
  workingPeriods(from: Instant, until?: Instant): Generator<Interval>
}

const ALWAYS: CalendarHours = {
  week: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, [['00:00', '24:00']]])),
}
const SEARCH_MS = 3_660 * DAY_MS

/** The specification must be valid (`calendarProblems`). "24x7" is every minute, its days those of Europe/London. */
export function compileCalendar(spec: CalendarSpec): Calendar {
  const hours = spec === '24x7' ? ALWAYS : spec
  const zone = zoneOf(hours.zone ?? DEFAULT_ZONE)
  const tableAt = yearTables(hours, zone)

  function workingMs(start: Instant, end: Instant): number {
    if (end <= start) return 0
    let table = tableAt(start)
    let total = -workedUntil(table, start)
    while (end >= table.until) {
      total += table.totalMs
      table = tableAt(table.until)
    }
    return total + workedUntil(table, end)
  }

  function isWorking(at: Instant): boolean {
    const table = tableAt(at)
    const start = table.starts[indexAt(table, at)]
    return start !== undefined && start <= at
  }

  function nextWorking(from: Instant, until = from + SEARCH_MS): Instant | null {
    const limit = Math.min(until, from + SEARCH_MS)
    for (let at = from; at < limit; ) {
      const table = tableAt(at)
      const start = table.starts[indexAt(table, at)]
      if (start !== undefined) return start < limit ? Math.max(start, from) : null
      at = table.until
    }
    return null
  }

  function* workingPeriods(from: Instant, until = Number.POSITIVE_INFINITY): Generator<Interval> {
    let held: { start: number; end: number; day: number } | undefined
    for (let at = from, seen = from; at < until && at - seen < SEARCH_MS; ) {
      const table = tableAt(at)
      for (let i = indexAt(table, at); i < table.days.length; i += 1) {
        const start = Math.max(from, table.starts[i] as number)
        const end = Math.min(until, table.ends[i] as number)
        const day = table.days[i] as number
        if (start >= until || start - seen >= SEARCH_MS) break
        if (held?.end === start && held.day === day) held.end = end
        else {
          if (held) yield { start: held.start, end: held.end }
          held = { start, end, day }
        }
        seen = end
      }
      at = table.until
    }
    if (held) yield { start: held.start, end: held.end }
  }

  return { zone, workingMs, isWorking, nextWorking, workingPeriods }
}

/** The working periods of one UTC year. */
interface YearTable {
  readonly from: Instant
  readonly until: Instant
  readonly starts: Float64Array
  readonly ends: Float64Array
  /** Local date of each period, as a day number. */
  readonly days: Int32Array
  /** Working milliseconds of the year before each period. */
  readonly before: Float64Array
  /** For each UTC day of the year, the first period that ends after its midnight. */
  readonly firstOfDay: Int32Array
  readonly totalMs: number
}

function yearTables(hours: CalendarHours, zone: Zone): (at: Instant) => YearTable {
  const years = new Map<number, YearTable>()
  const openOn = hoursOfDay(hours)
  let last: YearTable | undefined
  return (at) => {
    if (last && at >= last.from && at < last.until) return last
    const year = new Date(at).getUTCFullYear()
    const table = years.get(year) ?? makeYearTable(year, zone, openOn)
    years.set(year, table)
    last = table
    return table
  }
}

function makeYearTable(year: number, zone: Zone, openOn: (day: number) => readonly Interval[]): YearTable {
  const from = yearStart(year)
  const until = yearStart(year + 1)
  const periods = periodsOfYear(from, until, zone, openOn)
  const before = new Float64Array(periods.length + 1)
  const firstOfDay = new Int32Array((until - from) / DAY_MS)
  let total = 0
  for (const [i, { start, end }] of periods.entries()) {
    total += end - start
    before[i + 1] = total
  }
  for (let day = 0, i = 0; day < firstOfDay.length; day += 1) {
    while (i < periods.length && (periods[i]?.end ?? 0) <= from + day * DAY_MS) i += 1
    firstOfDay[day] = i
  }
  return {
    from,
    until,
    starts: Float64Array.from(periods, (period) => period.start),
    ends: Float64Array.from(periods, (period) => period.end),
    days: Int32Array.from(periods, (period) => period.day),
    before,
    firstOfDay,
    totalMs: total,
  }
}

/** Minute by minute the wall clock decides: every stretch of one offset maps the hours of the dates that it shows. */
function periodsOfYear(from: Instant, until: Instant, zone: Zone, openOn: (day: number) => readonly Interval[]) {
  const periods: { start: Instant; end: Instant; day: number }[] = []
  for (const stretch of zone.stretches(from, until)) {
    const lastDay = Math.floor((stretch.until - 1 + stretch.offsetMs) / DAY_MS)
    for (let day = Math.floor((stretch.from + stretch.offsetMs) / DAY_MS); day <= lastDay; day += 1) {
      const midnightMs = day * DAY_MS - stretch.offsetMs
      for (const span of openOn(day)) {
        const start = Math.max(stretch.from, midnightMs + span.start * MINUTE_MS)
        const end = Math.min(stretch.until, midnightMs + span.end * MINUTE_MS)
        if (start >= end) continue
        const held = periods.at(-1)
        if (held?.end === start && held.day === day) held.end = end
        else periods.push({ start, end, day })
      }
    }
  }
  return periods
}

/** Index of the first period that ends after `at`. */
function indexAt(table: YearTable, at: Instant): number {
  const { ends } = table
  let index = table.firstOfDay[Math.floor((at - table.from) / DAY_MS)] ?? ends.length
  while (index < ends.length && (ends[index] as number) <= at) index += 1
  return index
}

function workedUntil(table: YearTable, at: Instant): number {
  const index = indexAt(table, at)
  const start = table.starts[index]
  return (table.before[index] as number) + (start !== undefined && start < at ? at - start : 0)
}
