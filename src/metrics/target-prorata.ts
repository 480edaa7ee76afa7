/** A person's yearly target in hours: pro rata by dated segments, and how much of it is due by a date. */
import { dayOfDate, type LocalDate } from '../domain/local-date.ts'
import type { Period } from '../domain/period.ts'

/** What holds from one date until another: `to` is excluded, and segments of a person do not overlap. An absence has `fte` 0. */
export interface TargetSegment extends Period {
  readonly fte: number
  /** Of a full-time post. */
  readonly annualHours: number
}

/** Hours are null for a year without days. */
export interface YearTarget {
  readonly dayCount: number
  readonly segments: readonly { readonly dayCount: number; readonly hours: number | null }[]
  readonly coveredDayCount: number
  readonly hours: number | null
}

/** Annual hours x FTE x days inside the year / days of the year, counted in dates. Days without a segment carry no target. */
export function yearTarget(year: Period, segments: readonly TargetSegment[]): YearTarget {
  const dayCount = Math.max(0, dayOfDate(year.to) - dayOfDate(year.from))
  const perYear = (hourDays: number) => (dayCount === 0 ? null : hourDays / dayCount)
  const parts = segments.map(({ from, to, fte, annualHours }) => {
    const start = Math.max(dayOfDate(from), dayOfDate(year.from))
    const days = Math.max(0, Math.min(dayOfDate(to), dayOfDate(year.to)) - start)
    return { days, hourDays: annualHours * fte * days }
  })
  return {
    dayCount,
    segments: parts.map(({ days, hourDays }) => ({ dayCount: days, hours: perYear(hourDays) })),
    coveredDayCount: parts.reduce((sum, { days }) => sum + days, 0),
    hours: perYear(parts.reduce((sum, { hourDays }) => sum + hourDays, 0)),
  }
}

export interface PhasedFacts {
  readonly segments: readonly TargetSegment[]
  /** Every working date of the year, each once: without weekends and bank holidays. */
  readonly workingDates: readonly LocalDate[]
  /** Approved absence: the share of the day away, 0 to 1. */
  readonly absences: ReadonlyMap<LocalDate, number>
}

/**
 * The target due in a part of the year: annual hours x FTE of each working day worked in it / working days of the year.
 * An absence lowers it; null for a year without working days.
 */
export function phasedTargetHours({ segments, workingDates, absences }: PhasedFacts, part: Period): number | null {
  if (workingDates.length === 0) return null
  let hourDays = 0
  for (const date of workingDates) {
    if (!isIn(part, date)) continue
    const segment = segments.find((each) => isIn(each, date))
    if (segment) hourDays += segment.annualHours * segment.fte * (1 - (absences.get(date) ?? 0))
  }
  return hourDays / workingDates.length
}

function isIn({ from, to }: Period, date: LocalDate): boolean {
  return from <= date && date < to
}
