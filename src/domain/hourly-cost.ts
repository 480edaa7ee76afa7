/** The fully loaded cost of a productive hour of one post (domain maths 2.1). */
import type { RateWorking } from './assumption.ts'

/** Unrounded. Money in pence a year, `pencePerHour` a productive hour; null when there are none. */
export interface HourlyCost {
  /** The employer's national insurance; none below the threshold. */
  readonly niPence: number
  readonly pensionPence: number
  readonly annualPence: number
  readonly productiveHours: number
  readonly pencePerHour: number | null
}

/**
 * (salary + insurance + pension) x (1 + overhead) / productive hours, which are the contract's less leave, bank holidays,
 * sickness and training, five days to the week.
 */
export function hourlyCost(working: RateWorking): HourlyCost {
  const { salary, niThreshold, niRate, pensionRate, overheadRate, weeks, hoursPerWeek } = working
  const salaryPence = salary * 100
  const niPence = Math.max(0, salaryPence - niThreshold * 100) * niRate
  const pensionPence = salaryPence * pensionRate
  const annualPence = (salaryPence + niPence + pensionPence) * (1 + overheadRate)
  const daysOff = working.leaveDays + working.bankHolidays + working.sickTrainingDays
  const productiveHours = weeks * hoursPerWeek - (daysOff * hoursPerWeek) / 5
  const pencePerHour = productiveHours > 0 ? annualPence / productiveHours : null
  return { niPence, pensionPence, annualPence, productiveHours, pencePerHour }
}
