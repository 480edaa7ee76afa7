import { expect, test } from 'vitest'
import { teamSchema } from '../../../src/domain/legal-practice.ts'
import {
  draftOfTeam,
  newPolicy,
  newTeam,
  policyWords,
  readTeamDraft,
  type TeamDraft,
} from '../../../src/views/legal/team-draft.ts'

const divisionId = '019b76da-a800-7000-8000-000000000001'
const filled: TeamDraft = { ...newTeam('2026-04-01'), name: 'Legal practice', divisionId }
const messages = (changes: Partial<TeamDraft>) => {
  const read = readTeamDraft({ ...filled, ...changes })
  return read.ok ? [] : read.errors.map(({ fieldId, message }) => `${fieldId}: ${message}`)
}

test('a new team counts in six-minute units, rounded up', () => {
  const read = readTeamDraft(filled)
  if (!read.ok) throw new Error('it was refused')
  expect(read.team.policies).toEqual([{ from: '2026-04-01', unitMinutes: 6, rounding: 'up', minimumUnits: 0 }])
  expect(teamSchema.safeParse(read.team).success).toBe(true)
  expect(policyWords({ from: '2026-04-01', unitMinutes: 6, rounding: 'up', minimumUnits: 1 })).toBe(
    '6-minute units, up to the next unit, 1 at least',
  )
})

test('a team goes through its form unchanged, its dated ways to count in order', () => {
  const policies = [
    { from: '2027-04-01', unitMinutes: 1, rounding: 'nearest' as const, minimumUnits: 0 },
    { from: '2026-04-01', unitMinutes: 6, rounding: 'half_unit' as const, minimumUnits: 2 },
  ]
  const team = { name: 'Legal practice', divisionId, policies }
  expect(readTeamDraft(draftOfTeam(team))).toEqual({ ok: true, team: { ...team, policies: policies.reverse() } })
})

test('a name, a division and whole numbers are needed, and one way to count a day', () => {
  expect(messages({ name: ' ', divisionId: undefined })).toEqual([
    'team-name: Give the team a name',
    'team-division: Choose the division that the team is in',
  ])
  const [first] = filled.policies
  if (!first) throw new Error('no policy')
  expect(messages({ policies: [{ ...first, unitMinutes: '6.5', minimumUnits: '11' }] })).toEqual([
    'policy-0-minutes: A unit must have 1 to 60 whole minutes, such as 6',
    'policy-0-minimum: The fewest units must be a number from 0 to 10',
  ])
  expect(messages({ policies: [first, newPolicy(1, '2026-04-01')] })).toEqual([
    'policy-1-from-day: Two ways to count units begin on one day: give each its own day',
  ])
})
