/** Above target and still losing: what the result would have been without the outages (domain maths 2.8). */
import type { Range } from './impact-figures.ts'
import type { AttainmentFigures } from './legal-figures.ts'

export interface AttainmentInput {
  /** Chargeable hours worked and their target, 0 or more. */
  readonly actualHours: number
  readonly targetHours: number
  /** Chargeable hours lost to outages; an observed loss may be below 0. */
  readonly lostHours: Range
}

/** Percentages unrounded: of target, null where it is 0; and lost / (actual + lost), null where that is 0. */
export function attainment({ actualHours, targetHours, lostHours }: AttainmentInput): AttainmentFigures {
  const ofTarget = (hours: number) => (targetHours > 0 ? (100 * hours) / targetHours : null)
  const capacity = actualHours + lostHours.headline
  return {
    actualPercent: ofTarget(actualHours),
    withoutOutagesPercent: ofTarget(capacity),
    lowPercent: ofTarget(actualHours + lostHours.low),
    highPercent: ofTarget(actualHours + lostHours.high),
    lostShareOfCapacityPercent: capacity === 0 ? null : (100 * lostHours.headline) / capacity,
  }
}
