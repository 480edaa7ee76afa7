/** Reporting periods: local dates `[from, to)` in a zone, `to` excluded. */
import type { Interval } from './interval.ts'
import { addDays, addMonths, dateOfDay, dayOfDate, type LocalDate } from './local-date.ts'
import { midnight, type Zone } from './zone.ts'

export interface Period {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** The period as instants, from local midnight to local midnight. */
export function periodInstants({ from, to }: Period, zone: Zone): Interval {
  return { start: midnight(zone, from), end: midnight(zone, to) }
}

export function monthOf(date: LocalDate): Period {
  const from = `${date.slice(0, 7)}-01`
  return { from, to: addMonths(from, 1) }
}

/** January-March, April-June ...: the same quarters in a calendar year and a financial year. */
export function quarterOf(date: LocalDate): Period {
  const month = monthOf(date).from
  const from = addMonths(month, -((Number(month.slice(5, 7)) - 1) % 3))
  return { from, to: addMonths(from, 3) }
}

/** The council's year, 1 April to 31 March. */
export function financialYearOf(date: LocalDate): Period {
  const from = `${addMonths(monthOf(date).from, -3).slice(0, 4)}-04-01`
  return { from, to: addMonths(from, 12) }
}

/** The `count` days that end with `today`. */
export function lastDays(today: LocalDate, count: number): Period {
  return { from: addDays(today, 1 - count), to: addDays(today, 1) }
}

export function daysOf({ from, to }: Period): Period[] {
  const days: Period[] = []
  const lastDay = dayOfDate(to)
  let date = from
  for (let day = dayOfDate(from); day < lastDay; day += 1) {
    const next = dateOfDay(day + 1)
    days.push({ from: date, to: next })
    date = next
  }
  return days
}

/** The period month by month; the first and the last are cut to it. */
export function monthsOf({ from, to }: Period): Period[] {
  const months: Period[] = []
  for (let start = from; start < to; ) {
    const next = monthOf(start).to
    months.push({ from: start, to: next < to ? next : to })
    start = next
  }
  return months
}
