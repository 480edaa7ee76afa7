/** An oracle for calendars: the wall clock minute by minute, from Temporal, and what a calendar says about each minute. */
import { Temporal } from 'temporal-polyfill'
import type { CalendarHours, ClockSpan } from '../../src/domain/calendar-spec.ts'

export interface WallMinute {
  readonly at: number
  readonly date: string
  readonly weekday: number
  readonly minute: number
}

/** Every minute of `[from, until)`, local dates in the zone. */
export function wallMinutes(zone: string, from: string, until: string): WallMinute[] {
  const begin = Temporal.PlainDate.from(from).toZonedDateTime(zone).epochMilliseconds
  const end = Temporal.PlainDate.from(until).toZonedDateTime(zone).epochMilliseconds
  const minutes: WallMinute[] = []
  let stretch = Temporal.Instant.fromEpochMilliseconds(begin).toZonedDateTimeISO(zone)
  let change = stretch.getTimeZoneTransition('next')
  for (let at = begin; at < end; at += 60_000) {
    if (change && change.epochMilliseconds <= at) {
      stretch = change
      change = stretch.getTimeZoneTransition('next')
    }
    const wall = new Date(at + stretch.offsetNanoseconds / 1e6)
    minutes.push({
      at,
      date: wall.toISOString().slice(0, 10),
      weekday: ((wall.getUTCDay() + 6) % 7) + 1,
      minute: wall.getUTCHours() * 60 + wall.getUTCMinutes(),
    })
  }
  return minutes
}

/** The sentence of the rules, minute by minute: not a holiday, in a span of the date (its shifts, else the week's), not on a break. */
export function isWorkingMinute(hours: CalendarHours, { date, weekday, minute }: WallMinute): boolean {
  const isHoliday = (hours.holidays ?? []).some((holiday) => {
    if (typeof holiday === 'string') return holiday === date
    if (!holiday.every_year) return holiday.from <= date && date <= holiday.through
    const day = date.slice(5)
    if (holiday.from <= holiday.through) return holiday.from <= day && day <= holiday.through
    return day >= holiday.from || day <= holiday.through
  })
  if (isHoliday || isInside(hours.breaks?.[date] ?? [], minute)) return false
  const shifts = hours.shifts?.[date] ?? []
  return isInside(shifts.length > 0 ? shifts : (hours.week[weekday] ?? []), minute)
}

function isInside(spans: readonly ClockSpan[], minute: number): boolean {
  return spans.some(([from = '', to = '']) => minutesOf(from) <= minute && minute < minutesOf(to))
}

function minutesOf(clock: string): number {
  const [hour = '', minute = ''] = clock.split(':')
  return Number(hour) * 60 + Number(minute)
}
