// The dates of a log: which form a column's are in, and the instants that they mean.
import { localToUtc, type Zone } from '../domain/zone.ts'
import { readDateText } from './date-text.ts'
import type { DateOrder, LogColumn } from './incident-log.ts'

export interface DateRules {
  readonly order: DateOrder
  readonly isDecimalComma: boolean
  /** Of times that name none. */
  readonly zone: Zone
}

export interface ReadDate {
  readonly at: number
  /** What the zone's clock made of it: times that it skips mean the moment after the change; of two the first is meant. */
  readonly status: 'unique' | 'skipped' | 'repeated'
}

const latest = 7_258_118_400_000
const dayMs = 86_400_000
/** 1970-01-01 as spreadsheets count days. */
const serialOf1970 = 25_569

/** Undefined: no date that there is between 1970 and 2199. */
export function readLogDate(text: string, rules: DateRules): ReadDate | undefined {
  const number = numberIn(text, rules.isDecimalComma)
  const date = number === undefined ? readDateText(withLongYear(text), rules.order) : undefined
  const local = number === undefined ? date?.localMs : localOfSerial(number)
  if (number !== undefined && local === undefined) return inRange(epochMs(number), 'unique')
  if (local === undefined) return undefined
  if (date?.offsetMinutes !== undefined) return inRange(local - date.offsetMinutes * 60_000, 'unique')
  const { utc, status } = localToUtc(rules.zone, local)
  return inRange(utc, status)
}

function inRange(at: number | undefined, status: ReadDate['status']): ReadDate | undefined {
  return at !== undefined && at >= 0 && at <= latest ? { at, status } : undefined
}

function numberIn(text: string, isDecimalComma: boolean): number | undefined {
  if (!/^\d{5,13}(?:[.,]\d+)?$/.test(text)) return undefined
  return Number(isDecimalComma ? text.replace(',', '.') : text) || undefined
}

/** A spreadsheet's day number (1954 to 2119), to the second. */
function localOfSerial(number: number): number | undefined {
  if (number < 20_000 || number > 80_000) return undefined
  return Math.round((number - serialOf1970) * (dayMs / 1000)) * 1000
}

/** Seconds or milliseconds since 1970, by their length. */
function epochMs(number: number): number | undefined {
  if (number >= 1e8 && number < 1e10) return Math.floor(number) * 1000
  return number >= 1e11 ? Math.floor(number) : undefined
}

/** 3/5/16 -> 3/5/2016. */
function withLongYear(text: string): string {
  return text.replace(
    /^(\d{1,2}[/.-](?:\d{1,2}|[a-z]{3,9})[/.-])(\d{2})(?!\d)/i,
    (_, begin: string, year: string) => `${begin}${Number(year) < 70 ? '20' : '19'}${year}`,
  )
}

const numberForm = /^(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?!\d)/

/** What a column's values are, by some of them. Cells that say nothing are not to be among them. */
export function datesOf(values: readonly string[]): LogColumn['dates'] {
  const isDate = (value: string) =>
    readDateText(withLongYear(value), 'dmy') !== undefined || readDateText(withLongYear(value), 'mdy') !== undefined
  const dates = values.filter(isDate)
  if (dates.length === 0 || dates.length < values.length * 0.8) return null
  const pairs = dates.flatMap((value) => {
    const [, first, second] = numberForm.exec(value) ?? []
    return first === undefined || second === undefined ? [] : [[Number(first), Number(second)] as const]
  })
  if (pairs.length === 0) return dates.some((value) => /[a-z]{3}/i.test(value.slice(0, 8))) ? 'dmy' : 'year_first'
  const dayFirst = pairs.filter(([first]) => first > 12).length
  const monthFirst = pairs.filter(([, second]) => second > 12).length
  if (dayFirst === monthFirst) return 'undecided'
  return dayFirst > monthFirst ? 'dmy' : 'mdy'
}
