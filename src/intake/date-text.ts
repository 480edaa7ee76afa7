// Reads the date forms that status posts, status pages, service desks and spreadsheets use, without guessing a zone.
import type { DateOrder } from './incident-log.ts'

export interface DateText {
  /** The wall clock as written: ms since 1970-01-01T00:00 on that clock. */
  readonly localMs: number
  /** Undefined when the text names no zone. */
  readonly offsetMinutes: number | undefined
  readonly hasTime: boolean
}

const clock = '(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?(?:\\s*(?<half>[ap])\\.?m\\.?)?'
const zone = '(?<zone>Z|UTC|GMT|BST|[+-]\\d{2}:?\\d{2})'
const ending = `(?:(?:T|,?\\s+)${clock}\\s*${zone}?)?$`
const isoForm = new RegExp(`^(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})${ending}`, 'i')
const dayFirstForm = new RegExp(`^(?<day>\\d{1,2})[/.-](?<month>\\d{1,2})[/.-](?<year>\\d{4})${ending}`, 'i')
const monthFirstForm = new RegExp(`^(?<month>\\d{1,2})[/.-](?<day>\\d{1,2})[/.-](?<year>\\d{4})${ending}`, 'i')
const dayNameForm = new RegExp(`^(?<day>\\d{1,2})[ -](?<name>[a-z]{3,9})[ -](?<year>\\d{4})${ending}`, 'i')
const nameDayForm = new RegExp(`^(?<name>[a-z]{3,9}) (?<day>\\d{1,2}),? (?<year>\\d{4})${ending}`, 'i')

const monthNames = 'january february march april may june july august september october november december'.split(' ')
const namedOffsets: Readonly<Record<string, number>> = { Z: 0, UTC: 0, GMT: 0, BST: 60 }

/**
 * ISO 8601 (also with a blank for `T` and hours of one digit), numbers with the day or the month first, and English month
 * names. Fractions of a second are dropped. Undefined for anything else, and for dates that do not exist.
 */
export function readDateText(text: string, order: DateOrder = 'dmy'): DateText | undefined {
  const trimmed = text.trim()
  const numbers = order === 'dmy' ? dayFirstForm : monthFirstForm
  const forms = /^\d+[ -]?[a-z]|^[a-z]/i.test(trimmed) ? [dayNameForm, nameDayForm] : [isoForm, numbers]
  const found = forms.map((form) => form.exec(trimmed)).find((match) => match !== null)?.groups
  if (!found) return undefined
  const numberOf = (name: string) => Number(found[name] ?? 0)
  const [year, day, minute, second] = [numberOf('year'), numberOf('day'), numberOf('minute'), numberOf('second')]
  const month = found.name === undefined ? numberOf('month') : monthOf(found.name)
  const hour = hourOf(numberOf('hour'), found.half)
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

/** 1 to 12; 0, which no date has, for another word. */
const monthOf = (name: string): number => 1 + monthNames.findIndex((month) => month.startsWith(name.toLowerCase()))

/** On the clock of 24 hours; 24, which no date has, for hours that a clock of twelve does not show. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return 24
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

function offsetOf(zoneText: string | undefined): number | undefined {
  if (zoneText === undefined) return undefined
  const named = namedOffsets[zoneText.toUpperCase()]
  if (named !== undefined) return named
  const digits = zoneText.replace(':', '')
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5))
  return digits.startsWith('-') ? 0 - minutes : minutes
}
