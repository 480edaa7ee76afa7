/** Chargeable hours against hours available and against target. Other work does not enter. */

/** null is unknown. */
export interface PersonHours {
  readonly chargeableHours: number
  /** Contract hours less leave, holidays and sickness. */
  readonly availableHours: number | null
  readonly targetHours: number | null
}

/** Percentages are null when the hours they are of are 0 or unknown. */
export interface Utilisation extends PersonHours {
  readonly utilisationPercent: number | null
  readonly performancePercent: number | null
}

export function utilisation(person: PersonHours): Utilisation {
  const { chargeableHours, availableHours, targetHours } = person
  return {
    chargeableHours,
    availableHours,
    targetHours,
    utilisationPercent: percentOf(chargeableHours, availableHours),
    performancePercent: percentOf(chargeableHours, targetHours),
  }
}

/**
 * Sum over sum, never a mean of percentages: unknown as soon as it is for one person. Hours of people without a target
 * count.
 */
export function groupUtilisation(people: readonly PersonHours[]): Utilisation {
  return utilisation({
    chargeableHours: people.reduce((sum, { chargeableHours }) => sum + chargeableHours, 0),
    availableHours: knownSum(people.map(({ availableHours }) => availableHours)),
    targetHours: knownSum(people.map(({ targetHours }) => targetHours)),
  })
}

/** null when there is nothing to be a part of. */
export function percentOf(part: number, whole: number | null): number | null {
  return whole === null || whole === 0 ? null : (100 * part) / whole
}

function knownSum(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0)
}
