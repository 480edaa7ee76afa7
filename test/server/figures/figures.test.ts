import { expect, test } from 'vitest'
import type { DocOf } from '../../../src/domain/kinds.ts'
import { create } from '../../../src/domain/mutation.ts'
import { figuresScope } from '../../../src/domain/scope.ts'
import {
  figureRows,
  type Practice,
  record,
  recordAll,
  restarted,
  startPractice,
  teamMonths,
  wire,
} from '../practice.ts'
import type { Device } from '../trial.ts'

test('what lawyers record, a manager sees as sums and the council’s client officer as its own cells', async () => {
  const practice = await startPractice()
  const { trial, teamId, councilId } = practice
  await recordAll(practice)
  await trial.figures.settled()
  const sums = { chargeableSeconds: 10_800, chargeableUnits: 30, otherSeconds: 0, valuePence: 24_000, unpricedCount: 0 }
  const span = { on: '2026-03-02', through: '2026-03-02' }
  const due = { presentCount: 3, expectedCount: 0, targetSeconds: 0, contractSeconds: 0 }
  const team = { teamId, month: '2026-03', days: [{ ...span, ...sums, ...due }], answers: [] }
  const council = { councilId, teamId, month: '2026-03', cells: [{ ...span, grades: ['B'], ...sums }] }
  const seen = async (device: Device) => (await figureRows(device)).map(({ k, s, doc }) => [k, s, doc])
  const teamRow = ['team_month', figuresScope(teamId), team]
  const councilRow = ['council_month', figuresScope(councilId), council]
  for (const role of ['manager', 'legal', 'practice_manager'] as const)
    expect((await seen(await trial.person(role))).sort()).toEqual([councilRow, teamRow].sort())
  expect(await seen(await trial.person({ role: 'client_officer', on: councilId }))).toEqual([councilRow])
  for (const role of ['ict', 'staff', 'admin'] as const) expect(await seen(await trial.person(role))).toEqual([])
  expect(trial.log).toEqual([])
})

test('rows of figures name nobody', async () => {
  const practice = await startPractice()
  await recordAll(practice)
  await practice.trial.figures.settled()
  const text = JSON.stringify(await figureRows(await practice.trial.person('manager')))
  for (const { userId } of practice.lawyers) expect(text).not.toContain(userId)
  expect(text).toContain('"by":"server"')
})

test('the answer to a push does not wait for the sums, and a burst is summed up once', async () => {
  const practice = await startPractice()
  const { trial } = practice
  const manager = await trial.person('manager')
  await recordAll(practice)
  await recordAll(practice)
  expect(await figureRows(manager)).toEqual([])
  await trial.figures.settled()
  const [row] = await figureRows(manager)
  expect(row?.ver).toBe(1)
})

test('after a while the sums are written by themselves, and those who may read them are told', async () => {
  const practice = await startPractice()
  const manager = await practice.trial.person('manager')
  const stream = await practice.trial.get('/sync/v1/events', manager.cookie)
  const reader = (stream.body as ReadableStream<Uint8Array>).getReader()
  const next = async () => new TextDecoder().decode((await reader.read()).value)
  expect(await next()).toContain('still here')
  await recordAll(practice)
  expect(await next()).toContain('poke')
  await reader.cancel()
  expect(await teamMonths(manager)).toHaveLength(1)
})

test('a row that would not change is not written again', async () => {
  const practice = await startPractice()
  const { trial } = practice
  await recordAll(practice)
  await recordAll(practice, { workedOn: '2026-02-27' })
  await trial.figures.settled()
  const manager = await trial.person('manager')
  const before = await figureRows(manager)
  await recordAll(practice, { workedOn: '2026-02-26' })
  await trial.figures.settled()
  const after = await figureRows(manager)
  const march = (rows: typeof before) => rows.filter((row) => row.doc.month === '2026-03')
  expect(march(before)).toHaveLength(2)
  expect(march(after)).toEqual(march(before))
  expect(after).not.toEqual(before)
})

