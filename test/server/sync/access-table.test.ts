// Every role against every scope and kind, through the real push and pull. The table says who may; all else may not.
import { expect, test } from 'vitest'
import type { Grant, Role } from '../../../src/domain/access.ts'
import { roles } from '../../../src/domain/access.ts'
import type { Doc } from '../../../src/domain/record.ts'
import type { Trial } from '../trial.ts'
import { newOutage, outageDoc, startTrial } from '../trial.ts'

const council = '00000000-0000-7000-8000-00000000000a'
const otherCouncil = '00000000-0000-7000-8000-00000000000b'
const some = '00000000-0000-7000-8000-00000000000c'

interface Line {
  readonly mutation: string
  readonly k: string
  readonly s: string
  readonly set: (personId: string) => Record<string, Doc>
  readonly writers: readonly Role[]
}

const calendar = {
  zone: 'Europe/London',
  isAlwaysOpen: true,
  week: {},
  observesHolidays: false,
  closures: [],
  shifts: {},
}
const lines: readonly Line[] = [
  line('partnership.save', 'partnership', 'catalogue', ['admin'], {
    about: { name: 'P', isSample: false },
    settings: { sustainedMinutes: 3, noticeMinutes: 0 },
  }),
  line('council.save', 'council', 'catalogue', ['admin'], { about: { name: 'A', shortName: 'A' } }),
  line('person.save', 'person', 'catalogue', ['admin'], { about: { name: 'A', team: '' } }),
  line('holiday.save', 'holiday', 'catalogue', ['admin'], { day: { on: '2026-01-01', name: 'New Year', source: '' } }),
  line('calendar.save', 'calendar', 'catalogue', ['admin'], { about: { name: 'Office' }, hours: calendar }),
  line('division.save', 'division', 'catalogue', ['admin', 'manager'], {
    about: { name: 'Housing', calendarId: some },
    people: { headCounts: [] },
  }),
  line('system.save', 'system', 'catalogue', ['admin', 'ict'], {
    about: { name: 'Mail', about: '', owner: '' },
    service: { agreements: [{ from: '2026-01-01', calendarId: some, targetPercent: null, noticeMinutes: null }] },
    retired: { retiredOn: null },
  }),
  line('dependency.save', 'dependency', 'catalogue', ['admin', 'ict'], {
    edge: { systemId: some, type: 'hard', needs: [council], weight: 1, need: 1 },
  }),
  line('outage.report', 'outage', 'desk:shared', ['ict'], newOutage(some).set),
  line('outage.report', 'affected', 'desk:shared', ['ict'], {
    edge: { outageId: some, systemId: council },
    mark: { mark: 'affected' },
  }),
  line('outage.level', 'segment', 'desk:shared', ['ict'], {
    edge: { outageId: some },
    span: { fromAt: outageDoc.startAt, level: 'down', loss: 1, councilIds: [] },
  }),
  line('maintenance.announce', 'maintenance', 'desk:shared', ['ict'], {
    about: { title: 'Patching', text: '' },
    systems: { systemIds: [some] },
    times: { announcedAt: 1, startAt: 2, endAt: 3 },
    state: { cancelledAt: null },
    origin: { source: '', sourceKey: '' },
  }),
  {
    ...line('outage.note', 'event', 'desk:shared', ['ict'], {}),
    set: (byId) => ({ line: { outageId: some, type: 'update', at: 1, byId, text: 'x', before: {}, after: {} } }),
  },
  line('outage.people', 'reach', `desk:${council}`, ['ict'], {
    edge: { outageId: some, councilId: council },
    people: { divisions: [] },
    workaround: { workaround: '' },
  }),
  {
    ...line('assumption.set', 'assumption', `desk:${council}`, ['manager'], {}),
    set: (byId) => ({
      edge: { councilId: council, divisionId: some, topic: 'reliance', systemId: some, from: '2026-01-01' },
      value: { share: 1, afterMinutes: 0, ...originOf(byId) },
    }),
  },
  {
    ...line('hourly_rate.set', 'hourly_rate', `facts:${council}`, ['manager'], {}),
    set: (byId) => ({
      edge: { councilId: council, divisionId: some, from: '2026-01-01' },
      value: { pencePerHour: 3259, working: null, ...originOf(byId) },
    }),
  },
]

function originOf(byId: string): Doc {
  return { source: 'asked', asOf: '2026-01-01', byId, setAt: 1, note: '' }
}

function line(mutation: string, k: string, s: string, writers: readonly Role[], set: Record<string, Doc>): Line {
  return { mutation, k, s, writers, set: () => set }
}

async function push(trial: Trial, grant: Grant, { mutation, k, s, set }: Line) {
  const device = await trial.person(grant)
  return device.push(mutation, [{ k, id: trial.newId(), s, base: {}, set: set(device.userId) }])
}

for (const row of lines) {
  test(`${row.k} in ${row.s.replace(council, '{council}')} is written by ${row.writers.join(' and ')} only`, async () => {
    const trial = startTrial()
    for (const role of roles) {
      const verdict = await push(trial, { role, on: null }, row)
      expect([role, verdict.code ?? verdict.o]).toEqual([role, row.writers.includes(role) ? 'ok' : 'not_allowed'])
    }
  })
}

test('a role for one council does not write for another', async () => {
  const trial = startTrial()
  const reach = lines.find(({ k }) => k === 'reach')
  if (!reach) throw new Error('no line for reach')
  expect((await push(trial, { role: 'ict', on: council }, reach)).o).toBe('ok')
  expect((await push(trial, { role: 'ict', on: otherCouncil }, reach)).code).toBe('not_allowed')
})

test('every role pulls exactly the scopes that the table names', async () => {
  const trial = startTrial()
  for (const row of lines) for (const role of row.writers.slice(0, 1)) await push(trial, { role, on: null }, row)
  const [desk, facts] = [`desk:${council}`, `facts:${council}`]
  const expected: Record<Role, string[]> = {
    staff: ['catalogue', 'desk:shared'],
    ict: ['catalogue', 'desk:shared', desk],
    legal: ['catalogue', 'desk:shared'],
    practice_manager: ['catalogue', 'desk:shared'],
    manager: ['catalogue', 'desk:shared', desk, facts],
    client_officer: ['catalogue', 'desk:shared', desk, facts],
    admin: ['catalogue', 'desk:shared'],
  }
  for (const role of roles) {
    const { head, rows } = await (await trial.person(role)).pull()
    expect([role, head.granted]).toEqual([role, expected[role]])
    expect([...new Set(rows.map((row) => row.s))]).toEqual(expected[role])
  }
})

test('no byte of a scope reaches somebody who may not read it', async () => {
  const trial = startTrial()
  const ict = await trial.person('ict')
  const canary = 'canary-7f3a'
  const set = {
    edge: { outageId: some, councilId: council },
    people: { divisions: [] },
    workaround: { workaround: canary },
  }
  const id = trial.newId()
  await ict.push('outage.people', [{ k: 'reach', id, s: `desk:${council}`, base: {}, set }])
  for (const who of [['staff'], ['client_officer', otherCouncil], ['legal'], ['admin']] as const) {
    const device = await trial.person({ role: who[0], on: who[1] ?? null })
    const seen = JSON.stringify([
      await device.pull({ [`desk:${council}`]: 0 }),
      await device.push('outage.people', [
        { k: 'reach', id, s: `desk:${council}`, base: {}, set: { workaround: { workaround: '' } } },
      ]),
    ])
    expect(seen).not.toContain(canary)
  }
  expect(trial.log.join()).not.toContain(canary)
})
