// The impact page and the calc command give the same figures for the same facts. Laws say so of many small worlds; here
// are one that can be followed by hand and the sample's.
import { describe, expect, test } from 'vitest'
import { answerCase } from '../../src/calc/answer.ts'
import { hours, pounds } from '../../src/calc/write.ts'
import { HOUR_MS } from '../../src/domain/duration.ts'
import type { Period } from '../../src/domain/period.ts'
import type { MetricsRecords } from '../../src/metrics/availability-records.ts'
import { impactCells } from '../../src/metrics/impact-cells.ts'
import { nothingChanged } from '../../src/metrics/impact-figures.ts'
import { impactReport } from '../../src/metrics/impact-report.ts'
import { impactCase } from './impact-case.ts'
import { writtenFigure } from './impact-written.ts'
import { madeImpact } from './made-impact.ts'
import { at } from './made-records.ts'
import { sampleRecords } from './made-sample.ts'

const now = at('2026-11-23T10:00:00Z')
const asked = (period: Period, councilIds: readonly string[]) => ({ period, councilIds, whatIf: nothingChanged, now })
const reportOf = (records: MetricsRecords, period: Period) =>
  impactReport(
    records,
    asked(
      period,
      records.councils.map(({ id }) => id),
    ),
  )

function answerOf<T>(kind: string, input: unknown): T {
  const { output, error } = answerCase({ kind, input })
  if (error) throw new Error(`${error.path}: ${error.message}`)
  return output as T
}

interface ImpactAnswer {
  readonly divisions: Readonly<Record<string, ReturnType<typeof writtenFigure>>>
  readonly total: Readonly<Record<'lost_hours' | 'cost' | 'cost_low' | 'cost_high', number>>
}

/** Each division in each council, and the council's own cost. The period is one in which no fact changes. */
function expectSameImpact(records: MetricsRecords, period: Period): void {
  const report = reportOf(records, period)
  for (const { councilId, figure } of report.councils) {
    const answer = answerOf<ImpactAnswer>('impact', impactCase(records, councilId, { period, now }))
    const told = report.divisions.flatMap(({ divisionId, councils }) =>
      councils.filter((one) => one.councilId === councilId).map((one) => [divisionId, writtenFigure(one.figure)]),
    )
    expect(Object.fromEntries(told)).toEqual(answer.divisions)
    const { cost, cost_low, cost_high } = writtenFigure(figure)
    expect(answer.total).toMatchObject({ cost, cost_low, cost_high })
    expect(answer.total.cost).toBeGreaterThan(0)
  }
}

function expectSameDisproportion(records: MetricsRecords, period: Period): void {
  const { divisions } = reportOf(records, period)
  const { ratio } = answerOf<{ ratio: Record<string, number | null> }>('disproportion', {
    divisions: divisions.map(({ divisionId, peopleCount, figure }) => ({
      ...{ id: divisionId, users: peopleCount, lost_hours: figure.lostMs.headline / HOUR_MS },
    })),
  })
  for (const { divisionId, disproportion } of divisions)
    expect(disproportion ?? Number.NaN).toBeCloseTo(ratio[divisionId] ?? Number.NaN, 6)
}

/** A cell's pounds among its outages, by the work that each of them stopped. */
function expectSameShares(records: MetricsRecords, period: Period): void {
  let sharedCount = 0
  for (const { id: councilId } of records.councils)
    for (const { works, figure, byOutage } of impactCells(records, asked(period, [councilId]))) {
      const pence = figure.grossPence?.headline ?? 0
      if (pence === 0 || works.length !== 1) continue
      const key = Object.fromEntries(works[0]?.byOutage ?? [])
      const { shares, sum } = answerOf<{ shares: unknown; sum: number }>('share', { amount: pounds(pence), key })
      expect(sum).toBe(pounds(pence))
      const told = [...byOutage].map(([id, { grossPence }]) => [id, pounds(grossPence ?? 0)])
      expect(Object.fromEntries(told)).toEqual(shares)
      sharedCount += 1
    }
  expect(sharedCount).toBeGreaterThan(2)
}

const sample = sampleRecords(now)
const checks = [
  ['hours and pounds of every division and council', expectSameImpact],
  ['how far out of proportion each division is hit', expectSameDisproportion],
  ['what each outage has of the cost', expectSameShares],
] as const

describe.each(checks)('the page and the calc command agree on %s', (_, expectSame) => {
  test.each([
    { from: '2026-10-01', to: '2026-11-05' },
    { from: '2026-11-05', to: '2026-12-01' },
  ])('by hand, from $from', (period) => {
    expectSame(madeImpact(), period)
  })

  // Head counts of the sample change between the two.
  test.each([
    { from: '2025-07-01', to: '2026-02-01' },
    { from: '2026-04-01', to: '2027-04-01' },
  ])('in the sample, from $from', async (period) => {
    expectSame(await sample, period)
  })
})

test.each(['phones', 'signin'])('an outage beside no other, %s, has what the calc command gives for it', (outageId) => {
  const records = madeImpact()
  const period = { from: '2026-11-05', to: '2026-12-01' }
  const part = impactReport(records, asked(period, ['city'])).outages.find((one) => one.outageId === outageId)
  const alone = { ...records, outages: records.outages.filter(({ id }) => id === outageId) }
  const { total } = answerOf<ImpactAnswer>('impact', impactCase(alone, 'city', { period, now }))
  expect(hours((part?.lostMs ?? 0) / HOUR_MS)).toBe(total.lost_hours)
  expect(total.lost_hours).toBeGreaterThan(0)
})

test('figures are the same to the millisecond and the penny wherever the device is', () => {
  expect(reportOf(madeImpact(), { from: '2026-10-01', to: '2026-12-01' }).total).toEqual({
    lostMs: { low: 961_985_790, headline: 988_064_010, high: 999_977_490 },
    grossPence: { low: 897_910, headline: 922_588, high: 933_574 },
    netPence: { low: 747_024, headline: 767_728, high: 776_842 },
  })
})
