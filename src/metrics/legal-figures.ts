// What the legal question answers: billable hours against target, with and without outages. From the sums that the
// server writes, never from entries.
import type { LocalDate } from '../domain/local-date.ts'
import type { Period } from '../domain/period.ts'
import type { Instant } from '../domain/time.ts'
import type { Range } from './impact-figures.ts'

export interface LegalQuery {
  readonly teamId: string
  readonly period: Period
  /** Councils whose desk the person may read; losses are worked out only when they are all councils with people here. */
  readonly councilIds: readonly string[]
  readonly now: Instant
}

export type LostVerdict = 'loss shown' | 'gain shown' | 'cannot tell'

/** Billable hours that comparable days without an outage would have had more. */
export interface ObservedLoss {
  readonly status: 'ok' | 'no events' | 'not enough comparable days' | 'no variation to compare'
  readonly estimateHours: number | null
  readonly lowHours: number | null
  readonly highHours: number | null
  readonly verdict: LostVerdict | null
  readonly placeboShare: number | null
  readonly placeboFloor: number | null
  readonly eventCount: number
  /** Of those, events without the five comparable days that a figure needs. */
  readonly tooFewCount: number
  readonly valuePence: Range | null
}

/** Lost working hours times the billable share of working time. */
export interface ModelledLoss {
  readonly lostWorkingHours: Range
  readonly billableShare: number
  readonly lostBillableHours: Range
  readonly valuePence: number | null
  readonly staffCostPence: number | null
}

/** All in per cent of the target; null when there is none. */
export interface AttainmentFigures {
  readonly actualPercent: number | null
  readonly withoutOutagesPercent: number | null
  readonly lowPercent: number | null
  readonly highPercent: number | null
  readonly lostShareOfCapacityPercent: number | null
}

export interface LegalReport {
  readonly teamId: string
  readonly divisionId: string
  readonly period: Period
  /** The last day with sums; null when there are none in the period. */
  readonly through: LocalDate | null
  readonly chargeableHours: number
  readonly chargeableUnits: number
  readonly recordedHours: number
  readonly targetHours: number
  readonly contractHours: number
  readonly valuePence: number
  readonly unpricedCount: number
  /** From the observed loss where there is one, else from the modelled one; `basis` says which. */
  readonly attainment: AttainmentFigures
  readonly basis: 'observed' | 'modelled' | null
  readonly observed: ObservedLoss | null
  /** null: the assumptions of all councils are not on this device. */
  readonly modelled: ModelledLoss | null
  readonly months: readonly {
    readonly month: string
    readonly chargeableHours: number
    readonly targetHours: number
    readonly lostBillableHours: number | null
  }[]
  /** Outages that took at least the threshold of a working day of the division, oldest first. */
  readonly outages: readonly {
    readonly outageId: string
    readonly title: string
    readonly startAt: Instant
    readonly endAt: Instant | null
    readonly lostWorkingHours: number
    readonly lostCount: number
    readonly workedRoundCount: number
  }[]
  /** Share of a working day from which an outage counts as one to compare with. */
  readonly relevantShareOfDay: number
}
