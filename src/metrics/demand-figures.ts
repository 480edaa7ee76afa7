// What is asked about demand on the desk, and what is answered. Computed by demand.ts.
import type { Incident } from '../domain/incident.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Period } from '../domain/period.ts'
import type { Instant } from '../domain/time.ts'

/** What demand needs of an incident: kept for each by the desk's thread. */
export type DemandIncident = Pick<
  Incident,
  | 'councilId'
  | 'divisionId'
  | 'systemId'
  | 'systemName'
  | 'category'
  | 'raisedAt'
  | 'state'
  | 'flags'
  | 'stateAt'
  | 'resolvedAt'
  | 'closedAt'
  | 'reopenCount'
>

type Names = ReadonlyMap<string, { readonly name: string }>
/** What the ids in incidents stand for. */
export interface DemandNames {
  readonly systems: Names
  readonly divisions: Names
  readonly councils: Names
}

export interface DemandQuery {
  readonly period: Period
  readonly councilIds: readonly string[]
  readonly now: Instant
}

/** Of incidents raised in the period: how they fared until now. raised = resolved + open + cancelled. */
export interface DemandFigures {
  readonly raised: number
  /** Resolved, or closed without being cancelled. */
  readonly resolved: number
  readonly open: number
  readonly cancelled: number
  /** Came back at least once. */
  readonly reopened: number
  /** Resolved now, or at least once before they came back. */
  readonly everResolved: number
  /** Reopened of ever resolved; null when fewer than five ever were. */
  readonly reopenedPercent: number | null
  /** Resolved ones that say when, at or after they were raised: the median is theirs. */
  readonly timed: number
  /** Elapsed from raised to resolved, waiting, nights and weekends in it; null when fewer than five are timed. */
  readonly medianResolveMs: number | null
}

/**
 * One system, division, council or cause. `id` null and `name` empty: nothing was recorded. `id` null and a name: it was
 * only named, as in a file. `id` and no name: the catalogue has it no more.
 */
export interface DemandPart extends DemandFigures {
  readonly id: string | null
  readonly name: string
}

/** Days of London's calendar since they were raised, both ends in; `toDays` null: and older. */
export interface BacklogAge {
  readonly fromDays: number
  readonly toDays: number | null
  /** The days they were raised on, both in; null: and before, or until today. */
  readonly raisedFrom: LocalDate | null
  readonly raisedThrough: LocalDate
  readonly count: number
}

export interface DemandMonth {
  /** Of London, 'YYYY-MM'. */
  readonly month: string
  readonly raised: number
  /** Resolved, closed or cancelled in this month, for good: one that came back is open all the while. */
  readonly ended: number
  /** At its end, or now: the month before, and what was raised, less what ended. */
  readonly openAtEnd: number
}

export interface DemandReport {
  readonly asAt: Instant
  readonly period: Period
  readonly councilIds: readonly string[]
  /** The latest of all their incidents, in the period or not; null when there are none. */
  readonly lastRaisedAt: Instant | null
  readonly total: DemandFigures
  /** Fewer incidents give neither a rate nor a median. */
  readonly fewestForRate: number
  /** Each list sums to the total; the most raised first, what was not recorded last. */
  readonly bySystem: readonly DemandPart[]
  readonly byDivision: readonly DemandPart[]
  readonly byCouncil: readonly DemandPart[]
  readonly byCause: readonly DemandPart[]
  /** Open and ours to do at `asAt`, whenever raised; the youngest first. */
  readonly backlog: readonly BacklogAge[]
  /** Open at `asAt` and waiting for their requesters: in no backlog. */
  readonly waiting: number
  /** Whole months: those that the period touches, and earlier ones up to twelve in all; none before the first incident. */
  readonly months: readonly DemandMonth[]
}
