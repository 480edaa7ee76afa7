// Availability in words. Pure; every figure through the one formatter.

import { MINUTE_MS } from '../../domain/duration.ts'
import { counted, formatCount, formatDate, formatFigure, formatMinutes } from '../../domain/format.ts'
import { addDays } from '../../domain/local-date.ts'
import type { Period } from '../../domain/period.ts'
import type { NoFigure, SystemFigures } from '../../metrics/availability-report.ts'
import type { LeftOut } from '../../metrics/counted-outages.ts'
import type { ErrorBudget } from '../../metrics/error-budget.ts'
import type { Status } from '../parts/show/status.ts'

export const minutesOf = (ms: number): number => ms / MINUTE_MS

/** "4 h 20 min", "178 h 30 min": never days, because a day of agreed hours is not 24 of them. */
export function duration(ms: number): string {
  const minutes = Math.round(minutesOf(ms))
  if (minutes < 1440) return formatMinutes(minutesOf(ms))
  const rest = minutes % 60
  return `${formatCount(Math.floor(minutes / 60))} h${rest > 0 ? ` ${rest} min` : ''}`
}
/** "260 min": for figures that are compared with each other. */
export const inMinutes = (ms: number): string => `${formatCount(Math.round(minutesOf(ms)))} min`
export const durationOrDash = (ms: number | null): string => (ms === null ? '–' : duration(ms))

export const noFigureWords: Readonly<Record<NoFigure, string>> = {
  not_begun: 'The period has not begun.',
  before_records: 'Nothing was recorded yet in this period.',
  retired: 'It was out of use in this period.',
  no_calendar: 'Its hours are not on this device.',
  no_hours: 'No agreed hours lie in this period so far.',
  all_excluded: 'All agreed hours so far were planned work.',
}

/** "99.5%", as agreed; a mean of several targets has more decimals than two only in the arithmetic. */
export const targetWords = (percent: number): string => `${formatFigure(percent)}%`

export interface Verdict {
  readonly status: Status
  readonly words: string
}

export function verdict(figures: Pick<SystemFigures, 'agreed' | 'targetPercent'>): Verdict {
  const { availabilityPercent, budget } = figures.agreed
  if (availabilityPercent === null) return { status: 'unknown', words: 'No figure' }
  if (!budget || figures.targetPercent === null) return { status: 'unknown', words: 'No target' }
  return budget.isMet
    ? { status: 'ok', words: `Met ${targetWords(figures.targetPercent)}` }
    : { status: 'down', words: `Missed ${targetWords(figures.targetPercent)}` }
}

/** "216 min allowed, 260 min used: 44 min over". */
export function budgetWords({ budgetMs, leftMs }: ErrorBudget): string {
  const rest = leftMs < 0 ? `${inMinutes(-leftMs)} over` : `${inMinutes(leftMs)} left`
  return `${inMinutes(budgetMs)} allowed, ${inMinutes(budgetMs - leftMs)} used: ${rest}`
}

interface MonthVerdict {
  readonly availabilityPercent: number | null
  readonly budget: ErrorBudget | null
}

/** The message of the months' chart. */
export function monthsMessage(name: string, months: readonly MonthVerdict[]): string {
  const measured = months.filter((month) => month.availabilityPercent !== null)
  const judged = measured.filter((month) => month.budget !== null)
  const missed = judged.filter((month) => month.budget?.isMet === false).length
  if (measured.length === 0) return `There are no figures of ${name} in these months`
  if (judged.length === 0) return `${name} has no target in these months`
  const all = counted(judged.length, 'month')
  if (missed > 0) return `${name} missed its target in ${missed} of ${all}`
  return `${name} met its target in ${judged.length > 1 ? 'all ' : ''}${all}`
}

export const leftOutWords: Readonly<Record<LeftOut['reason'], string>> = {
  ends_before_start: 'It ends before it starts: it counts nothing until it is corrected',
  no_loss: 'At risk only: nothing was lost',
  other_council: 'It did not reach this council',
  marked_not_affected: 'Marked by hand as not affecting this system',
}

/** "1 November 2026 to 30 November 2026", last day included. */
export function datesWords({ from, to }: Period): string {
  const last = addDays(to, -1)
  return from === last ? formatDate(from) : `${formatDate(from)} to ${formatDate(last)}`
}
