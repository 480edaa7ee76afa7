// Impact and legal time: every role against every kind and the scopes that it lies in, through the real push and pull. The
// table says who may; all else may not.
import { expect, test } from 'vitest'
import type { Grant, Role } from '../../../src/domain/access.ts'
import { roles } from '../../../src/domain/access.ts'
import type { KindName } from '../../../src/domain/kind-names.ts'
import type { DocOf } from '../../../src/domain/kinds.ts'
import { create, type Write } from '../../../src/domain/mutation.ts'
import { newEntry, newMatter, record, setWall, startPractice, wire } from '../practice.ts'
import { type Device, rowOf, startTrial, type Trial } from '../trial.ts'

const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`
const [council, division, team, outage, entryId, wall, somebody] = [1, 2, 3, 4, 5, 6, 7].map(id) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
]

interface Line {
  readonly mutation: string
  readonly what: string
  readonly writers: readonly Role[]
  /** By the person who pushes. */
  readonly write: (own: string, newId: string) => Write
}

function line<K extends KindName>(
  mutation: string,
  k: K,
  where: string,
  writers: readonly Role[],
  doc: (own: string) => DocOf<K>,
): Line {
  return { mutation, what: `${k} ${where}`, writers, write: (own, newId) => create(k, newId, doc(own)) }
}

const originOf = (byId: string) => ({ source: 'asked', asOf: '2026-01-01', byId, setAt: 1, note: '' }) as const
const work = {
  teamId: team,
  matterId: null,
  councilId: council,
  activity: 'advice',
  chargeability: 'chargeable',
} as const
const absence = { from: '2026-01-01', to: '2026-01-02', share: 1, reason: 'leave' } as const
const answer = { teamId: team, outageId: outage, on: '2026-01-01', answer: 'lost' } as const
const timer = { startAt: 1, startedOn: 'Desk', ...work, isStopped: false }
const entryOf = (personId: string) =>
  newEntry({ teamId: team, councilId: council } as never, personId).set.entry as DocOf<'entry'>
const narrative = (wallId: string | null) => ({ teamId: team, wallId, entryId, matterId: null, text: 'x' })
const month = { teamId: team, month: '2026-01' }
const legals = ['legal', 'practice_manager'] as const

const lines: readonly Line[] = [
  line('team.save', 'team', 'in the catalogue', ['practice_manager', 'admin'], () => ({
    name: 'Legal',
    divisionId: division,
    policies: [{ from: '2026-01-01', unitMinutes: 6, rounding: 'up', minimumUnits: 0 }],
  })),
  line('assumption.set', 'assumption', 'of a council', ['manager'], (own) => ({
    ...{ councilId: council, divisionId: division, topic: 'present', systemId: null, from: '2026-01-01' },
    ...{ share: 1, afterMinutes: 0, ...originOf(own) },
  })),
  line('hourly_rate.set', 'hourly_rate', 'of a council', ['manager'], (own) => ({
    ...{ councilId: council, divisionId: division, from: '2026-01-01', pencePerHour: 2000, working: null },
    ...originOf(own),
  })),
  line('post.save', 'post', 'of somebody', ['practice_manager'], () => ({
    ...{ personId: somebody, teamId: team, grade: 'A', from: '2026-01-01', to: null },
    ...{ fte: 1, annualHours: 1200, weeklyHours: 37 },
  })),
  line('absence.save', 'absence', 'of somebody else', ['practice_manager'], () => ({ personId: somebody, ...absence })),
  line('absence.save', 'absence', 'of one’s own', legals, (personId) => ({ personId, ...absence })),
  line('entry.add', 'entry', 'of one’s own', legals, entryOf),
  line('entry.add', 'entry', 'of somebody else', [], () => entryOf(somebody)),
  line('timer.start', 'timer', 'of one’s own', legals, (personId) => ({ personId, ...timer })),
  line('timer.start', 'timer', 'of somebody else', [], () => ({ personId: somebody, ...timer })),
  line('outage_answer.set', 'outage_answer', 'of one’s own', legals, (personId) => ({ personId, ...answer })),
  line('outage_answer.set', 'outage_answer', 'of somebody else', [], () => ({ personId: somebody, ...answer })),
  line('charge_rate.save', 'charge_rate', 'of a team', ['practice_manager'], () => ({
    ...{ teamId: team, from: '2026-01-01', to: null, pencePerHour: 8000 },
    ...{ matterId: null, councilId: null, personId: null, grade: null },
  })),
  line('matter.save', 'matter', 'of a team', ['legal'], () => newMatter({}).doc),
  line('matter.save', 'matter', 'behind a wall', [], () => newMatter({ wall }).doc),
  line('narrative.save', 'narrative', 'of a team', ['legal'], () => narrative(null)),
  line('narrative.save', 'narrative', 'behind a wall', [], () => narrative(wall)),
  line('import.records', 'team_month', 'of a team', [], () => ({ ...month, days: [], answers: [] })),
  line('import.records', 'council_month', 'of a council', [], () => ({ ...month, councilId: council, cells: [] })),
]

async function push(trial: Trial, grant: Grant, { mutation, write }: Line) {
  const device = await trial.person(grant)
  return device.push(mutation, [wire(write(device.userId, trial.newId()))])
}

for (const row of lines) {
  test(`${row.what} is written by ${row.writers.join(' and ') || 'nobody'} only`, async () => {
    const trial = startTrial()
    for (const role of roles) {
      const verdict = await push(trial, { role, on: null }, row)
      expect([role, verdict.code ?? verdict.o]).toEqual([role, row.writers.includes(role) ? 'ok' : 'not_allowed'])
    }
  })
}

test('a role for another team or council writes nothing here', async () => {
  const trial = startTrial()
  const of = (what: string) => lines.find((row) => row.what === what) as Line
  const tries: [Role, string][] = [
    ['legal', 'matter of a team'],
    ['legal', 'narrative of a team'],
    ['practice_manager', 'charge_rate of a team'],
    ['manager', 'assumption of a council'],
    ['manager', 'hourly_rate of a council'],
  ]
  for (const [role, what] of tries)
    expect([what, (await push(trial, { role, on: id(9) }, of(what))).code]).toEqual([what, 'not_allowed'])
})

test('what is assumed is said in the name of its author, and taken away by whoever may', async () => {
  const trial = startTrial()
  const [one, two] = [await trial.person('manager'), await trial.person('manager')]
  const { write } = lines.find(({ what }) => what === 'assumption of a council') as Line
  const said = wire(write(one.userId, trial.newId()))
  expect((await two.push('assumption.set', [said])).code).toBe('wrong_author')
  expect((await one.push('assumption.set', [said])).o).toBe('ok')
  const gone = { ...said, base: { deleted: 0 }, set: { deleted: { deleted: true } } }
  expect((await two.push('assumption.remove', [gone])).o).toBe('ok')
})

test('no mutation that a device may send writes the sums', async () => {
  const trial = startTrial()
  const device = await trial.person(...roles)
  const sums = create('team_month', trial.newId(), { ...month, days: [], answers: [] })
  for (const name of ['entry.add', 'matter.save', 'team.save', 'import.records', 'conflict.solve'])
    expect((await device.push(name, [wire(sums)])).code).toBe('not_allowed')
  expect((await device.push('figures.write', [wire(sums)])).code).toBe('unknown_mutation')
})

test('an entry is never changed or taken away, not even by the person whose it is', async () => {
  const practice = await startPractice(1)
  const [lawyer] = practice.lawyers as [Device]
  const made = await record(practice, lawyer)
  const before = await rowOf(practice.trial, 'entry', made)
  const scope = `time:${lawyer.userId}`
  const again = {
    k: 'entry',
    id: made,
    s: scope,
    base: { entry: 1 },
    set: { entry: { ...before?.doc, seconds: 7200 } },
  }
  expect((await lawyer.push('entry.correct', [again])).code).toBe('append_only')
  const gone = { k: 'entry', id: made, s: scope, set: { deleted: { deleted: true } } }
  expect((await lawyer.push('entry.remove', [gone])).code).toBe('not_its_group')
  expect(await rowOf(practice.trial, 'entry', made)).toEqual(before)
})

test('every role pulls exactly the scopes that the table names', async () => {
  const practice = await startPractice()
  const { trial, councilId, teamId, lawyers } = practice
  const [lawyer] = lawyers as [Device, Device, Device]
  for (const each of lawyers) await record(practice, each)
  for (const row of lines) for (const role of row.writers.slice(0, 1)) await push(trial, { role, on: null }, row)
  await setWall(trial, lawyer, wall, [])
  await lawyer.push('narrative.save', [wire(create('narrative', trial.newId(), narrative(wall)))])
  await trial.figures.settled()
  const all = [...(await trial.database.read((statements) => statements.heads())).keys()]
  const seen = async (device: Device) =>
    (await device.pull()).head.granted.filter((scope) => scope !== 'catalogue').sort()
  const starting = (...starts: string[]) =>
    all.filter((scope) => starts.some((start) => scope.startsWith(start))).sort()
  const expected: Record<Role, string[]> = {
    staff: [],
    ict: starting('desk:'),
    legal: starting('legal:', 'figures:'),
    practice_manager: starting('time:', 'figures:'),
    manager: starting('desk:', 'facts:', 'figures:'),
    client_officer: starting('desk:', 'facts:', 'figures:'),
    admin: [],
  }
  for (const role of roles) expect([role, await seen(await trial.person(role))]).toEqual([role, expected[role]])
  expect(await seen(lawyer)).toEqual([...expected.legal, `matter:${wall}`, `time:${lawyer.userId}`].sort())
  expect(await seen(await trial.person({ role: 'client_officer', on: councilId }))).toEqual([`figures:${councilId}`])
  expect(await seen(await trial.person({ role: 'legal', on: teamId }))).toEqual([`figures:${teamId}`])
})
