import { describe, expect, test } from 'vitest'
import { answerCase } from '../../src/calc/answer.ts'
import { hours, percent } from '../../src/calc/write.ts'
import { demandReport } from '../../src/metrics/demand.ts'
import type { DemandFigures, DemandIncident, DemandPart } from '../../src/metrics/demand-figures.ts'
import { at, demandFact, hourMs, made, madeLog, names } from './made-demand.ts'

const now = at('2026-11-23T10:00:00Z')
const november = { period: { from: '2026-11-01', to: '2026-12-01' }, councilIds: ['city', 'south'], now }
const report = (incidents: readonly DemandIncident[], query = november) => demandReport(incidents, names, query)
const told = (parts: readonly DemandPart[]) => parts.map(({ id, name, raised }) => [id, name, raised])

test('how those raised in the period fared: resolved, open and cancelled make up all', () => {
  const { total } = report([
    ...[1, 2, 3, 4, 100].map((tookHours) => made({ tookHours })),
    made({ state: 'closed', tookHours: 5, reopenCount: 2 }),
    made({ state: 'reopened', reopenCount: 1 }),
    made({ state: 'waiting_requester' }),
    made({ state: 'cancelled' }),
    made({ raisedAt: at('2026-10-31T23:59:59Z'), tookHours: 1 }),
    made({ raisedAt: at('2026-12-01T00:00:00Z') }),
  ])
  expect(total).toEqual({
    ...{ raised: 9, resolved: 6, open: 2, cancelled: 1, reopened: 2, everResolved: 7 },
    ...{ reopenedPercent: 200 / 7, timed: 6, medianResolveMs: 3.5 * hourMs },
  })
})

test('a month begins at midnight in London, also in summer', () => {
  const query = { ...november, period: { from: '2026-07-01', to: '2026-08-01' } }
  const raised = ['2026-06-30T22:59:59Z', '2026-06-30T23:00:00Z', '2026-07-31T22:59:59Z', '2026-07-31T23:00:00Z']
  expect(
    report(
      raised.map((text) => made({ raisedAt: at(text) })),
      query,
    ).total.raised,
  ).toBe(2)
})

test('fewer than five give neither a median nor a rate, five do', () => {
  const four = [1, 2, 3, 4].map((tookHours) => made({ tookHours, reopenCount: 1 }))
  expect(report(four).total).toMatchObject({ timed: 4, medianResolveMs: null, reopenedPercent: null })
  expect(report([...four, made({ tookHours: 9 })]).total).toMatchObject({
    medianResolveMs: 3 * hourMs,
    reopenedPercent: 80,
  })
})

test('one that was closed without a time of resolution, or resolved before it was raised, is in no median', () => {
  const dirty = [
    made({ state: 'closed', closedAt: at('2026-11-12T09:00:00Z') }),
    made({ tookHours: -3 }),
    ...[1, 2, 3, 4, 5].map((tookHours) => made({ tookHours })),
  ]
  expect(report(dirty).total).toMatchObject({ resolved: 7, timed: 5, medianResolveMs: 3 * hourMs })
})

test('what is only named counts under its name, as most wrote it; what says nothing comes last', () => {
  const parts = report([
    made({ systemName: 'Payroll' }),
    made({ systemName: ' payroll ' }),
    made({ systemName: 'Payroll' }),
    ...[1, 2, 3, 4].map(() => made()),
    made({ systemName: 'Café till' }),
    made({ systemName: 'cafe  till' }),
  ]).bySystem
  expect(told(parts)).toEqual([
    [null, 'Payroll', 3],
    [null, 'Café till', 2],
    [null, '', 4],
  ])
})

test('a name that the catalogue has once is that system; one that it has twice is not guessed at', () => {
  const incidents = [made({ systemId: 'mail' }), made({ systemName: 'e-MAIL' })]
  expect(told(report(incidents).bySystem)).toEqual([['mail', 'E-mail', 2]])
  const systems = new Map([...names.systems, ['mail2', { name: 'E-Mail' }]])
  expect(told(demandReport(incidents, { ...names, systems }, november).bySystem)).toEqual([
    [null, 'e-MAIL', 1],
    ['mail', 'E-mail', 1],
  ])
})

test('what the catalogue has no more keeps its id and has no name', () => {
  expect(told(report([made({ systemId: 'gone' })]).bySystem)).toEqual([['gone', '', 1]])
})

test('councils that are not asked about count nowhere', () => {
  const { total, byCouncil, backlog, months } = report([made(), made({ councilId: 'south' })], {
    ...november,
    councilIds: ['south'],
  })
  expect(total.raised).toBe(1)
  expect(told(byCouncil)).toEqual([['south', 'South Cambridgeshire', 1]])
  expect(backlog.reduce((sum, { count }) => sum + count, 0)).toBe(1)
  expect(months.at(-1)).toEqual({ month: '2026-11', raised: 1, ended: 0, openAtEnd: 1 })
})

