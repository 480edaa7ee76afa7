// What the impact question answers: lost working hours and their cost, by division, council and root, with ranges.
import type { AssumptionTopic } from '../domain/assumption.ts'
import type { Period } from '../domain/period.ts'
import type { Instant } from '../domain/time.ts'

/** `low` is the largest single loss, `high` the plain sum, both moment by moment; the headline lies between. */
export interface Range {
  readonly low: number
  readonly headline: number
  readonly high: number
}

/**
 * Working time of people, ms, and what it cost in whole pence. Pounds are null where no hourly rate is here; a sum leaves
 * out the parts without one, which `withoutRate` names.
 */
export interface LossFigure {
  readonly lostMs: Range
  readonly grossPence: Range | null
  /** Less what is caught up later. */
  readonly netPence: Range | null
}

/** A part of a headline: parts add up to it, in ms and to the penny. */
export interface RootShare {
  readonly lostMs: number
  readonly grossPence: number | null
}

export interface OutageShare extends RootShare {
  readonly outageId: string
}

/** By the systems that its outages hit themselves; several together where one outage hit several. */
export interface SystemsShare extends RootShare {
  readonly systemIds: readonly string[]
  readonly outageCount: number
}

export interface DivisionImpact {
  readonly divisionId: string
  readonly figure: LossFigure
  /** At the period's end, over the councils asked about. */
  readonly peopleCount: number
  readonly councils: readonly { readonly councilId: string; readonly figure: LossFigure }[]
  /** Largest first. */
  readonly outages: readonly OutageShare[]
  readonly systems: readonly SystemsShare[]
  /** Share of hours lost over share of people; null when nothing was lost or it has no people. */
  readonly disproportion: number | null
}

export interface CouncilImpact {
  readonly councilId: string
  readonly figure: LossFigure
}

export interface ImpactReport {
  readonly period: Period
  readonly now: Instant
  readonly total: LossFigure
  /** Largest first; divisions without people are left out. */
  readonly divisions: readonly DivisionImpact[]
  readonly councils: readonly CouncilImpact[]
  readonly outages: readonly (OutageShare & {
    readonly title: string
    readonly systemIds: readonly string[]
    readonly startAt: Instant
    readonly endAt: Instant | null
  })[]
  readonly systems: readonly SystemsShare[]
  /** Divisions with people of which nobody has said how far their work depends on any system: they count nothing. */
  readonly notAsked: readonly { readonly councilId: string; readonly divisionId: string }[]
  /** Divisions with lost hours and no rate in force. */
  readonly withoutRate: readonly { readonly councilId: string; readonly divisionId: string }[]
  /** What the figure rests on, by id. */
  readonly assumptionIds: readonly string[]
  readonly rateIds: readonly string[]
}

/** Tried out on the figure and saved nowhere. */
export interface WhatIf {
  readonly withoutDependencyIds: readonly string[]
  /** Replaces the recorded share of that topic, for all councils, over the whole period. */
  readonly shares: readonly {
    readonly divisionId: string
    readonly systemId: string
    readonly topic: Extract<AssumptionTopic, 'reliance' | 'workaround'>
    readonly share: number
  }[]
}
export const nothingChanged: WhatIf = { withoutDependencyIds: [], shares: [] }

export interface ImpactQuery {
  readonly period: Period
  /** Councils whose desk the person may read; the figure is theirs together. */
  readonly councilIds: readonly string[]
  readonly whatIf: WhatIf
  readonly now: Instant
}

/** One outage's share, from its start until its end or now. */
export interface OutageImpact {
  readonly share: RootShare
  readonly divisions: readonly (RootShare & { readonly divisionId: string; readonly councilId: string })[]
  /** Of the divisions in those councils, so many were not asked how far they depend on any system. */
  readonly notAskedCount: number
}
