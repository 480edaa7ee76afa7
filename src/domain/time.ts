/** Moments, as the whole product holds them: milliseconds since 1970-01-01T00:00:00Z, never a local time. */
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './duration.ts'
import { dayNumber } from './local-date.ts'

export type Instant = number

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):?(\d{2})?)$/

/** Milliseconds of an ISO 8601 instant; undefined unless it is a real moment with `Z` or an offset. */
export function parseInstant(text: string): Instant | undefined {
  const match = INSTANT.exec(text)
  if (!match) return undefined
  const [, date = '', hour, minute, second = '0', fraction = '', sign, offsetHour = '0', offsetMinute = '0'] = match
  const day = dayNumber(date)
  const clock = clockMs(Number(hour), Number(minute), Number(second))
  if (day === undefined || clock === undefined) return undefined
  if (Number(offsetHour) > 23 || Number(offsetMinute) > 59) return undefined
  const offset = Number(offsetHour) * HOUR_MS + Number(offsetMinute) * MINUTE_MS
  return day * DAY_MS + clock + Number(fraction.padEnd(3, '0').slice(0, 3)) - (sign === '-' ? -offset : offset)
}

/** UTC with `Z`; milliseconds are written only when there are any. */
export function formatInstant(at: Instant): string {
  return new Date(at).toISOString().replace('.000Z', 'Z')
}

const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/

/** A clock reading `YYYY-MM-DDTHH:MM[:SS]` (24:00 allowed) as milliseconds since 1970-01-01T00:00 on that same clock. */
export function parseLocalTime(text: string): number | undefined {
  const match = LOCAL_TIME.exec(text)
  if (!match) return undefined
  const [, date = '', hour, minute, second = '0'] = match
  const day = dayNumber(date)
  const clock = clockMs(Number(hour), Number(minute), Number(second))
  return day === undefined || clock === undefined ? undefined : day * DAY_MS + clock
}

function clockMs(hour: number, minute: number, second: number): number | undefined {
  if (minute > 59 || second > 59) return undefined
  const clock = hour * HOUR_MS + minute * MINUTE_MS + second * SECOND_MS
  return clock <= DAY_MS ? clock : undefined
}
