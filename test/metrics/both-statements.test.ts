// Mission row 4: billable time is above target, and outages cost billable time. Both must stand on one card of the
// sample, whenever it is made: its history ends today.
import { describe, expect, test } from 'vitest'
import { lastDays, type Period } from '../../src/domain/period.ts'
import { localDateAt, zoneOf } from '../../src/domain/zone.ts'
import { legalReport } from '../../src/metrics/legal-report.ts'
import { at } from './made-records.ts'
import { sampleRecords } from './made-sample.ts'
import { madeTeamMonths } from './made-team-months.ts'

async function reportsAt(now: number) {
  const sample = await sampleRecords(now)
  const records = { ...sample, teamMonths: madeTeamMonths(sample) }
  const councilIds = records.councils.map(({ id }) => id)
  const teamId = records.teams[0]?.id ?? ''
  return (period: Period, councils: readonly string[] = councilIds) => {
    const report = legalReport(records, { teamId, period, councilIds: councils, now })
    if (!report) throw new Error('the sample has no legal team')
    return report
  }
}

describe.each(['2026-05-20', '2026-11-23', '2027-02-10'])('the sample of %s', (date) => {
  const now = at(`${date}T10:00:00Z`)
  const today = localDateAt(zoneOf('Europe/London'), now)
  const year = lastDays(today, 365)
  const reports = reportsAt(now)

  test('meets its target and yet shows a loss, with an interval, over the last twelve months', async () => {
    const { attainment, basis, observed } = (await reports)(year)
    const { actualPercent, lowPercent, withoutOutagesPercent, highPercent } = attainment
    expect(actualPercent).toBeGreaterThan(101)
    expect(actualPercent).toBeLessThan(106)
    const line = [actualPercent, lowPercent, withoutOutagesPercent, highPercent].map((value) => value ?? Number.NaN)
    expect(line).toEqual([...line].sort((a, b) => a - b))
    expect(new Set(line).size).toBe(4)
    expect(basis).toBe('observed')
    expect(observed).toMatchObject({ status: 'ok', verdict: 'loss shown', tooFewCount: 0 })
  })

  test('never shows a gain, whatever the period', async () => {
    for (const period of [...[30, 91, 182, 548].map((count) => lastDays(today, count)), year])
      expect((await reports)(period).observed?.verdict).not.toBe('gain shown')
  })

  test('tells of losses to nobody who may not read all councils’ desks', async () => {
    const report = (await reports)(year, [])
    expect([report.observed, report.modelled, report.basis, report.outages]).toEqual([null, null, null, []])
    expect(report.attainment.actualPercent).toBe((await reports)(year).attainment.actualPercent)
  })
})
