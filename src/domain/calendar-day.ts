/** Which minutes of the wall clock are working on a date. */
import type { CalendarHours, ClockSpan, Holiday } from './calendar-spec.ts'
import { clockMinutes } from './calendar-spec.ts'
import { type Interval, subtract, union } from './interval.ts'
import { dayOfDate, monthDayOfDay, weekdayOfDay } from './local-date.ts'

/** From a day number to its working minutes since midnight, sorted and disjoint. A holiday beats a shift, a break beats both. */
export function hoursOfDay(hours: CalendarHours): (day: number) => readonly Interval[] {
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => minuteSpans(hours.week[weekday] ?? []))
  const shifts = spansByDay(hours.shifts)
  const breaks = spansByDay(hours.breaks)
  const isHoliday = holidayTest(hours.holidays ?? [])
  return (day) => {
    if (isHoliday(day)) return []
    const open = shifts.get(day) ?? week[weekdayOfDay(day) - 1] ?? []
    const closed = breaks.get(day)
    return closed ? subtract(open, closed) : open
  }
}

/** Working minutes since midnight of a list of spans: overlapping spans count once. */
export function minuteSpans(spans: readonly ClockSpan[]): Interval[] {
  return union(
    spans.map(([from = '', to = '']) => ({
      start: clockMinutes(from) ?? 0,
      end: clockMinutes(to) ?? 0,
    })),
  )
}

function spansByDay(dates: CalendarHours['shifts'] = {}): Map<number, Interval[]> {
  const given = Object.entries(dates).filter(([, spans]) => spans.length > 0)
  return new Map(given.map(([date, spans]) => [dayOfDate(date), minuteSpans(spans)]))
}

function holidayTest(holidays: readonly Holiday[]): (day: number) => boolean {
  const days = new Set<number>()
  const closures: ((day: number) => boolean)[] = []
  for (const holiday of holidays) {
    if (typeof holiday === 'string') days.add(dayOfDate(holiday))
    else closures.push(holiday.every_year ? yearlyClosure(holiday) : datedClosure(holiday))
  }
  return (day) => days.has(day) || closures.some((isClosed) => isClosed(day))
}

function datedClosure({ from, through }: { from: string; through: string }): (day: number) => boolean {
  const first = dayOfDate(from)
  const last = dayOfDate(through)
  return (day) => day >= first && day <= last
}

function yearlyClosure({ from, through }: { from: string; through: string }): (day: number) => boolean {
  const first = Number(from.replace('-', ''))
  const last = Number(through.replace('-', ''))
  return (day) => {
    const at = monthDayOfDay(day)
    return first <= last ? at >= first && at <= last : at >= first || at <= last
  }
}
