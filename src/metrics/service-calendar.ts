// The agreed hours of a system: its agreements follow each other, each with a calendar of its own.
import { type Calendar, compileCalendar } from '../domain/calendar.ts'
import type { CalendarRecord, Holiday } from '../domain/calendar-record.ts'
import type { CalendarHours, ClockSpan } from '../domain/calendar-spec.ts'
import type { Interval } from '../domain/interval.ts'
import type { System } from '../domain/system.ts'
import type { Instant } from '../domain/time.ts'
import { findZone, midnight, type Zone } from '../domain/zone.ts'

/** A calendar record as calendars are computed with; the holidays of the catalogue close it where it observes them. */
export function hoursOfCalendar(record: CalendarRecord, holidays: readonly Pick<Holiday, 'on'>[]): CalendarHours {
  const always: readonly ClockSpan[] = [['00:00', '24:00']]
  const everyDay = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, always]))
  return {
    zone: record.zone,
    week: record.isAlwaysOpen ? everyDay : record.week,
    holidays: [...(record.observesHolidays ? holidays.map(({ on }) => on) : []), ...record.closures],
    shifts: record.shifts,
  }
}

export type FindCalendar = (id: string) => Calendar | undefined

/** Compiles each calendar once, when first asked for. Undefined when it is not here, or its zone is unknown. */
export function calendarBook(
  records: readonly (CalendarRecord & { readonly id: string })[],
  holidays: readonly Pick<Holiday, 'on'>[],
): FindCalendar {
  const made = new Map<string, Calendar | undefined>()
  const byId = new Map(records.map((record) => [record.id, record]))
  return (id) => {
    if (made.has(id)) return made.get(id)
    const record = byId.get(id)
    const calendar = record && findZone(record.zone) ? compileCalendar(hoursOfCalendar(record, holidays)) : undefined
    made.set(id, calendar)
    return calendar
  }
}

/** A stretch with one agreement. The first reaches back for ever, the last ends when the system is retired. */
export interface AgreementStretch extends Interval {
  readonly calendarId: string
  readonly targetPercent: number | null
  readonly noticeMinutes: number | null
}

export function agreementStretches(system: Pick<System, 'agreements' | 'retiredOn'>, zone: Zone): AgreementStretch[] {
  const sorted = [...system.agreements].sort((a, b) => (a.from < b.from ? -1 : 1))
  const retiredAt = system.retiredOn === null ? Number.POSITIVE_INFINITY : midnight(zone, system.retiredOn)
  return sorted.flatMap(({ from, ...agreed }, i) => {
    const next = sorted[i + 1]
    const start = i === 0 ? Number.NEGATIVE_INFINITY : midnight(zone, from)
    const end = Math.min(retiredAt, next ? midnight(zone, next.from) : Number.POSITIVE_INFINITY)
    return start < end ? [{ ...agreed, start, end }] : []
  })
}

export interface CalendarPart extends Interval {
  readonly calendar: Calendar
}

/** One calendar after the other; closed where there is none. `parts` are in order and disjoint. */
export function joinedCalendar(parts: readonly CalendarPart[], zone: Zone): Calendar {
  const [only] = parts
  if (parts.length === 1 && only && isForEver(only) && only.calendar.zone.name === zone.name) return only.calendar

  const within = (from: Instant, until: Instant): CalendarPart[] =>
    parts.flatMap(({ start, end, calendar }) =>
      start < until && end > from ? [{ calendar, start: Math.max(start, from), end: Math.min(end, until) }] : [],
    )
  return {
    zone,
    workingMs: (start, end) =>
      within(start, end).reduce((total, part) => total + part.calendar.workingMs(part.start, part.end), 0),
    isWorking: (at) => parts.some((part) => part.start <= at && at < part.end && part.calendar.isWorking(at)),
    nextWorking: (from, until = Number.POSITIVE_INFINITY) => {
      for (const part of within(from, until)) {
        const at = part.calendar.nextWorking(part.start, part.end)
        if (at !== null) return at
      }
      return null
    },
    *workingPeriods(from, until = Number.POSITIVE_INFINITY) {
      for (const part of within(from, until)) yield* part.calendar.workingPeriods(part.start, part.end)
    },
  }
}

const isForEver = ({ start, end }: Interval): boolean =>
  start === Number.NEGATIVE_INFINITY && end === Number.POSITIVE_INFINITY
