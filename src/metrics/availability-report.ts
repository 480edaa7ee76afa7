/**
 * Availability of every system in a period, straight from the records: the figures of the screens, the packs and the
 * exports. The same records, query and now give the same figures.
 */
import { addMonths } from '../domain/local-date.ts'
import { lastDays, monthOf, type Period, periodInstants } from '../domain/period.ts'
import type { Instant } from '../domain/time.ts'
import { localDateAt, midnight } from '../domain/zone.ts'
import { type Availability, availability } from './availability.ts'
import type { AvailabilityRecords } from './availability-records.ts'
import { type DayOfAvailability, dailyAvailability, monthlyAvailability } from './availability-series.ts'
import { type ErrorBudget, errorBudget } from './error-budget.ts'
import type { AvailabilityFacts, AvailabilityQuery, MeasureInput, SystemFacts } from './system-facts.ts'
import { availabilityFacts, lastElapsedDay, reportZone, targetOf } from './system-facts.ts'

/** Why there is no figure. */
export type NoFigure = 'not_begun' | 'before_records' | 'retired' | 'no_calendar' | 'no_hours' | 'all_excluded'

export interface BasisFigures extends Availability {
  /** null where no target is agreed. */
  readonly budget: ErrorBudget | null
}

export interface DayFigures extends DayOfAvailability {
  /** Whether anybody wrote anything down yet. */
  readonly isRecorded: boolean
}

export interface SystemFigures {
  readonly systemId: string
  readonly name: string
  readonly targetPercent: number | null
  readonly agreed: BasisFigures
  readonly allHours: BasisFigures
  /** null when there is one. */
  readonly noFigure: NoFigure | null
  /** The last 90 days of the period's elapsed part, oldest first, in agreed hours. */
  readonly days: readonly DayFigures[]
}

export interface AvailabilityReport {
  readonly period: Period
  readonly councilId: string | null
  readonly asAt: Instant
  /** Loss shorter than this on a day does not colour the day. */
  readonly sustainedMs: number
  /** Systems in service at some time of the period, in no promised order. */
  readonly systems: readonly SystemFigures[]
}

const dayCount = 90

export function availabilityReport(records: AvailabilityRecords, query: AvailabilityQuery): AvailabilityReport {
  const facts = availabilityFacts(records, query)
  return reportOf(
    facts,
    query,
    facts.systems.filter((system) => isInService(system, query)),
  )
}

const isInService = ({ system }: SystemFacts, { period }: AvailabilityQuery): boolean =>
  system.retiredOn === null || system.retiredOn > period.from

export function reportOf(
  { records }: AvailabilityFacts,
  query: AvailabilityQuery,
  systems: readonly SystemFacts[],
): AvailabilityReport {
  return {
    period: query.period,
    councilId: query.councilId,
    asAt: query.now,
    sustainedMs: (records.partnership?.sustainedMinutes ?? 0) * 60_000,
    systems: systems.map((system) => systemFigures(system, query)),
  }
}

export function systemFigures(facts: SystemFacts, query: AvailabilityQuery): SystemFigures {
  const targetPercent = targetOf(facts, periodInstants(query.period, reportZone))
  const agreed = basisFigures(facts, facts.agreed, query.period, targetPercent)
  return {
    systemId: facts.system.id,
    name: facts.system.name,
    targetPercent,
    agreed,
    allHours: basisFigures(facts, facts.allHours, query.period, targetPercent),
    noFigure: agreed.availabilityPercent === null ? whyNoFigure(facts, agreed, query) : null,
    days: dayFigures(facts, query),
  }
}

/** Nobody recorded anything before the records begin, and silence is never "up". */
const isBeforeRecords = (facts: SystemFacts, period: Period): boolean =>
  midnight(reportZone, period.to) <= facts.recordsBeginAt

function basisFigures(
  facts: SystemFacts,
  measure: MeasureInput,
  period: Period,
  targetPercent: number | null,
): BasisFigures {
  const watched = isBeforeRecords(facts, period) ? [] : measure.watched
  const input = { ...measure, watched, period: periodInstants(period, reportZone) }
  const figures = availability(input)
  return { ...figures, budget: targetPercent === null ? null : errorBudget(input, figures, targetPercent) }
}

function whyNoFigure(facts: SystemFacts, figures: Availability, query: AvailabilityQuery): NoFigure {
  const { start } = periodInstants(query.period, reportZone)
  if (query.now <= start) return 'not_begun'
  if (isBeforeRecords(facts, query.period)) return 'before_records'
  if (facts.system.retiredOn !== null && facts.system.retiredOn <= query.period.from) return 'retired'
  if (figures.agreedMs > 0) return 'all_excluded'
  return facts.isCalendarMissing ? 'no_calendar' : 'no_hours'
}

function dayFigures(facts: SystemFacts, query: AvailabilityQuery): DayFigures[] {
  const period = lastDays(lastElapsedDay(query), dayCount)
  const begins = localDateAt(reportZone, facts.recordsBeginAt)
  return dailyAvailability({ ...facts.agreed, period }).map((day) => ({ ...day, isRecorded: day.date >= begins }))
}

export interface MonthFigures extends BasisFigures {
  readonly period: Period
  readonly targetPercent: number | null
}

/** Twelve months up to the period's last elapsed one, or all of the period's where it has more. */
export function trendPeriod(query: AvailabilityQuery): Period {
  const { from, to } = monthOf(lastElapsedDay(query))
  const starts = [addMonths(from, -11), monthOf(query.period.from).from].sort()
  return { from: starts[0] ?? from, to }
}

export function monthFigures(facts: SystemFacts, query: AvailabilityQuery): MonthFigures[] {
  const months = monthlyAvailability({ ...facts.agreed, period: trendPeriod(query) })
  return months.map((month) => {
    const { period } = month
    const targetPercent = targetOf(facts, periodInstants(period, reportZone))
    if (isBeforeRecords(facts, period))
      return { period, targetPercent, ...basisFigures(facts, facts.agreed, period, null) }
    const input = { ...facts.agreed, period: periodInstants(period, reportZone) }
    return { ...month, targetPercent, budget: targetPercent === null ? null : errorBudget(input, month, targetPercent) }
  })
}
