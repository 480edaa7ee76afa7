/** legal_observed: billable time lost, measured against matched days without an outage. */
import { FEWEST_BASELINES, observedLoss } from '../../metrics/observed-loss.ts'
import { resampledRange } from '../../metrics/observed-loss-checks.ts'
import { object, required, withDefault } from '../fields.ts'
import { kind } from '../kind.ts'
import { list, number } from '../read.ts'
import { money } from '../read-money.ts'
import { hours, orNull, pounds, rounded } from '../write.ts'

const worked = number({ min: 0 })
const event = object({ observed_hours: required(worked), baseline_hours: required(list(worked)) })

export const legalObservedKind = kind(
  {
    events: required(list(event)),
    charge_rate: required(money({ min: 0 })),
    min_baselines: withDefault(number({ min: 2, isWhole: true }), FEWEST_BASELINES),
  },
  (input) => {
    const events = input.events.map(({ observed_hours, baseline_hours }) => ({
      observedHours: observed_hours,
      baselineHours: baseline_hours,
    }))
    const loss = observedLoss(events, input.min_baselines)
    const interval = {
      status: loss.status,
      estimate: orNull(hours, loss.estimateHours),
      low: orNull(hours, loss.lowHours),
      high: orNull(hours, loss.highHours),
    }
    if (loss.status === 'not enough comparable days') return interval
    const resampled = resampledRange(events)
    const income = (value: number) => pounds(value * input.charge_rate)
    return {
      ...interval,
      degrees_of_freedom: orNull((value) => rounded(value, 4), loss.degreesOfFreedom),
      verdict: loss.verdict,
      placebo_p: orNull((value) => rounded(value, 6), loss.placeboShare),
      placebo_floor: orNull((value) => rounded(value, 6), loss.placeboFloor),
      resample_low: orNull(hours, resampled?.low ?? null),
      resample_high: orNull(hours, resampled?.high ?? null),
      income_estimate: orNull(income, loss.estimateHours),
      income_low: orNull(income, loss.lowHours),
      income_high: orNull(income, loss.highHours),
    }
  },
)
