/**
 * Billable time lost, modelled: lost working time x the billable share of working time x what an hour is charged at
 * (domain maths 2.6). It values the same hours as staff cost does, another way: the two are never added.
 */
import { HOUR_MS } from '../domain/duration.ts'
import { ratio, roundedRatio, sum, times } from '../domain/exact.ts'
import type { WorkLost } from './impact.ts'
import type { Range } from './impact-figures.ts'

export interface LegalModelInput {
  readonly works: readonly WorkLost[]
  /** Hours a year that a fee earner should bill, 0 or more, and works, above 0. */
  readonly targetBillableHours: number
  readonly workingHours: number
  /** null: not known, and no money with it. */
  readonly chargePencePerHour: number | null
  /** Share of the work that is billed to others than the councils, 0 to 1. */
  readonly externalShare: number
}

export interface LegalModel {
  /** Unrounded. */
  readonly billableShare: number
  /** Four decimals. */
  readonly lostBillableHours: Range
  /** Whole units of six minutes that the headline holds. */
  readonly unitCount: number
  readonly value: LegalValue | null
}

/** Whole pence; the two parts add up to the value. */
export interface LegalValue {
  readonly valuePence: number
  /** Income lost to the councils together. */
  readonly externalPence: number
  /** Recharges between the councils that do not happen: no loss to them together. */
  readonly internalPence: number
}

export function legalModel(input: LegalModelInput): LegalModel {
  const share = ratio([input.targetBillableHours], [input.workingHours])
  const hours = (key: keyof Range) =>
    times(times(sum(input.works.map((work) => work[key])), ratio([1], [HOUR_MS])), share)
  const rounded = (key: keyof Range) => roundedRatio(times(hours(key), ratio([10_000]))) / 10_000
  const { top, over } = times(hours('headline'), ratio([10]))
  return {
    billableShare: input.targetBillableHours / input.workingHours,
    lostBillableHours: { low: rounded('low'), headline: rounded('headline'), high: rounded('high') },
    unitCount: Number(top / over),
    value: input.chargePencePerHour === null ? null : pricedAt(input.chargePencePerHour),
  }

  function pricedAt(pencePerHour: number): LegalValue {
    const value = times(hours('headline'), ratio([pencePerHour]))
    const valuePence = roundedRatio(value)
    const externalPence = roundedRatio(times(value, ratio([input.externalShare])))
    return { valuePence, externalPence, internalPence: valuePence - externalPence }
  }
}
