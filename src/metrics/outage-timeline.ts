/**
 * One system's outages made ready to be measured over any period: sorted, merged and cut once. Months, days and the
 * whole are all read off the same timeline, so that parts add up to the whole.
 */
import type { Calendar } from '../domain/calendar.ts'
import { type Interval, overlap, subtract, union } from '../domain/interval.ts'
import type { Instant } from '../domain/time.ts'
import { type LossSpan, worstLoss } from './loss.ts'

export interface OutageLoss {
  readonly start: Instant
  /** null: still open. */
  readonly end: Instant | null
  /** Share of the service lost, 0 to 1. */
  readonly loss: number
}

export interface OutageFacts {
  readonly calendar: Calendar
  readonly outages: readonly OutageLoss[]
  /** Where open outages are cut: now, or the period's end where there is no now. */
  readonly openUntil: Instant
  /** Maintenance that excuses, sorted and disjoint. */
  readonly excused?: readonly Interval[] | undefined
  /** When the system was watched; all the time unless given. */
  readonly watched?: readonly Interval[] | undefined
}

/** A longest unbroken run of loss in elapsed time. */
export interface Failure extends Interval {
  readonly isOpen: boolean
  /** Its first moment inside the agreed hours, watched and not excused; null when it never touched them. */
  readonly firstCountedAt: Instant | null
}

export interface OutageTimeline {
  readonly calendar: Calendar
  readonly excused: readonly Interval[]
  /** Watched and not excused; null for all the time that is not excused. */
  readonly measured: readonly Interval[] | null
  /** Loss that may count: watched and not excused, still to be cut to the agreed hours. */
  readonly lost: readonly LossSpan[]
  readonly failures: readonly Failure[]
}

export function outageTimeline(facts: OutageFacts): OutageTimeline {
  const { calendar, excused = [], openUntil } = facts
  const measured = facts.watched ? subtract(union(facts.watched), excused) : null
  const counted = <T extends Interval>(spans: readonly T[]): T[] =>
    measured ? overlap(spans, measured) : subtract(spans, excused)
  const closed = facts.outages.map(({ start, end, loss }) => ({ start, end: end ?? openUntil, loss }))
  const worst = worstLoss(closed)
  const openSince = firstOpenStart(facts.outages, openUntil)
  return {
    calendar,
    excused,
    measured,
    lost: counted(worst),
    failures: failuresOf(worst, counted, calendar, openSince),
  }
}

function failuresOf(
  worst: readonly LossSpan[],
  counted: <T extends Interval>(spans: readonly T[]) => T[],
  calendar: Calendar,
  openSince: Instant,
): Failure[] {
  const failures = union(worst).map(({ start, end }) => {
    const isOpen = start <= openSince && openSince < end
    return { start, end, isOpen, firstCountedAt: null as Instant | null }
  })
  for (const part of counted(failures.map(({ start, end }, index) => ({ start, end, index })))) {
    const failure = failures[part.index]
    if (failure?.firstCountedAt === null) failure.firstCountedAt = calendar.nextWorking(part.start, part.end)
  }
  return failures
}

function firstOpenStart(outages: readonly OutageLoss[], openUntil: Instant): Instant {
  let first = Number.POSITIVE_INFINITY
  for (const { start, end, loss } of outages)
    if (end === null && loss > 0 && start < openUntil && start < first) first = start
  return first
}
