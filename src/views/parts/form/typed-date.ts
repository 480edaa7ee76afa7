// Reading a date and a time as people type them. Civil time only: which zone it is in is the caller's business. Pure.

export interface TypedMoment {
  readonly day: string
  readonly month: string
  readonly year: string
  readonly time: string
}

export type TypedPart = keyof TypedMoment

export type TypedResult =
  /** `date` is YYYY-MM-DD, `time` HH:MM on the 24-hour clock, undefined where none was asked for. */
  | { readonly date: string; readonly time: string | undefined }
  | { readonly problem: TypedProblem; readonly part: TypedPart }

/** In order of priority: what is missing is said before what cannot be. */
export type TypedProblem = 'missing' | 'not a date' | 'not a time'

/** "The date must have a day", "The date must be a real date": for a date without a time. */
export const dateProblemWords = (
  name: string,
  { problem, part }: { problem: TypedProblem; part: TypedPart },
): string => (problem === 'missing' ? `${name} must have a ${part}` : `${name} must be a real date`)

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const

function readMonth(typed: string): number | undefined {
  const text = typed.trim().toLowerCase()
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const index = monthNames.findIndex((name) => text.startsWith(name))
  return index < 0 ? undefined : index + 1
}

/** Two digits mean this century. */
function readYear(typed: string): number | undefined {
  const text = typed.trim()
  if (/^\d{4}$/.test(text)) return Number(text)
  return /^\d{2}$/.test(text) ? 2000 + Number(text) : undefined
}

/** "9", "9.05", "9:05", "0905", "9am" and "9.05 pm" as HH:MM; undefined when it is no time of day. */
export function readTime(typed: string): string | undefined {
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(am|pm)?$/.exec(typed.trim().toLowerCase())
  if (!match) return undefined
  const [, hourText, minuteText, half] = match
  const hour12 = Number(hourText)
  const minute = Number(minuteText ?? '0')
  if (half && (hour12 < 1 || hour12 > 12)) return undefined
  const hour = half ? (hour12 % 12) + (half === 'pm' ? 12 : 0) : hour12
  if (hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** One problem at most, the first that needs mending. */
export function readTypedMoment(typed: TypedMoment, hasTime: boolean): TypedResult {
  const parts: readonly TypedPart[] = hasTime ? ['day', 'month', 'year', 'time'] : ['day', 'month', 'year']
  const missing = parts.find((part) => typed[part].trim() === '')
  if (missing) return { problem: 'missing', part: missing }
  const day = /^\d{1,2}$/.test(typed.day.trim()) ? Number(typed.day) : undefined
  const month = readMonth(typed.month)
  const year = readYear(typed.year)
  if (day === undefined || day < 1 || day > 31) return { problem: 'not a date', part: 'day' }
  if (month === undefined || month < 1 || month > 12) return { problem: 'not a date', part: 'month' }
  if (year === undefined) return { problem: 'not a date', part: 'year' }
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day > lastDay) return { problem: 'not a date', part: 'day' }
  const time = hasTime ? readTime(typed.time) : undefined
  if (hasTime && time === undefined) return { problem: 'not a time', part: 'time' }
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return { date, time }
}

/** The fields of a civil date (YYYY-MM-DD) and time (HH:MM). */
export function typedMoment(date: string, time = ''): TypedMoment {
  const [year = '', month = '', day = ''] = date.split('-')
  return { day: String(Number(day)), month: String(Number(month)), year, time }
}
