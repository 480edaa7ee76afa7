/** rate_lookup: the hourly rate of a piece of work on its date, and the amount. */
import { type ChargeRate, rateFor } from '../../domain/charge-rate-lookup.ts'
import { ratio, roundedRatio } from '../../domain/exact.ts'
import { at, Fault } from '../fault.ts'
import { object, optional, required, withDefault } from '../fields.ts'
import { kind } from '../kind.ts'
import { flag, list, number, orNull, positive, words } from '../read.ts'
import { money } from '../read-money.ts'
import { localDate } from '../read-time.ts'
import { pounds } from '../write.ts'

const price = money({ min: 0 })
const name = optional(orNull(words))
const names = { matter: name, client: name, person: name, grade: name }

const readRate = object({ rate: required(price), from: required(localDate), to: optional(orNull(localDate)), ...names })

function chargeRate(value: unknown, path: string): ChargeRate {
  const { rate, ...rest } = readRate(value, path)
  if (rest.to && rest.to < rest.from) throw new Fault('bad_value', at(path, 'to'), 'This rate ends before it begins.')
  return { ...rest, pencePerHour: rate }
}

const quantity = optional(number({ min: 0 }))

export const rateLookupKind = kind(
  {
    rates: required(list(chargeRate)),
    date: required(localDate),
    ...names,
    entry_rate: optional(orNull(price)),
    billable: withDefault(flag, true),
    units: quantity,
    unit_min: withDefault(positive, 6),
    minutes: quantity,
    seconds: quantity,
  },
  (input) => {
    const time = timeOf(input)
    if (!input.billable) return { ...noRate, reason: 'not_billable' }
    const found = rateFor(input.rates, { ...input, entryPencePerHour: input.entry_rate })
    if (found.kind === 'no_rate') return { ...noRate, reason: 'no_rate' }
    if (found.kind === 'conflict')
      throw new Fault('conflict', '/input/rates', `Two rates of the level ${found.level} begin on ${found.from}.`)
    const { level, from, pencePerHour } = found
    const pence = time && roundedRatio(ratio([...time.factors, pencePerHour], [time.perHour]))
    return { rate: pounds(pencePerHour), level, from, amount: pence === null ? null : pounds(pence), reason: null }
  },
)

const noRate = { rate: null, level: null, from: null, amount: null }

interface Quantities {
  readonly units: number | undefined
  readonly minutes: number | undefined
  readonly seconds: number | undefined
  readonly unit_min: number
}

/** The time as exact factors, so many to the hour; null without one. */
function timeOf(input: Quantities): { factors: readonly number[]; perHour: number } | null {
  const given = (['units', 'minutes', 'seconds'] as const).filter((field) => input[field] !== undefined)
  if (given[1])
    throw new Fault('conflict', at('/input', given[1]), 'Only one of units, minutes and seconds may be given.')
  if (input.units !== undefined) return { factors: [input.units, input.unit_min], perHour: 60 }
  if (input.minutes !== undefined) return { factors: [input.minutes], perHour: 60 }
  return input.seconds === undefined ? null : { factors: [input.seconds], perHour: 3600 }
}
