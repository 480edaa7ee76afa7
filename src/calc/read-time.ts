/** Readers of instants, periods and calendars. */
import { type Calendar, compileCalendar } from '../domain/calendar.ts'
import type { CalendarSpec, Holiday } from '../domain/calendar-spec.ts'
import { checkCalendar } from '../domain/calendar-validation.ts'
import type { Interval } from '../domain/interval.ts'
import { addMonths, dayNumber, type LocalDate } from '../domain/local-date.ts'
import { type Period, periodInstants } from '../domain/period.ts'
import { type Instant, parseInstant } from '../domain/time.ts'
import { Fault } from './fault.ts'
import { type Field, object, optional, required } from './fields.ts'
import { flag, list, map, type Read, record, text } from './read.ts'

const MAX_YEARS = 50

export const instant: Read<Instant> = (value, path) => {
  const at = parseInstant(text(value, path))
  if (at === undefined) throw new Fault('bad_value', path, 'This is no real instant in ISO 8601 with Z or an offset.')
  return at
}

export const localDate: Read<LocalDate> = (value, path) => {
  const date = text(value, path)
  if (dayNumber(date) === undefined) throw new Fault('bad_value', path, 'This is no real date YYYY-MM-DD.')
  return date
}

const readPeriod = object({ from: required(localDate), to: required(localDate) })

export const period: Read<Period> = (value, path) => {
  const given = readPeriod(value, path)
  if (given.to < given.from) throw new Fault('bad_value', `${path}/to`, 'The period ends before it begins.')
  if (given.to > addMonths(given.from, MAX_YEARS * 12)) throw tooLong(path)
  return given
}

/** `period` in the zone of the calendar, or `start` and `end`: as instants. */
export function spanOf(
  calendar: Calendar,
  given: { period: Period | undefined; start: Instant | undefined; end: Instant | undefined },
): Interval {
  if (given.period) return periodInstants(given.period, calendar.zone)
  return notTooLong({ start: given.start ?? 0, end: given.end ?? 0 }, '/input/end')
}

const LONGEST_MS = (MAX_YEARS * 365 + 14) * 86_400_000

export function notTooLong(interval: Interval, path: string): Interval {
  if (interval.end - interval.start > LONGEST_MS) throw tooLong(path)
  return interval
}

function tooLong(path: string): Fault {
  return new Fault('too_large', path, `This period is longer than ${MAX_YEARS} years.`)
}

export const calendar: Read<Calendar> = (value, path) => {
  const spec = calendarSpec(value, path)
  const [problem] = checkCalendar(spec).problems
  if (problem) throw new Fault('bad_calendar', path + problem.path, `This calendar cannot be used: ${problem.code}.`)
  return compileCalendar(spec)
}

/** The shape only: what stands in it is judged by `checkCalendar`, which also names fields that do not exist. */
export const calendarSpec: Read<CalendarSpec> = (value, path) => {
  if (value === '24x7') return value
  if (typeof value === 'string') throw new Fault('bad_value', path, 'A calendar is "24x7" or an object.')
  return withFields(value, path, {
    zone: optional(text),
    name: optional(text),
    week: required(spansByKey),
    holidays: optional(list(holiday)),
    shifts: optional(spansByKey),
    breaks: optional(spansByKey),
  })
}

function spansByKey(value: unknown, path: string): Record<string, string[][]> {
  return Object.fromEntries(map(list(list(text)))(value, path))
}

function holiday(value: unknown, path: string): Holiday {
  if (typeof value === 'string') return value
  return withFields(value, path, { from: required(text), through: required(text), every_year: optional(flag) })
}

/** Like `object`, but fields of other names are kept for `checkCalendar` to report. */
function withFields<F extends Readonly<Record<string, Field<unknown>>>>(value: unknown, path: string, table: F) {
  const given = record(value, path)
  const known = Object.fromEntries(Object.entries(given).filter(([key]) => Object.hasOwn(table, key)))
  return { ...given, ...object(table)(known, path) }
}