test('a correction that moves time to another month changes both, whatever time the ids carry', async () => {
  const practice = await startPractice(4)
  const { trial, lawyers } = practice
  const ids = await recordAll(practice, { workedOn: '2026-01-15' })
  await recordAll(practice, { workedOn: '2026-03-02' })
  await trial.figures.settled()
  const manager = await trial.person('manager')
  const hours = async () =>
    Object.fromEntries(
      (await teamMonths(manager)).map(({ month, days }) => [month, days.map((day) => day.chargeableSeconds / 3600)]),
    )
  expect(await hours()).toEqual({ '2026-01': [4], '2026-03': [4] })
  const [lawyer] = lawyers
  const [id] = ids
  if (!lawyer || !id) throw new Error('nobody')
  const entry = create('entry', trial.newId(), {
    ...(await rowDoc(practice, id)),
    workedOn: '2026-03-02',
    replaces: [id],
  })
  await lawyer.push('entry.correct', [wire(entry)])
  await trial.figures.settled()
  expect(await hours()).toEqual({ '2026-01': [3], '2026-03': [5] })
})

async function rowDoc({ trial }: Practice, id: string): Promise<DocOf<'entry'>> {
  const row = await trial.database.read((statements) => statements.row('entry', id))
  return JSON.parse(row?.doc ?? '{}') as DocOf<'entry'>
}

test('a month that loses its people loses its rows', async () => {
  const practice = await startPractice()
  const { trial, lawyers } = practice
  const ids = await recordAll(practice)
  await trial.figures.settled()
  const manager = await trial.person('manager')
  expect(await figureRows(manager)).toHaveLength(2)
  const removal = { ...(await rowDoc(practice, ids[0] ?? '')), replaces: [ids[0] ?? ''], isRemoved: true }
  await lawyers[0]?.push('entry.remove', [wire(create('entry', trial.newId(), removal))])
  await trial.figures.settled()
  expect(await figureRows(manager)).toEqual([])
})

test('posts, absences and the calendar change what is due, in every month', async () => {
  const practice = await startPractice()
  const { trial, teamId, head, lawyers } = practice
  await recordAll(practice)
  await recordAll(practice, { workedOn: '2026-02-27' })
  const manager = await trial.person('manager')
  const due = async (on: string) => {
    await trial.figures.settled()
    const days = (await teamMonths(manager)).flatMap((month) => month.days)
    const day = days.find((each) => each.on === on)
    return day && [day.expectedCount, day.contractSeconds / 3600]
  }
  const terms = {
    teamId,
    grade: 'B' as const,
    from: '2025-04-01',
    to: null,
    fte: 1,
    annualHours: 1200,
    weeklyHours: 35,
  }
  const postOf = ({ userId }: Device) => wire(create('post', trial.newId(), { ...terms, personId: userId }))
  for (const lawyer of lawyers) await head.push('post.save', [postOf(lawyer)])
  const [fourth] = [await trial.person('legal')]
  await head.push('post.save', [postOf(fourth)])
  expect([await due('2026-02-27'), await due('2026-03-03')]).toEqual([
    [4, 28],
    [4, 28],
  ])

  const leave = { personId: fourth.userId, from: '2026-03-03', to: '2026-03-04', share: 1, reason: 'leave' as const }
  await fourth.push('absence.save', [wire(create('absence', trial.newId(), leave))])
  expect([await due('2026-02-27'), await due('2026-03-03')]).toEqual([
    [4, 28],
    [3, 21],
  ])

  const holiday = { on: '2026-03-03', name: 'A day off', source: '' }
  await head.push('holiday.save', [wire(create('holiday', trial.newId(), holiday))])
  expect(await due('2026-03-03')).toBeUndefined()
})

test('written bit by bit, the sums are those of writing all at once', async () => {
  const practice = await startPractice(4)
  const { trial, lawyers } = practice
  let seed = 7
  const pick = (n: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % n
  }
  const ids: string[] = []
  for (let i = 0; i < 60; i++) {
    const lawyer = lawyers[pick(4)] as Device
    const workedOn = `2026-0${1 + pick(3)}-0${1 + pick(9)}`
    const known = ids[pick(ids.length + 3)]
    const replaces = known !== undefined && pick(2) === 0 ? [known] : []
    ids.push(
      await record(practice, lawyer, {
        workedOn,
        seconds: 60 + pick(9000),
        replaces,
        ...(replaces[0] && { rootId: replaces[0] }),
      }),
    )
    if (pick(4) === 0) await trial.figures.settled()
  }
  await trial.figures.settled()
  const manager = await trial.person('manager')
  const rows = await figureRows(manager)
  expect(rows.length).toBeGreaterThan(3)
  const anew = restarted(practice)
  anew.refresh()
  await anew.settled()
  expect(await figureRows(manager)).toEqual(rows)
})
