/** Is this calendar usable? Every problem is found at once, so that a person can mend them all. */
import { minuteSpans } from './calendar-day.ts'
import { type CalendarHours, type CalendarSpec, type ClockSpan, clockMinutes, type Holiday } from './calendar-spec.ts'
import { hasLength, type Interval, totalLength } from './interval.ts'
import { dayNumber } from './local-date.ts'
import { DEFAULT_ZONE, findZone } from './zone.ts'

export type CalendarProblemCode =
  | 'unknown_field'
  | 'bad_zone'
  | 'bad_weekday'
  | 'bad_time'
  | 'empty_span'
  | 'inverted_span'
  | 'bad_date'
  | 'no_hours'

/** `path` is a JSON Pointer into the calendar. */
export interface CalendarProblem {
  readonly code: CalendarProblemCode
  readonly path: string
}

export interface CalendarCheck {
  readonly problems: readonly CalendarProblem[]
  readonly warnings: readonly {
    readonly code: 'overlapping_spans'
    readonly path: string
  }[]
  /** Minutes of an ordinary week; null when there are problems. */
  readonly weeklyMinutes: number | null
}

const FIELDS = new Set(['zone', 'name', 'week', 'holidays', 'shifts', 'breaks'])
const CLOSURE_FIELDS = new Set(['from', 'through', 'every_year'])

/** The shape (lists, texts, objects) must be right already. */
export function checkCalendar(spec: CalendarSpec): CalendarCheck {
  if (spec === '24x7') return { problems: [], warnings: [], weeklyMinutes: 7 * 1440 }
  const problems = [...fieldProblems(spec), ...weekProblems(spec), ...holidayProblems(spec), ...datedProblems(spec)]
  if (problems.length === 0 && !hasHours(spec)) problems.push({ code: 'no_hours', path: '/week' })
  return {
    problems,
    warnings: overlapWarnings(spec),
    weeklyMinutes: problems.length > 0 ? null : weekLength(spec),
  }
}

function fieldProblems(spec: CalendarHours): CalendarProblem[] {
  const problems: CalendarProblem[] = unknownFields(spec, FIELDS, '')
  if (!findZone(spec.zone ?? DEFAULT_ZONE)) problems.push({ code: 'bad_zone', path: '/zone' })
  return problems
}

function unknownFields(given: object, allowed: ReadonlySet<string>, path: string): CalendarProblem[] {
  const unknown = Object.keys(given).filter((key) => !allowed.has(key))
  return unknown.map((key) => ({
    code: 'unknown_field',
    path: `${path}/${pointerToken(key)}`,
  }))
}

function weekProblems({ week }: CalendarHours): CalendarProblem[] {
  return Object.entries(week).flatMap(([weekday, spans]) => {
    const path = `/week/${pointerToken(weekday)}`
    if (!/^[1-7]$/.test(weekday)) return [{ code: 'bad_weekday' as const, path }]
    return spanProblems(spans, path)
  })
}

function datedProblems(spec: CalendarHours): CalendarProblem[] {
  return (['shifts', 'breaks'] as const).flatMap((field) =>
    Object.entries(spec[field] ?? {}).flatMap(([date, spans]) => {
      const path = `/${field}/${pointerToken(date)}`
      if (dayNumber(date) === undefined) return [{ code: 'bad_date' as const, path }]
      return spanProblems(spans, path)
    }),
  )
}

function spanProblems(spans: readonly ClockSpan[], path: string): CalendarProblem[] {
  return spans.flatMap((span, index) => {
    const code = spanProblem(span)
    return code ? [{ code, path: `${path}/${index}` }] : []
  })
}

function spanProblem([from = '', to = '', ...rest]: ClockSpan): CalendarProblemCode | undefined {
  const start = clockMinutes(from)
  const end = clockMinutes(to)
  if (start === undefined || end === undefined || rest.length > 0) return 'bad_time'
  if (start === end) return 'empty_span'
  return end < start ? 'inverted_span' : undefined
}

function holidayProblems({ holidays = [] }: CalendarHours): CalendarProblem[] {
  return holidays.flatMap((holiday, index) => {
    const path = `/holidays/${index}`
    if (typeof holiday !== 'string') return closureProblems(holiday, path)
    return dayNumber(holiday) === undefined ? [{ code: 'bad_date' as const, path }] : []
  })
}

function closureProblems(closure: Exclude<Holiday, string>, path: string): CalendarProblem[] {
  const problems = unknownFields(closure, CLOSURE_FIELDS, path)
  // 2000 had a 29 February, so a yearly closure may begin or end on one.
  const day = (text: string) => dayNumber(closure.every_year ? `2000-${text}` : text)
  const from = day(closure.from)
  const through = day(closure.through)
  if (from === undefined) problems.push({ code: 'bad_date', path: `${path}/from` })
  const isBackward = from !== undefined && through !== undefined && through < from && !closure.every_year
  if (through === undefined || isBackward) problems.push({ code: 'bad_date', path: `${path}/through` })
  return problems
}

function hasHours({ week, shifts = {} }: CalendarHours): boolean {
  return [...Object.values(week), ...Object.values(shifts)].some((spans) => spans.length > 0)
}

function overlapWarnings(spec: CalendarHours): CalendarCheck['warnings'] {
  return (['week', 'shifts', 'breaks'] as const).flatMap((field) =>
    Object.entries(spec[field] ?? {})
      .filter(([, spans]) => hasOverlap(spans))
      .map(([key]) => ({
        code: 'overlapping_spans' as const,
        path: `/${field}/${pointerToken(key)}`,
      })),
  )
}

function hasOverlap(spans: readonly ClockSpan[]): boolean {
  const timed: Interval[] = spans.map(([from = '', to = '']) => ({
    start: clockMinutes(from) ?? 0,
    end: clockMinutes(to) ?? 0,
  }))
  return totalLength(timed.filter(hasLength)) > totalLength(minuteSpans(spans))
}

function weekLength({ week }: CalendarHours): number {
  return Object.values(week).reduce((total, spans) => total + totalLength(minuteSpans(spans)), 0)
}

function pointerToken(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}
