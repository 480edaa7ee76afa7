// How instants, durations and figures are written for people: one formatter each, for screens, packs and exports.

const formats = new Map<string, Intl.DateTimeFormat>()

/** Intl's constructors are slow (about 50 us each), lists format hundreds: one per zone and shape is kept. */
function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...options })
  formats.set(key, made)
  return made
}

const part = (parts: Intl.DateTimeFormatPart[], type: string) => parts.find((p) => p.type === type)?.value ?? ''

export const defaultZone = 'Europe/London'

/** "10:05" on the clock of the zone. */
export const formatClock = (at: number, zone = defaultZone): string =>
  format(zone, { hour: '2-digit', minute: '2-digit' }).format(at)

/** "Tue 10 Nov", with the year when it is not that of `now`: "Tue 10 Nov 2025". */
export function formatDay(at: number, now: number, zone = defaultZone): string {
  const shape = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
  const parts = format(zone, shape).formatToParts(at)
  const isThisYear = part(parts, 'year') === part(format(zone, shape).formatToParts(now), 'year')
  // Intl's British "Sept" is the one month of four letters; every other abbreviation has three.
  const day = `${part(parts, 'weekday')} ${part(parts, 'day')} ${part(parts, 'month').slice(0, 3)}`
  return isThisYear ? day : `${day} ${part(parts, 'year')}`
}

/** "Tue 10 Nov, 10:05". */
export const formatInstant = (at: number, now: number, zone = defaultZone): string =>
  `${formatDay(at, now, zone)}, ${formatClock(at, zone)}`

/** "10:05" when it is on the same day as `now`, else "Tue 10 Nov, 10:05". */
export function formatWhen(at: number, now: number, zone = defaultZone): string {
  return formatDay(at, now, zone) === formatDay(now, now, zone) ? formatClock(at, zone) : formatInstant(at, now, zone)
}

/** "Tue 10 Nov, 10:05 to 14:20", the second day only when it is another one. */
export function formatRange(startAt: number, endAt: number, now: number, zone = defaultZone): string {
  const isSameDay = formatDay(startAt, now, zone) === formatDay(endAt, now, zone)
  return `${formatInstant(startAt, now, zone)} to ${isSameDay ? formatClock(endAt, zone) : formatInstant(endAt, now, zone)}`
}

/** A local date, "10 November 2026". */
export function formatDate(date: string): string {
  const at = Date.parse(`${date}T12:00:00Z`)
  return format('UTC', { day: 'numeric', month: 'long', year: 'numeric' }).format(at)
}

/** "4 h 20 min", "45 min", "2 d 3 h"; less than half a minute reads "under a minute", 0 reads "0 min". */
export function formatMinutes(minutes: number): string {
  if (minutes > 0 && minutes < 0.5) return 'under a minute'
  const whole = Math.round(minutes)
  const days = Math.floor(whole / 1440)
  const hours = Math.floor((whole % 1440) / 60)
  const rest = whole % 60
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`
  if (hours > 0) return rest > 0 ? `${hours} h ${rest} min` : `${hours} h`
  return `${rest} min`
}

export const formatElapsed = (fromAt: number, toAt: number): string =>
  formatMinutes(Math.max(0, toAt - fromAt) / 60_000)

/** A count with thousands parted: "1,234". */
export const formatCount = (count: number): string => new Intl.NumberFormat('en-GB').format(count)

/** A figure with at most `digits` decimals: "1,234.5". */
export const formatFigure = (figure: number, digits = 2): string =>
  new Intl.NumberFormat('en-GB', { maximumFractionDigits: digits }).format(figure)

/** Time of people in hours with one decimal, "1,234.5"; less than a twentieth of an hour reads "under 0.1". */
export function formatHours(ms: number): string {
  // Six decimals first, as everywhere that figures leave the app: sums that differ in their last bit read the same.
  const hours = Math.round((ms / 3_600_000) * 1e6) / 1e6
  if (hours > 0 && hours < 0.05) return 'under 0.1'
  return fixed(hours, 1)
}

/** Whole pounds, "£1,234"; for what must add up, `formatPence`. Less than half a pound reads "under £1". */
export function formatPounds(pence: number): string {
  if (pence > 0 && pence < 50) return 'under £1'
  return pence < 0 ? `−£${fixed(-pence / 100, 0)}` : `£${fixed(pence / 100, 0)}`
}

/** To the penny: "£1,234.56". */
export const formatPence = (pence: number): string => `${pence < 0 ? '−' : ''}£${fixed(Math.abs(pence) / 100, 2)}`

const fixed = (figure: number, digits: number): string =>
  new Intl.NumberFormat('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(figure)

/**
 * A percentage with two decimals, "99.50 %"; null (no such figure) is a dash. 100 is written only when it is 100: a
 * figure that rounds up to it is cut to 99.99.
 */
export function formatPercent(percent: number | null): string {
  if (percent === null) return '–'
  if (percent === 100 || percent === 0) return `${percent}%`
  const rounded = Math.round(percent * 100) / 100
  return `${(rounded >= 100 ? 99.99 : rounded).toFixed(2)}%`
}

/** "1 change", "3 changes". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`
