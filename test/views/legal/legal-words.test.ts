import { describe, expect, test } from 'vitest'
import type { LegalReport, ObservedLoss } from '../../../src/metrics/legal-figures.ts'
import {
  completeness,
  lossVerdict,
  monthsMessage,
  percentInColumn,
  percentWords,
  placeboWords,
  saidWords,
  statements,
  suggestsOtherShare,
  tooFewWords,
} from '../../../src/views/legal/legal-words.ts'

const measured: ObservedLoss = {
  ...{ status: 'ok', estimateHours: 15.357, lowHours: 8.1, highHours: 22.61, verdict: 'loss shown' },
  ...{ placeboShare: 0.004, placeboFloor: 1 / 2916, eventCount: 3, tooFewCount: 0, valuePence: null },
}
const range = (low: number, headline: number, high: number) => ({ low, headline, high })
const report: LegalReport = {
  ...{ teamId: 't', divisionId: 'd', period: { from: '2026-04-01', to: '2027-04-01' }, through: '2026-11-20' },
  ...{ chargeableHours: 1236, chargeableUnits: 12_360, recordedHours: 1500, targetHours: 1200, contractHours: 2000 },
  ...{ valuePence: 0, unpricedCount: 0, basis: 'observed', observed: measured, months: [], outages: [] },
  attainment: {
    ...{ actualPercent: 103, withoutOutagesPercent: 107, lowPercent: 105.4, highPercent: 108.6 },
    lostShareOfCapacityPercent: 3.74,
  },
  modelled: {
    ...{ lostWorkingHours: range(20, 25, 30), billableShare: 0.62, lostBillableHours: range(10, 16, 20) },
    ...{ valuePence: 100, staffCostPence: 100 },
  },
  relevantShareOfDay: 0.25,
}
const withLoss = (changes: Partial<ObservedLoss>): LegalReport => ({ ...report, observed: { ...measured, ...changes } })

describe('both statements', () => {
  test('what was reached, and what would have been with its interval', () => {
    expect(statements(report)).toEqual({ actual: '103%', without: { point: '107%', interval: '105.4 to 108.6' } })
  })
  test('there is no point without an interval, and none where nothing was worked out', () => {
    const attainment = { ...report.attainment, lowPercent: null }
    expect(statements({ ...report, attainment }).without).toBeUndefined()
    expect(statements({ ...report, basis: null }).without).toBeUndefined()
  })
  test('no target, no percentage', () => {
    const attainment = { ...report.attainment, actualPercent: null }
    expect(statements({ ...report, attainment }).actual).toBeUndefined()
  })
  test('what has not reached the target never reads 100%', () => {
    expect([99.96, 100, 99.94, 103.04].map(percentWords)).toEqual(['99.9%', '100%', '99.9%', '103%'])
    expect([75, 99.96, 1234].map(percentInColumn)).toEqual(['75.0%', '99.9%', '1,234.0%'])
  })
})

describe('the verdict', () => {
  test('a loss is shown with its hours and its range', () => {
    expect(lossVerdict(report)).toEqual({
      status: 'partial',
      words: 'Loss shown',
      why: 'Comparable days had 15.4 h more than 3 stretches of days with outages (8.1 to 22.6 h): the whole range is a loss.',
    })
  })
  test('a range that holds both says that it cannot tell', () => {
    const words = lossVerdict(withLoss({ estimateHours: 2, lowHours: -3, highHours: 7, verdict: 'cannot tell' }))
    expect(words).toMatchObject({ words: 'Cannot tell', why: expect.stringMatching(/-3 to 7 h.*a loss and a gain/) })
  })
  test('a gain is called one', () => {
    const words = lossVerdict(withLoss({ estimateHours: -4, lowHours: -6, highHours: -2, verdict: 'gain shown' }))
    expect(words).toMatchObject({ words: 'Gain shown', why: expect.stringContaining('had 4 h fewer than') })
  })
  test.each([
    ['no events', /nothing to compare/],
    ['not enough comparable days', /fewer than five/],
    ['no variation to compare', /all alike/],
  ] as const)('with %s it cannot tell and says why', (status, why) => {
    expect(lossVerdict(withLoss({ status, estimateHours: null, verdict: null }))).toMatchObject({
      words: 'Cannot tell',
      why: expect.stringMatching(why),
    })
  })
  test('whoever may not have losses worked out is told no verdict', () => {
    expect(lossVerdict({ ...report, observed: null })).toBeUndefined()
  })
  test('what was left out for want of comparable days is counted', () => {
    expect(tooFewWords(measured)).toBeUndefined()
    expect(tooFewWords({ ...measured, tooFewCount: 1 })).toMatch(/^1 stretch of days .* is not in it/)
  })
  test('how sure it is names the share and what it cannot go under', () => {
    expect(placeboWords(measured)).toMatch(/0\.4% of the ways.*under 0\.03%/)
    expect(placeboWords({ ...measured, placeboShare: null })).toBeUndefined()
    const tiny = placeboWords({ ...measured, placeboShare: 2 / 65_536, placeboFloor: 1 / 65_536 })
    expect(tiny).toMatch(/ under 0\.01% of the ways to choose show a loss as large\.$/)
  })
})

describe('another dependency share', () => {
  const modelled = (headline: number) => ({
    ...report,
    modelled: report.modelled && { ...report.modelled, lostBillableHours: range(headline, headline, headline) },
  })
  test('is suggested only where the model lies outside the measured range', () => {
    expect([8, 8.1, 22.61, 22.7].map((hours) => suggestsOtherShare(modelled(hours)))).toEqual([
      true,
      false,
      false,
      true,
    ])
  })
  test('is never suggested without a measured range or a model', () => {
    expect(suggestsOtherShare({ ...modelled(99), observed: { ...measured, status: 'no variation to compare' } })).toBe(
      false,
    )
    expect(suggestsOtherShare({ ...report, modelled: null })).toBe(false)
  })
})

test('completeness is a dash without contract hours', () => {
  expect(completeness(report)).toBe('75%')
  expect(completeness({ ...report, contractHours: 0 })).toBeUndefined()
})

test('what people said of an outage is told, and silence of fewer than three is not', () => {
  const outage = { ...{ outageId: 'o', title: '', startAt: 0, endAt: 1, lostWorkingHours: 3 } }
  expect(saidWords({ ...outage, lostCount: 1, workedRoundCount: 3 })).toBe('1 person lost time, 3 worked round it')
  expect(saidWords({ ...outage, lostCount: 0, workedRoundCount: 0 })).toMatch(/^Fewer than three/)
})

test('months that have not begun are not judged', () => {
  const month = (chargeableHours: number, targetHours: number) => ({
    ...{ month: '2026-11', chargeableHours, targetHours, lostBillableHours: null },
  })
  expect(monthsMessage([month(100, 90), month(80, 90), month(0, 0)])).toBe(
    'Billable hours reached the target in 1 of 2 months',
  )
})
