/** target_prorata and utilisation. */

import { type TargetSegment, yearTarget } from '../../metrics/target-prorata.ts'
import { groupUtilisation, percentOf, type Utilisation, utilisation } from '../../metrics/utilisation.ts'
import { at, Fault } from '../fault.ts'
import { object, optional, required } from '../fields.ts'
import { kind } from '../kind.ts'
import { list, number, words } from '../read.ts'
import { money } from '../read-money.ts'
import { localDate, period } from '../read-time.ts'
import { hours, orNull, percent } from '../write.ts'

const amount = number({ min: 0 })

const segment = object({
  from: required(localDate),
  to: required(localDate),
  fte: required(amount),
  annual_hours: optional(amount),
})

export const targetProrataKind = kind(
  { year: required(period), segments: required(list(segment)), annual_hours: optional(amount) },
  (input) => {
    const segments = input.segments.map(({ from, to, fte, annual_hours = input.annual_hours }, index) => {
      if (to < from) throw new Fault('bad_value', `/input/segments/${index}/to`, 'The segment ends before it begins.')
      if (annual_hours === undefined)
        throw new Fault('missing_field', '/input/annual_hours', `Segment ${index + 1} has no annual hours of its own.`)
      return { from, to, fte, annualHours: annual_hours }
    })
    checkOverlaps(segments)
    const target = yearTarget(input.year, segments)
    return {
      days_in_year: target.dayCount,
      segments: target.segments.map((part) => ({ days: part.dayCount, target_hours: orNull(hours, part.hours) })),
      days_covered: target.coveredDayCount,
      target_hours: orNull(hours, target.hours),
    }
  },
)

function checkOverlaps(segments: readonly TargetSegment[]): void {
  const withDays = [...segments.entries()].filter(([, { from, to }]) => from < to)
  for (const [index, later] of withDays)
    for (const [earlierIndex, earlier] of withDays) {
      if (earlierIndex >= index) break
      if (earlier.from < later.to && later.from < earlier.to)
        throw new Fault('conflict', `/input/segments/${index}`, 'This segment overlaps an earlier one.')
    }
}

const readPerson = object({
  id: required(words),
  chargeable_hours: required(amount),
  available_hours: optional(amount),
  contract_hours: optional(amount),
  absence_hours: optional(amount),
  target_hours: optional(amount),
  expectation: optional(number({ min: 0, max: 1 })),
})

function person(value: unknown, path: string) {
  const given = readPerson(value, path)
  const { contract_hours: contract, absence_hours: absence, target_hours: target, expectation } = given
  const refuse = (code: 'conflict' | 'missing_field' | 'bad_value', field: string, message: string) => {
    throw new Fault(code, at(path, field), message)
  }
  if (given.available_hours !== undefined && (contract ?? absence) !== undefined)
    refuse(
      'conflict',
      contract === undefined ? 'absence_hours' : 'contract_hours',
      'The hours available are already given.',
    )
  if (contract === undefined && absence !== undefined) refuse('missing_field', 'contract_hours', 'Absence from what?')
  if (contract !== undefined && (absence ?? 0) > contract)
    refuse('bad_value', 'absence_hours', 'The absence is longer than the contract hours.')
  if (target !== undefined && expectation !== undefined)
    refuse('conflict', 'expectation', 'The target is already given in hours.')
  const availableHours = given.available_hours ?? (contract === undefined ? null : contract - (absence ?? 0))
  return {
    id: given.id,
    chargeableHours: given.chargeable_hours,
    availableHours,
    targetHours: target ?? (availableHours === null ? null : availableHours * (expectation ?? 1)),
  }
}

export const utilisationKind = kind(
  {
    people: required(list(person)),
    standard_value: optional(money({ min: 0 })),
    recovered_value: optional(money({ min: 0 })),
  },
  (input) => {
    const group = groupUtilisation(input.people)
    return {
      people: input.people.map((each) => ({ id: each.id, ...written(utilisation(each)) })),
      group: { chargeable_hours: hours(group.chargeableHours), ...written(group) },
      ...realisation(input.standard_value, input.recovered_value),
    }
  },
)

function written(figures: Utilisation) {
  return {
    available_hours: orNull(hours, figures.availableHours),
    target_hours: orNull(hours, figures.targetHours),
    utilisation_pct: orNull(percent, figures.utilisationPercent),
    performance_pct: orNull(percent, figures.performancePercent),
  }
}

/** Both or neither. */
function realisation(standard: number | undefined, recovered: number | undefined) {
  if (standard === undefined && recovered === undefined) return {}
  if (standard === undefined) throw new Fault('missing_field', '/input/standard_value', 'Recovered of what value?')
  if (recovered === undefined) throw new Fault('missing_field', '/input/recovered_value', 'How much was recovered?')
  return { realisation_pct: orNull(percent, percentOf(recovered, standard)) }
}
