// A calendar as it is being typed, and the reading of it. What a calendar may hold is calendar-validation's business.

import { minuteSpans } from '../../domain/calendar-day.ts'
import type { CalendarRecord } from '../../domain/calendar-record.ts'
import type { CalendarProblemCode } from '../../domain/calendar-validation.ts'
import { checkCalendar } from '../../domain/calendar-validation.ts'
import { defaultZone } from '../../domain/format.ts'
import type { FormError } from '../parts/form/error-summary.tsx'
import { readTime } from '../parts/form/typed-date.ts'

export interface SpanDraft {
  readonly from: string
  readonly to: string
}

export interface CalendarDraft {
  readonly name: string
  readonly isAlwaysOpen: boolean
  readonly observesHolidays: boolean
  /** By weekday, "1" (Monday) to "7". */
  readonly week: Readonly<Record<string, readonly SpanDraft[]>>
  readonly closures: CalendarRecord['closures']
}

export const weekdays = [
  { key: '1', name: 'Monday' },
  { key: '2', name: 'Tuesday' },
  { key: '3', name: 'Wednesday' },
  { key: '4', name: 'Thursday' },
  { key: '5', name: 'Friday' },
  { key: '6', name: 'Saturday' },
  { key: '7', name: 'Sunday' },
] as const

export const spanFieldId = (weekday: string, index: number): string => `hours-${weekday}-${index}`

export const newCalendar: CalendarRecord = {
  name: '',
  zone: defaultZone,
  isAlwaysOpen: false,
  week: Object.fromEntries(['1', '2', '3', '4', '5'].map((weekday) => [weekday, [['08:30', '17:00']]])),
  observesHolidays: true,
  closures: [],
  shifts: {},
}

export function draftOf(calendar: CalendarRecord): CalendarDraft {
  const { name, isAlwaysOpen, observesHolidays, closures } = calendar
  const week = weekdays.map(({ key }) => [key, (calendar.week[key] ?? []).map(([from, to]) => ({ from, to }))] as const)
  return { name, isAlwaysOpen, observesHolidays, closures, week: Object.fromEntries(week) }
}

export type ReadCalendar =
  | { readonly ok: true; readonly calendar: CalendarRecord; readonly merged: readonly string[] }
  | { readonly ok: false; readonly errors: readonly FormError[] }

/** `merged` names the weekdays whose overlapping hours were joined. `before` brings what the form does not show. */
export function readCalendarDraft(draft: CalendarDraft, before: CalendarRecord): ReadCalendar {
  const calendar = { ...before, ...draft, name: draft.name.trim(), week: draft.isAlwaysOpen ? {} : weekOf(draft) }
  const errors = nameErrors(calendar)
  if (draft.isAlwaysOpen) return errors.length > 0 ? { ok: false, errors } : { ok: true, calendar, merged: [] }
  const { week, zone, shifts } = calendar
  const check = checkCalendar({ week, zone, shifts, holidays: draft.closures })
  errors.push(...check.problems.map(({ code, path }) => problemError(code, path, calendar)))
  if (errors.length > 0) return { ok: false, errors }
  const merged = weekdays.filter(({ key }) => check.warnings.some(({ path }) => path === `/week/${key}`))
  return { ok: true, calendar: { ...calendar, week: joined(week) }, merged: merged.map(({ name }) => name) }
}

function nameErrors({ name }: CalendarRecord): FormError[] {
  return name === '' ? [{ fieldId: 'calendar-name', message: 'Give the calendar a name' }] : []
}

/** A span left empty is no span; 24:00 is the end of a day, which no clock shows. */
function weekOf({ week }: CalendarDraft): CalendarRecord['week'] {
  const read = (typed: string) => (/^24[:.]?00$/.test(typed.trim()) ? '24:00' : (readTime(typed) ?? typed.trim()))
  const days = Object.entries(week).map(([weekday, spans]) => {
    const typed = spans.filter(({ from, to }) => from.trim() !== '' || to.trim() !== '')
    return [weekday, typed.map(({ from, to }): [string, string] => [read(from), read(to)])] as const
  })
  return Object.fromEntries(days.filter(([, spans]) => spans.length > 0))
}

function joined(week: CalendarRecord['week']): CalendarRecord['week'] {
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  const days = Object.entries(week).map(([weekday, spans]) => {
    const apart = minuteSpans(spans).map(({ start, end }): [string, string] => [clock(start), clock(end)])
    return [weekday, apart] as const
  })
  return Object.fromEntries(days)
}

const problemWords: Partial<Record<CalendarProblemCode, string>> = {
  bad_time: 'must be two times such as 08:30 and 17:00',
  empty_span: 'must end after they start',
  inverted_span: 'must end after they start',
}

function problemError(code: CalendarProblemCode, path: string, { week }: CalendarRecord): FormError {
  const [, field, key = '', index = '0'] = path.split('/')
  const day = weekdays.find((weekday) => weekday.key === key)
  if (code === 'no_hours')
    return { fieldId: spanFieldId('1', 0), message: 'Give at least one day hours, or choose always open' }
  if (field === 'holidays')
    return { fieldId: 'closures', message: 'A closure must run from a real date to the same or a later one' }
  if (field !== 'week' || !day)
    return { fieldId: 'calendar-name', message: 'This calendar holds hours that cannot be read' }
  const fieldId = spanFieldId(key, Number(index))
  if (code === 'inverted_span' && week[key]?.[Number(index)]?.[1] === '00:00')
    return { fieldId, message: `${day.name}’s hours: write midnight at the end of the day as 24:00` }
  return { fieldId, message: `${day.name}’s hours ${problemWords[code] ?? 'cannot be read'}` }
}

/** "Monday to Friday 08:30 to 17:00, Saturday 09:00 to 12:00"; like days in a row are told together. */
export function weekWords(calendar: CalendarRecord): string {
  if (calendar.isAlwaysOpen) return 'Always open'
  const days = weekdays.map(({ key, name }) => ({
    name,
    hours: (calendar.week[key] ?? []).map(([from, to]) => `${from} to ${to}`).join(' and '),
  }))
  const runs: { first: string; last: string; hours: string }[] = []
  for (const { name, hours } of days) {
    const run = runs.at(-1)
    if (run?.hours === hours) run.last = name
    else runs.push({ first: name, last: name, hours })
  }
  const open = runs.filter(({ hours }) => hours !== '')
  if (open.length === 0) return 'No weekly hours'
  return open.map(({ first, last, hours }) => `${first === last ? first : `${first} to ${last}`} ${hours}`).join(', ')
}
