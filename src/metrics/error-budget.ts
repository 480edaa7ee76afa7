/** How much loss a target allows, and how much of it is used. */
import type { Availability, AvailabilityInput } from './availability.ts'
import { workingWithin } from './service-time.ts'

export interface ErrorBudget {
  readonly budgetMs: number
  /** Negative once the budget is overspent. */
  readonly leftMs: number
  /** null when the target allows nothing. */
  readonly usedPercent: number | null
  readonly isMet: boolean
}

// Loss and allowance are products of fractions: a difference of a microsecond is arithmetic, not an outage.
const SLACK_MS = 1e-3

/**
 * The budget is that of the whole period, known in advance from its calendar, and never cut at now; whether the target
 * is met is judged on the time that has passed, before any rounding.
 */
export function errorBudget(input: AvailabilityInput, figures: Availability, targetPercent: number): ErrorBudget {
  const { calendar, period, excused = [] } = input
  const wholeMs =
    calendar.workingMs(period.start, period.end) - workingWithin(calendar, excused, period.start, period.end)
  const allowed = (100 - targetPercent) / 100
  const budgetMs = allowed * wholeMs
  return {
    budgetMs,
    leftMs: budgetMs - figures.lossMs,
    usedPercent: budgetMs > 0 ? (100 * figures.lossMs) / budgetMs : null,
    isMet: figures.serviceMs > 0 && figures.lossMs <= allowed * figures.serviceMs + SLACK_MS,
  }
}
