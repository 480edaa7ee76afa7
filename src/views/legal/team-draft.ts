// A legal team as its form holds it, read into a record or into what is wrong. Pure.
import type { UnitRounding } from '../../domain/billing-units.ts'
import type { DatedUnitPolicy, Team } from '../../domain/legal-practice.ts'
import type { FormError } from '../parts/form/error-summary.tsx'
import { type TypedMoment, typedMoment } from '../parts/form/typed-date.ts'
import { readAmount, readDay } from './read-typed.ts'

export const roundingLabels: Readonly<Record<UnitRounding, string>> = {
  up: 'Up to the next unit',
  nearest: 'To the nearest unit',
  half_unit: 'Up, and under half to half a unit',
  down: 'Down',
}

export interface PolicyDraft {
  readonly key: number
  readonly from: TypedMoment
  readonly unitMinutes: string
  readonly rounding: UnitRounding
  readonly minimumUnits: string
}

export interface TeamDraft {
  readonly name: string
  readonly divisionId: string | undefined
  readonly policies: readonly PolicyDraft[]
}

export const newPolicy = (key: number, today: string, like?: PolicyDraft): PolicyDraft => ({
  key,
  from: typedMoment(today),
  unitMinutes: like?.unitMinutes ?? '6',
  rounding: like?.rounding ?? 'up',
  minimumUnits: like?.minimumUnits ?? '0',
})

export const newTeam = (today: string): TeamDraft => ({
  name: '',
  divisionId: undefined,
  policies: [newPolicy(0, today)],
})

export const draftOfTeam = (team: Team): TeamDraft => ({
  name: team.name,
  divisionId: team.divisionId,
  policies: [...team.policies]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, unitMinutes, rounding, minimumUnits }, key) => ({
      ...{ key, from: typedMoment(from), rounding },
      ...{ unitMinutes: String(unitMinutes), minimumUnits: String(minimumUnits) },
    })),
})

export type ReadTeam = { readonly ok: true; readonly team: Team } | { readonly ok: false; readonly errors: FormError[] }

export function readTeamDraft(draft: TeamDraft): ReadTeam {
  const errors: FormError[] = []
  const name = draft.name.trim()
  const { divisionId } = draft
  if (name === '') errors.push({ fieldId: 'team-name', message: 'Give the team a name' })
  if (!divisionId) errors.push({ fieldId: 'team-division', message: 'Choose the division that the team is in' })
  const policies = draft.policies.flatMap((policy) => readPolicy(policy, errors) ?? [])
  const dates = policies.map(({ from }) => from)
  for (const [i, date] of dates.entries())
    if (dates.indexOf(date) < i)
      errors.push({
        fieldId: `policy-${draft.policies[i]?.key}-from-day`,
        message: 'Two ways to count units begin on one day: give each its own day',
      })
  if (errors.length > 0 || !divisionId) return { ok: false, errors }
  return { ok: true, team: { name, divisionId, policies } }
}

function readPolicy(draft: PolicyDraft, errors: FormError[]): DatedUnitPolicy | undefined {
  const id = `policy-${draft.key}`
  const from = readDay(draft.from, `${id}-from`, 'The first day', errors)
  const whole = (typed: string, field: string, message: string, low: number, high: number) => {
    const value = readAmount(typed)
    if (Number.isInteger(value) && Number(value) >= low && Number(value) <= high) return Number(value)
    errors.push({ fieldId: `${id}-${field}`, message })
    return undefined
  }
  const minutes = 'A unit must have 1 to 60 whole minutes, such as 6'
  const unitMinutes = whole(draft.unitMinutes, 'minutes', minutes, 1, 60)
  const minimumUnits = whole(draft.minimumUnits, 'minimum', 'The fewest units must be a number from 0 to 10', 0, 10)
  if (from === undefined || unitMinutes === undefined || minimumUnits === undefined) return undefined
  return { from, unitMinutes, rounding: draft.rounding, minimumUnits }
}

/** "6-minute units, up to the next unit". */
export const policyWords = ({ unitMinutes, rounding, minimumUnits }: DatedUnitPolicy): string =>
  [
    `${unitMinutes}-minute units`,
    roundingLabels[rounding].toLowerCase(),
    ...(minimumUnits > 0 ? [`${minimumUnits} at least`] : []),
  ].join(', ')
