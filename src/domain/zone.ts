/**
 * Time zones, from the runtime's own table (Intl). A zone's clock changes are found by search, a year at a time and
 * once, because asking Intl costs microseconds and the figures ask millions of times. The device's own zone is never used.
 */
import { DAY_MS, SECOND_MS } from './duration.ts'
import { dateOfDay, dayOfDate, type LocalDate } from './local-date.ts'
import type { Instant } from './time.ts'

/** A stretch of time with one offset: local clock = UTC + offsetMs. */
export interface ZoneStretch {
  readonly from: Instant
  readonly until: Instant
  readonly offsetMs: number
}

export interface Zone {
  readonly name: string
  offsetMs(at: Instant): number
  /** In order, without gaps, cut to `from` and `until`. */
  stretches(from: Instant, until: Instant): ZoneStretch[]
}

export const DEFAULT_ZONE = 'Europe/London'

const known = new Map<string, Zone>()

/** The zone of an IANA name, or undefined when there is none. */
export function findZone(name: string): Zone | undefined {
  const found = known.get(name)
  if (found) return found
  if (!isIanaShaped(name)) return undefined
  let format: Intl.DateTimeFormat
  try {
    format = wallClockFormat(name)
  } catch {
    return undefined
  }
  const zone = makeZone(name, format)
  known.set(name, zone)
  return zone
}

/** For names already checked: throws on an unknown zone. */
export function zoneOf(name: string): Zone {
  const zone = findZone(name)
  if (!zone) throw new RangeError('unknown time zone')
  return zone
}

/** The date on the zone's wall calendar at an instant. */
export function localDateAt(zone: Zone, at: Instant): LocalDate {
  return dateOfDay(Math.floor((at + zone.offsetMs(at)) / DAY_MS))
}

/** The first instant of a local date (01:00 where the clock skips midnight). */
export function midnight(zone: Zone, date: LocalDate): Instant {
  return localToUtc(zone, dayOfDate(date) * DAY_MS).utc
}

export interface LocalReading {
  readonly utc: Instant
  readonly status: 'unique' | 'skipped' | 'repeated'
  /** The later reading of a repeated time, else null. */
  readonly secondUtc: Instant | null
}

/**
 * What a clock reading means (`localMs`: milliseconds since 1970-01-01T00:00 on that clock). A time that the clock
 * skips moves forward by the gap; of a time that occurs twice `utc` is the first.
 */
export function localToUtc(zone: Zone, localMs: number): LocalReading {
  const offsetMs = zone.offsetMs(localMs - DAY_MS)
  if (zone.offsetMs(localMs + DAY_MS) === offsetMs)
    return { utc: localMs - offsetMs, status: 'unique', secondUtc: null }
  return readNearChange(zone, localMs)
}

function readNearChange(zone: Zone, localMs: number): LocalReading {
  const stretches = zone.stretches(localMs - DAY_MS, localMs + DAY_MS)
  const readings: Instant[] = []
  let moved = localMs
  let previous: ZoneStretch | undefined
  for (const stretch of stretches) {
    const utc = localMs - stretch.offsetMs
    if (utc >= stretch.from && utc < stretch.until) readings.push(utc)
    if (previous && localMs >= previous.until + previous.offsetMs && localMs < stretch.from + stretch.offsetMs)
      moved = localMs - previous.offsetMs
    previous = stretch
  }
  const [first, second] = readings
  if (first === undefined) return { utc: moved, status: 'skipped', secondUtc: null }
  if (second === undefined) return { utc: first, status: 'unique', secondUtc: null }
  return { utc: first, status: 'repeated', secondUtc: second }
}

// Names without a slash that IANA has. Intl takes more: to some engines BST is Bangladesh.
const PLAIN_NAMES = new Set(
  `CET CST6CDT Cuba EET EST EST5EDT Egypt Eire GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich HST Hongkong Iceland Iran
  Israel Jamaica Japan Kwajalein Libya MET MST MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland Portugal ROC ROK Singapore
  Turkey UCT UTC Universal W-SU WET Zulu`.split(/\s+/),
)

function isIanaShaped(name: string): boolean {
  return PLAIN_NAMES.has(name) || /^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+$/.test(name)
}

function wallClockFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
}

function makeZone(name: string, format: Intl.DateTimeFormat): Zone {
  const years = new Map<number, ZoneStretch[]>()
  let last: ZoneStretch | undefined

  function ofYear(year: number): ZoneStretch[] {
    const found = years.get(year)
    if (found) return found
    const made = findStretches(format, yearStart(year), yearStart(year + 1))
    years.set(year, made)
    return made
  }

  function offsetMs(at: Instant): number {
    if (last && at >= last.from && at < last.until) return last.offsetMs
    last = ofYear(new Date(at).getUTCFullYear()).find((stretch) => at < stretch.until)
    return last?.offsetMs ?? 0
  }

  function stretches(from: Instant, until: Instant): ZoneStretch[] {
    const result: ZoneStretch[] = []
    for (let year = new Date(from).getUTCFullYear(); yearStart(year) < until; year += 1)
      for (const stretch of ofYear(year))
        if (stretch.until > from && stretch.from < until)
          result.push({
            ...stretch,
            from: Math.max(from, stretch.from),
            until: Math.min(until, stretch.until),
          })
    return result
  }

  return { name, offsetMs, stretches }
}

/** The first instant of a UTC year. */
export function yearStart(year: number): Instant {
  return new Date(0).setUTCFullYear(year, 0, 1)
}

// No zone changes its clock and changes it back within a week, so weekly looks see every change.
const STEP_MS = 7 * DAY_MS

function findStretches(format: Intl.DateTimeFormat, from: Instant, until: Instant): ZoneStretch[] {
  const stretches: ZoneStretch[] = []
  let stretchFrom = from
  let at = from
  let offsetMs = offsetFromIntl(format, from)
  while (at < until) {
    const next = Math.min(at + STEP_MS, until)
    const nextOffset = offsetFromIntl(format, next)
    if (nextOffset === offsetMs) {
      at = next
      continue
    }
    const change = findChange(format, at, next, offsetMs)
    if (change >= until) break
    stretches.push({ from: stretchFrom, until: change, offsetMs })
    stretchFrom = change
    at = change
    offsetMs = offsetFromIntl(format, change)
  }
  stretches.push({ from: stretchFrom, until, offsetMs })
  return stretches
}

function findChange(format: Intl.DateTimeFormat, before: Instant, after: Instant, offsetMs: number): Instant {
  let low = before / SECOND_MS
  let high = after / SECOND_MS
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetFromIntl(format, middle * SECOND_MS) === offsetMs) low = middle
    else high = middle
  }
  return high * SECOND_MS
}

function offsetFromIntl(format: Intl.DateTimeFormat, at: Instant): number {
  const parts: Record<string, string> = {}
  for (const { type, value } of format.formatToParts(at)) parts[type] = value
  const year = parts.era?.startsWith('B') ? 1 - Number(parts.year) : Number(parts.year)
  const wall = new Date(0).setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day))
  const clock = (Number(parts.hour) * 60 + Number(parts.minute)) * 60 + Number(parts.second)
  return wall + clock * SECOND_MS - at
}
