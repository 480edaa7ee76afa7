// Which period the page shows, as its address says it. Pure.
import { formatDate } from '../../domain/format.ts'
import { addDays, addMonths, dayNumber, type LocalDate } from '../../domain/local-date.ts'
import { financialYearOf, monthOf, type Period, quarterOf } from '../../domain/period.ts'

export const periodKinds = ['month', 'quarter', 'year', 'custom'] as const
export type PeriodKind = (typeof periodKinds)[number]
export const periodKindLabels: Readonly<Record<PeriodKind, string>> = {
  month: 'Month',
  quarter: 'Quarter',
  year: 'Year, April to March',
  custom: 'Other dates',
}

/** The address's words: `on` is any day of a month, quarter or year; `from` and `to` (not included) of other dates. */
export type PeriodParams = Partial<Record<'period' | 'on' | 'from' | 'to', string>>

export interface PeriodChoice {
  readonly kind: PeriodKind
  readonly period: Period
}

const periodOf: Readonly<Record<Exclude<PeriodKind, 'custom'>, (date: LocalDate) => Period>> = {
  month: monthOf,
  quarter: quarterOf,
  year: financialYearOf,
}
const monthCount = { month: 1, quarter: 3, year: 12 } as const

const isDate = (text: string | undefined): text is LocalDate => text !== undefined && dayNumber(text) !== undefined

/** What cannot be read is replaced by the `first` kind of period, around `today`. */
export function readPeriod(
  params: PeriodParams,
  today: LocalDate,
  first: Exclude<PeriodKind, 'custom'> = 'month',
): PeriodChoice {
  const kind = periodKinds.find((known) => known === params.period) ?? first
  if (kind !== 'custom') return { kind, period: periodOf[kind](isDate(params.on) ? params.on : today) }
  const { from, to } = params
  return isDate(from) && isDate(to) && from < to
    ? { kind, period: { from, to } }
    : { kind: first, period: periodOf[first](today) }
}

/** The address of a choice; what a kind does not use is taken out. */
export function periodParams({ kind, period }: PeriodChoice): Record<keyof PeriodParams, string | undefined> {
  const isCustom = kind === 'custom'
  return {
    period: kind,
    on: isCustom ? undefined : period.from,
    from: isCustom ? period.from : undefined,
    to: isCustom ? period.to : undefined,
  }
}

/** Another kind of period around the same time: the one that holds its last day, as far as it has begun. */
export function ofKind(kind: Exclude<PeriodKind, 'custom'>, { period }: PeriodChoice, today: LocalDate): PeriodChoice {
  const within = period.from > today || period.to <= today ? addDays(period.to, -1) : today
  return { kind, period: periodOf[kind](within) }
}

/** The period before (-1) or after (1); other dates have none. */
export function neighbour({ kind, period }: PeriodChoice, step: -1 | 1): PeriodChoice | undefined {
  if (kind === 'custom') return undefined
  return { kind, period: periodOf[kind](addMonths(period.from, step * monthCount[kind])) }
}

const monthName = (date: LocalDate): string => formatDate(date).split(' ').slice(1).join(' ')

/** "November 2026", "October to December 2026", "April 2026 to March 2027", "3 June 2026 to 9 June 2026". */
export function periodName({ from, to }: Period): string {
  const last = addDays(to, -1)
  const isWholeMonths = from.endsWith('-01') && to.endsWith('-01')
  if (!isWholeMonths) return from === last ? formatDate(from) : `${formatDate(from)} to ${formatDate(last)}`
  const [first, final] = [monthName(from), monthName(last)]
  if (first === final) return first
  const isOneYear = from.slice(0, 4) === last.slice(0, 4)
  return `${isOneYear ? first.split(' ')[0] : first} to ${final}`
}
