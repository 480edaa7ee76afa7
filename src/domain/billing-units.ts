/** Recorded time into billing units, and time into money. What was recorded is never changed by either. */
import { type Ratio, ratio, roundedRatio, wholeAndRest } from './exact.ts'

export const UNIT_ROUNDINGS = ['up', 'nearest', 'down', 'half_unit'] as const
export type UnitRounding = (typeof UNIT_ROUNDINGS)[number]

export interface UnitPolicy {
  readonly unitMinutes: number
  readonly rounding: UnitRounding
  /** For entries above 0 only: no time is no unit. */
  readonly minimumUnits: number
}

/** Six-minute units, rounded up. */
export const SIX_MINUTES_UP: UnitPolicy = { unitMinutes: 6, rounding: 'up', minimumUnits: 0 }

/** Units of one entry of so many seconds, 0 or more; an exact multiple stays what it is under every policy. */
export function billingUnits(seconds: number, policy: UnitPolicy): number {
  return unitsOf(ratio([seconds], [60, policy.unitMinutes]), policy)
}

/** `time` in units, not yet rounded. */
export function unitsOf(time: Ratio, { rounding, minimumUnits }: Omit<UnitPolicy, 'unitMinutes'>): number {
  if (time.top <= 0n) return 0
  const { whole, twiceRest } = wholeAndRest(time)
  return Math.max(minimumUnits, whole + restUnits(rounding, twiceRest, time.over))
}

function restUnits(rounding: UnitRounding, twiceRest: bigint, over: bigint): number {
  if (twiceRest === 0n || rounding === 'down') return 0
  if (rounding === 'up' || twiceRest >= over) return 1
  return rounding === 'half_unit' ? 0.5 : 0
}

/** Exact seconds at a rate in pence an hour, in whole pence: rounded once, half away from zero. */
export function amountPence(seconds: number, pencePerHour: number): number {
  return roundedRatio(ratio([seconds, pencePerHour], [3600]))
}

/** Units of so many minutes (half ones too) at a rate in pence an hour, in whole pence: rounded once, half away from zero. */
export function unitsAmountPence(units: number, unitMinutes: number, pencePerHour: number): number {
  return roundedRatio(ratio([units, unitMinutes, pencePerHour], [60]))
}
