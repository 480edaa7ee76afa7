/** What a person types into one duration field, read without guessing; and a duration written so that it reads back. */
import { ratio, roundedRatio } from './exact.ts'

export const BARE_UNITS = ['hours', 'minutes', 'units'] as const

export interface DurationReading {
  /** Length of a billing unit, for "3u". */
  readonly unitMinutes: number
  /** What a number alone counts. */
  readonly bareUnit: (typeof BARE_UNITS)[number]
}

export type DurationForm =
  | 'components'
  | 'clock'
  | 'units'
  | 'range'
  | 'bare_hours'
  | 'bare_minutes'
  | 'bare_units'
  | 'empty'

export type UnreadReason = 'unreadable' | 'negative' | 'empty_range' | 'end_before_start'

/** Minutes of the day, on the 24-hour clock; `to` may be 1,440. */
export interface ClockRange {
  readonly from: number
  readonly to: number
}

export type ReadDuration =
  | { readonly ok: true; readonly seconds: number; readonly form: DurationForm; readonly range?: ClockRange }
  | { readonly ok: false; readonly reason: UnreadReason }

const UNREADABLE: ReadDuration = { ok: false, reason: 'unreadable' }

const DECIMAL = String.raw`(\d*\.\d+|\d+,\d{1,2}|\d+)`
const H = '(?:hours|hour|hrs|hr|h)'
const M = '(?:minutes|minute|mins|min|m)'
const S = '(?:seconds|second|secs|sec|s)'
const BARE = new RegExp(`^${DECIMAL}$`)
const UNITS = new RegExp(`^${DECIMAL}(?:units|unit|u)$`)
const ONE_COMPONENT = new RegExp(`^${DECIMAL}(?:(${H})|(${M})|${S})$`)
const COMPONENTS = new RegExp(`^(?:(\\d+)${H})?(?:(\\d+)${M})?(?:(\\d+)${S})?$`)
const HOURS_AND_BARE_MINUTES = new RegExp(`^(\\d+)${H}(\\d+)$`)
const CLOCK = /^(\d+):(\d+)(?::(\d+))?$/
const RANGE = /^(\d{1,2})(?:[.:](\d{2}))?(?:-|to)(\d{1,2})(?:[.:](\d{2}))?$/
/** Two numbers parted by a space only are not one number. */
const PARTED_NUMBER = /[\d.,]\s+[\d.,]/

/** Nothing typed is 0 seconds. Decimals are exact, half seconds round up. */
export function readDuration(text: string, { unitMinutes, bareUnit }: DurationReading): ReadDuration {
  const typed = text.trim().toLowerCase().replace(/[–−]/g, '-')
  if (typed === '') return { ok: true, seconds: 0, form: 'empty' }
  if (typed.startsWith('-')) return { ok: false, reason: 'negative' }
  if (PARTED_NUMBER.test(typed)) return UNREADABLE
  const compact = typed.replace(/\s+/g, '')
  const unitSeconds = { hours: 3600, minutes: 60, units: unitMinutes * 60 }

  const bare = BARE.exec(compact)
  if (bare) return inSeconds(bare[1], unitSeconds[bareUnit], `bare_${bareUnit}`)
  const units = UNITS.exec(compact)
  if (units) return inSeconds(units[1], unitSeconds.units, 'units')
  const one = ONE_COMPONENT.exec(compact)
  if (one) return inSeconds(one[1], one[2] ? 3600 : one[3] ? 60 : 1, 'components')
  const components = COMPONENTS.exec(compact) ?? HOURS_AND_BARE_MINUTES.exec(compact)
  if (components) return added(components, 'components')
  const clock = CLOCK.exec(compact)
  if (clock) return added(clock, 'clock')
  const range = RANGE.exec(compact)
  return range ? readRange(range) : UNREADABLE
}

/** "1h 12m", "45m", "1h 5s", "0m": as `readDuration` takes it. `seconds` is a whole number, 0 or more. */
export function writeDuration(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
  const parts = [hours > 0 && `${hours}h`, minutes > 0 && `${minutes}m`, rest > 0 && `${rest}s`]
  return parts.filter((part) => part !== false).join(' ') || '0m'
}

function inSeconds(digits = '', secondsEach: number, form: DurationForm): ReadDuration {
  const count = Number(digits.replace(',', '.'))
  return Number.isFinite(count) ? found(roundedRatio(ratio([count, secondsEach])), form) : UNREADABLE
}

function added([, hours = '0', minutes = '0', seconds = '0']: readonly (string | undefined)[], form: DurationForm) {
  return found(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds), form)
}

function found(seconds: number, form: DurationForm): ReadDuration {
  return Number.isSafeInteger(seconds) ? { ok: true, seconds, form } : UNREADABLE
}

function readRange([, fromHour, fromMinute, toHour, toMinute]: readonly (string | undefined)[]): ReadDuration {
  const [from, to] = [minuteOfDay(fromHour, fromMinute), minuteOfDay(toHour, toMinute)]
  if (from === undefined || to === undefined || from === 1440) return UNREADABLE
  if (to === from) return { ok: false, reason: 'empty_range' }
  if (to < from) return { ok: false, reason: 'end_before_start' }
  return { ok: true, seconds: (to - from) * 60, form: 'range', range: { from, to } }
}

function minuteOfDay(hour = '', minute = '0'): number | undefined {
  const minutes = Number(hour) * 60 + Number(minute)
  return Number(minute) < 60 && minutes <= 1440 ? minutes : undefined
}