describe('the backlog', () => {
  test('is what is ours to do now, whenever raised, by days on the calendar of London', () => {
    const { backlog, waiting } = report([
      made({ raisedAt: at('2026-11-23T00:00:00Z') }),
      made({ raisedAt: at('2026-11-22T23:59:59Z') }),
      made({ raisedAt: at('2026-11-16T00:00:00Z'), state: 'waiting_supplier' }),
      made({ raisedAt: at('2025-01-01T00:00:00Z'), state: 'reopened' }),
      made({ raisedAt: at('2026-11-24T00:00:00Z') }),
      made({ state: 'waiting_requester' }),
      made({ tookHours: 1 }),
    ])
    expect(backlog.map(({ fromDays, toDays, count }) => [fromDays, toDays, count])).toEqual([
      [0, 0, 2],
      [1, 2, 1],
      [3, 6, 0],
      [7, 29, 1],
      [30, 89, 0],
      [90, null, 1],
    ])
    expect(waiting).toBe(1)
  })

  test('says between which days each age was raised', () => {
    const [today, , , weeks, , oldest] = report([]).backlog
    expect(today).toMatchObject({ raisedFrom: '2026-11-23', raisedThrough: '2026-11-23' })
    expect(weeks).toMatchObject({ raisedFrom: '2026-10-25', raisedThrough: '2026-11-16' })
    expect(oldest).toMatchObject({ raisedFrom: null, raisedThrough: '2026-08-25' })
  })

  test('goes by the flags of the day they were moved, not by the words of today', () => {
    const flags = { pausesClock: true, isOpen: true, countsAsBacklog: true }
    expect(report([made({ state: 'waiting_requester', flags })]).waiting).toBe(0)
  })
})

describe('months', () => {
  test('go back to the first incident, twelve at most around a shorter period, and end with the present one', () => {
    const { months } = report([
      made({ raisedAt: at('2026-09-15T09:00:00Z'), tookHours: 24 * 20 }),
      made({ raisedAt: at('2026-09-15T09:00:00Z') }),
      made({ raisedAt: at('2026-11-02T09:00:00Z'), state: 'cancelled', stateAt: at('2026-11-03T09:00:00Z') }),
    ])
    expect(months).toEqual([
      { month: '2026-09', raised: 2, ended: 0, openAtEnd: 2 },
      { month: '2026-10', raised: 0, ended: 1, openAtEnd: 1 },
      { month: '2026-11', raised: 1, ended: 1, openAtEnd: 1 },
    ])
    const old = [made({ raisedAt: at('2020-01-01T00:00:00Z') })]
    expect(report(old).months).toHaveLength(12)
    expect(report(old).months[0]).toEqual({ month: '2025-12', raised: 0, ended: 0, openAtEnd: 1 })
  })

  test('of a longer period are all told', () => {
    const query = { ...november, period: { from: '2024-04-01', to: '2026-04-01' } }
    expect(report([made({ raisedAt: at('2024-04-01T09:00:00Z') })], query).months).toHaveLength(24)
  })

  test('the latest incident is told, so that a page of a time without any can lead there', () => {
    const old = [made({ raisedAt: at('2016-05-13T10:48:00Z') }), made({ raisedAt: at('2016-02-29T01:16:00Z') })]
    expect(report(old)).toMatchObject({ total: { raised: 0 }, lastRaisedAt: at('2016-05-13T10:48:00Z') })
    expect(report([]).lastRaisedAt).toBeNull()
  })

  test('there are none without incidents, nor in a period to come', () => {
    expect(report([]).months).toEqual([])
    const query = { ...november, period: { from: '2027-01-01', to: '2027-02-01' } }
    expect(report([made()], query)).toMatchObject({ total: { raised: 0 }, months: [{ month: '2026-11' }] })
  })
})

test('the page and the calc command agree on a log of the size of a real one', () => {
  const log = madeLog(20_768)
  const page = report(log)
  const { output, error } = answerCase({
    kind: 'demand',
    input: {
      period: november.period,
      now: '2026-11-23T10:00:00Z',
      incidents: log.map((one) => demandFact(one, names)),
    },
  })
  expect(error).toBeUndefined()
  const written = (figures: DemandFigures) => ({
    ...{ raised: figures.raised, resolved: figures.resolved, open: figures.open, cancelled: figures.cancelled },
    ...{ reopened: figures.reopened, ever_resolved: figures.everResolved, timed: figures.timed },
    reopened_pct: figures.reopenedPercent && percent(figures.reopenedPercent),
    median_resolve_hours: figures.medianResolveMs && hours(figures.medianResolveMs / hourMs),
  })
  const parts = (list: readonly DemandPart[]) => list.map((part) => ({ name: part.name || null, ...written(part) }))
  expect(output).toEqual({
    total: written(page.total),
    by_system: parts(page.bySystem),
    by_division: parts(page.byDivision),
    by_council: parts(page.byCouncil),
    by_cause: parts(page.byCause),
    backlog: page.backlog.map(({ fromDays, toDays, count }) => ({ from_days: fromDays, to_days: toDays, count })),
    waiting: page.waiting,
    months: page.months.map(({ openAtEnd, ...month }) => ({ ...month, open_at_end: openAtEnd })),
  })
  expect(page.total.raised).toBeGreaterThan(3000)
})
