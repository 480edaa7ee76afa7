// A person's working days: their hours, the gaps in them, and what is due.
import { hoursOfDay } from '../domain/calendar-day.ts'
import { MINUTE_MS } from '../domain/duration.ts'
import { type Interval, overlap, subtract, union } from '../domain/interval.ts'
import type { Recorded } from '../domain/kinds.ts'
import { addDays, dayOfDate, type LocalDate, weekdayOfDay } from '../domain/local-date.ts'
import { daysOf, financialYearOf } from '../domain/period.ts'
import { DEFAULT_ZONE, localToUtc, zoneOf } from '../domain/zone.ts'
import { dueTime } from './due-time.ts'
import { hoursOfCalendar } from './service-calendar.ts'

const zone = zoneOf(DEFAULT_ZONE)

export interface WorkingDays {
  /** Working time of a local date as instants, in order; none on a weekend or holiday. */
  hoursOf(on: LocalDate): readonly Interval[]
  /** Every working date of the financial year of `on`. */
  datesOfYear(on: LocalDate): readonly LocalDate[]
}

/** The days and hours of a calendar on the clock of the partnership; undefined: nobody has said them. */
export function workingDays(
  calendar: Recorded<'calendar'> | undefined,
  holidays: readonly Pick<Recorded<'holiday'>, 'on'>[],
): WorkingDays | undefined {
  if (!calendar) return undefined
  const minutesOf = hoursOfDay(hoursOfCalendar(calendar, holidays))
  const years = new Map<LocalDate, readonly LocalDate[]>()
  const instantOf = (day: number, minute: number) => localToUtc(zone, (day * 1440 + minute) * MINUTE_MS).utc
  return {
    hoursOf: (on) => {
      const day = dayOfDate(on)
      return minutesOf(day).map(({ start, end }) => ({ start: instantOf(day, start), end: instantOf(day, end) }))
    },
    datesOfYear: (on) => {
      const year = financialYearOf(on)
      const known = years.get(year.from)
      if (known) return known
      const dates = daysOf(year).flatMap(({ from }) => (minutesOf(dayOfDate(from)).length > 0 ? [from] : []))
      years.set(year.from, dates)
      return dates
    },
  }
}

/** Shorter ones are a walk to the next room. */
const shortestGapMs = 15 * MINUTE_MS

/** Working time until `now` in which nothing is recorded. `taken`: what has times, and timers that run. */
export function gapsIn(hours: readonly Interval[], taken: readonly Interval[], now: number): Interval[] {
  const past = overlap(hours, [{ start: Number.NEGATIVE_INFINITY, end: now }])
  return subtract(past, union(taken)).filter(({ start, end }) => end - start >= shortestGapMs)
}

export interface DayTerms {
  /** Chargeable time due on the day: the year's target over its working days, less absence. */
  readonly targetSeconds: number
  /** Contract time of the day, less absence. */
  readonly availableSeconds: number
}

type Post = Recorded<'post'>
type Absence = Recorded<'absence'>

/** What a person's posts ask of a local date; null where there is no post, or nobody has said the working days. */
export function dayTerms(
  posts: readonly Post[],
  absences: readonly Absence[],
  days: WorkingDays | undefined,
  on: LocalDate,
): DayTerms | null {
  if (!days || !posts.some(({ from, to }) => from <= on && (to === null || on < to))) return null
  const facts = { posts, absences, workingDates: days.datesOfYear(on) }
  const [due] = dueTime(facts, { from: on, to: addDays(on, 1) })
  return {
    targetSeconds: Math.round((due?.targetHours ?? 0) * 3600),
    availableSeconds: Math.round((due?.contractHours ?? 0) * 3600),
  }
}

/** The Monday of a date's week. */
export const mondayOf = (on: LocalDate): LocalDate => addDays(on, 1 - weekdayOfDay(dayOfDate(on)))
