import { describe, expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../../src/domain/duration.ts'
import type { MetricsRecords } from '../../src/metrics/availability-records.ts'
import type { AvailabilityQuery } from '../../src/metrics/system-facts.ts'
import { systemReport } from '../../src/metrics/system-report.ts'
import { at, hits, needs, outage, records, spares, system, work } from './made-records.ts'

const query: AvailabilityQuery = {
  period: { from: '2026-11-01', to: '2026-12-01' },
  councilId: null,
  now: at('2027-01-10T12:00:00Z'),
}
const reportOf = (given: Partial<MetricsRecords>, id: string, asked: Partial<AvailabilityQuery> = {}) => {
  const report = systemReport(records(given), { ...query, ...asked }, id, ['north', 'south'])
  if (!report) throw new Error(`no report of ${id}`)
  return report
}

const office = { from: '2020-01-01', calendarId: 'office', targetPercent: 99.5, noticeMinutes: null }
const night = outage('night', '2026-11-10T20:00:00Z', '2026-11-10T22:00:00Z')
const day = outage('day', '2026-11-11T09:00:00Z', '2026-11-11T10:00:00Z', { level: 'partial' })
const systems = [system('mail', { agreements: [office] }), system('network'), system('storage')]

describe('the outages under a figure', () => {
  const given = { systems, outages: [night, day], affected: [hits('night', 'mail'), hits('day', 'mail')] }

  test('each stands there with its own time in both bases, newest first', () => {
    const { outages } = reportOf(given, 'mail')
    const minutes = outages.map(({ outageId, downtimeMs, lossMs, allHoursDowntimeMs }) => [
      outageId,
      ...[downtimeMs, lossMs, allHoursDowntimeMs].map((ms) => ms / MINUTE_MS),
    ])
    expect(minutes).toEqual([
      ['day', 60, 18, 60],
      ['night', 0, 0, 120],
    ])
  })

  test('what came through another system says through which', () => {
    const through = {
      ...given,
      affected: [hits('day', 'network')],
      dependencies: [needs('mail', 'storage'), needs('storage', 'network')],
    }
    expect(reportOf(through, 'mail').outages).toMatchObject([{ outageId: 'day', throughIds: ['network'] }])
  })

  test('a group that two outages broke together counts both for the time in which it was broken', () => {
    const second = outage('second', '2026-11-11T09:30:00Z', '2026-11-11T11:00:00Z')
    const broken = {
      systems,
      outages: [day, second],
      affected: [hits('day', 'network'), hits('second', 'storage')],
      dependencies: [needs('mail', ['network', 'storage'], { type: 'any', need: 1 })],
    }
    const { outages, system: figures } = reportOf(broken, 'mail')
    expect(outages.map(({ downtimeMs }) => downtimeMs / MINUTE_MS)).toEqual([30, 30])
    expect(figures.agreed.downtimeMs / MINUTE_MS).toBe(30)
  })

  test('an outage of a month before does not stand under this month', () => {
    expect(reportOf(given, 'mail', { period: { from: '2026-12-01', to: '2027-01-01' } }).outages).toEqual([])
  })
})

describe('records left out', () => {
  test('each has its reason', () => {
    const wrong = outage('wrong', '2026-11-12T09:00:00Z', '2026-11-12T08:00:00Z')
    const risk = outage('risk', '2026-11-13T09:00:00Z', '2026-11-13T10:00:00Z', { level: 'at_risk' })
    const other = outage('other', '2026-11-14T09:00:00Z', '2026-11-14T10:00:00Z', { councilIds: ['south'] })
    const marked = outage('marked', '2026-11-15T09:00:00Z', '2026-11-15T10:00:00Z')
    const outages = [wrong, risk, other, marked]
    const affected = [...outages.slice(0, 3).map(({ id }) => hits(id, 'mail')), spares('marked', 'mail')]
    const { leftOut, outages: counted } = reportOf({ systems, outages, affected }, 'mail', { councilId: 'north' })
    expect(leftOut.map(({ outageId, reason }) => [outageId, reason])).toEqual([
      ['marked', 'marked_not_affected'],
      ['other', 'other_council'],
      ['risk', 'no_loss'],
      ['wrong', 'ends_before_start'],
    ])
    expect(counted).toEqual([])
  })
})

test('planned work says whether it is left out of the figures and how much of the agreed hours it takes', () => {
  const maintenance = [
    work('told', ['mail'], ['2026-11-01T09:00:00Z', '2026-11-10T16:00:00Z', '2026-11-10T19:00:00Z']),
    work('late', ['mail'], ['2026-11-20T16:30:00Z', '2026-11-20T16:00:00Z', '2026-11-20T17:00:00Z']),
  ]
  const { plannedWork } = reportOf({ systems, maintenance }, 'mail')
  expect(plannedWork).toMatchObject([
    { maintenanceId: 'told', isExcused: true, agreedMs: HOUR_MS },
    { maintenanceId: 'late', isExcused: false, agreedMs: HOUR_MS },
  ])
})

describe('months', () => {
  test('are twelve up to the period’s last, and only those in which records are kept have a figure', () => {
    const young = system('mail', { agreements: [{ ...office, from: '2026-09-15' }] })
    const { months } = reportOf({ systems: [young] }, 'mail')
    expect(months.length).toBe(12)
    expect(months.at(-1)?.period).toEqual(query.period)
    expect(months.filter((month) => month.availabilityPercent !== null).map(({ period }) => period.from)).toEqual([
      '2026-09-01',
      '2026-10-01',
      '2026-11-01',
    ])
  })

  test('the month of the period has the period’s figures', () => {
    const given = { systems, outages: [day], affected: [hits('day', 'mail')] }
    const { months, system: figures } = reportOf(given, 'mail')
    const { period, targetPercent, ...month } = months.at(-1) ?? {}
    expect(month).toEqual(figures.agreed)
  })
})

describe('people', () => {
  const division = (id: string, north: number, south: number) => ({
    id,
    name: id,
    calendarId: 'office',
    headCounts: [{ from: '2020-01-01', people: { north, south } }],
  })
  const divisions = [division('planning', 60, 0), division('housing', 40, 50)]
  const forNorth = { ...day, councilIds: ['north'] }
  const given = { systems, divisions, outages: [forNorth], affected: [hits('day', 'mail')] }

  test('where nobody said how many, everyone of the council counts, and that is told', () => {
    expect(reportOf(given, 'mail').people).toMatchObject([
      { councilId: 'north', peopleCount: 100, interruptionsPer100: 100, lostMsPerPerson: HOUR_MS, assumedCount: 1 },
      { councilId: 'south', peopleCount: 50, interruptionsPer100: 0, lostMsPerPerson: 0, outageCount: 0 },
    ])
  })

  test('people said by division count as said', () => {
    const said = [{ divisionId: 'planning', people: 25 }]
    const reaches = [{ id: 'r', outageId: 'day', councilId: 'north', divisions: said, workaround: '' }]
    expect(reportOf({ ...given, reaches }, 'mail').people[0]).toMatchObject({
      interruptionsPer100: 25,
      lostMsPerPerson: HOUR_MS / 4,
      assumedCount: 0,
    })
  })

  test('without head counts there is no figure', () => {
    expect(reportOf({ ...given, divisions: [] }, 'mail').people[0]).toMatchObject({
      peopleCount: 0,
      interruptionsPer100: null,
      lostMsPerPerson: null,
    })
  })
})

test('a system that is not among the records has no report', () => {
  expect(systemReport(records({ systems }), query, 'gone', [])).toBeUndefined()
})
