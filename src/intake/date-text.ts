// Reads the date forms that status posts, status pages and spreadsheets use, without guessing a zone.

export interface DateText {
  /** The wall clock as written: ms since 1970-01-01T00:00 on that clock. */
  readonly localMs: number
  /** Undefined when the text names no zone. */
  readonly offsetMinutes: number | undefined
  readonly hasTime: boolean
}

const clock = '(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?'
const zone = '(?<zone>Z|UTC|GMT|BST|[+-]\\d{2}:?\\d{2})'
const ending = `(?:(?:T|,?\\s+)${clock}\\s*${zone}?)?$`
const isoForm = new RegExp(`^(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})${ending}`, 'i')
const britishForm = new RegExp(`^(?<day>\\d{1,2})[/.-](?<month>\\d{1,2})[/.-](?<year>\\d{4})${ending}`, 'i')

const namedOffsets: Readonly<Record<string, number>> = { Z: 0, UTC: 0, GMT: 0, BST: 60 }

/**
 * ISO 8601 (also with a blank for `T` and hours of one digit) and day/month/year. Fractions of a second are dropped.
 * Undefined for anything else, and for dates that do not exist.
 */
export function readDateText(text: string): DateText | undefined {
  const found = (isoForm.exec(text.trim()) ?? britishForm.exec(text.trim()))?.groups
  if (!found) return undefined
  const numbers = ['year', 'month', 'day', 'hour', 'minute', 'second'].map((name) => Number(found[name] ?? 0))
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = numbers
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  const isReal =
    at.getUTCMonth() === month - 1 && at.getUTCDate() === day && hour < 24 && minute < 60 && second < 60 && year >= 1970
  if (!isReal) return undefined
  return {
    localMs: at.getTime(),
    offsetMinutes: offsetOf(found.zone),
    hasTime: found.hour !== undefined,
  }
}

function offsetOf(zoneText: string | undefined): number | undefined {
  if (zoneText === undefined) return undefined
  const named = namedOffsets[zoneText.toUpperCase()]
  if (named !== undefined) return named
  const digits = zoneText.replace(':', '')
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5))
  return digits.startsWith('-') ? 0 - minutes : minutes
}
