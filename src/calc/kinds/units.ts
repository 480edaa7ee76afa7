/** units: recorded time into billing units, each entry by itself. */
import { UNIT_ROUNDINGS, unitsAmountPence, unitsOf } from '../../domain/billing-units.ts'
import { ratio } from '../../domain/exact.ts'
import { optional, withDefault } from '../fields.ts'
import { kind } from '../kind.ts'
import { list, number, oneOfTexts, positive } from '../read.ts'
import { money } from '../read-money.ts'
import { hours, pounds } from '../write.ts'

const entries = list(number({ min: 0 }))

export const unitsKind = kind(
  {
    entries_min: optional(entries),
    entries_s: optional(entries),
    unit_min: withDefault(positive, 6),
    policy: withDefault(oneOfTexts(UNIT_ROUNDINGS), 'up'),
    minimum_units: withDefault(number({ min: 0 }), 0),
    rate_per_hour: optional(money({ min: 0 })),
  },
  (input) => {
    const perMinute = input.entries_min ? 1 : 60
    const given = input.entries_min ?? input.entries_s ?? []
    const policy = { rounding: input.policy, minimumUnits: input.minimum_units }
    const units = given.map((time) => unitsOf(ratio([time], [perMinute, input.unit_min]), policy))
    const total = sum(units)
    const billedHours = (total * input.unit_min) / 60
    const actualHours = sum(given) / perMinute / 60
    return {
      units_each: units,
      units_total: total,
      billed_hours: hours(billedHours),
      actual_hours: hours(actualHours),
      rounding_gain_hours: hours(billedHours - actualHours),
      ...(input.rate_per_hour !== undefined && amounts(units, input.unit_min, input.rate_per_hour)),
    }
  },
  [['entries_min'], ['entries_s']],
)

function amounts(units: readonly number[], unitMin: number, pencePerHour: number) {
  const pence = units.map((each) => unitsAmountPence(each, unitMin, pencePerHour))
  return { amount_each: pence.map(pounds), amount_total: pounds(sum(pence)) }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
