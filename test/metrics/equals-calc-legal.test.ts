// The legal page and the calc command give the same figures for the same facts: by hand, and of the sample with the sums
// that the server writes of its recorded time.
import { describe, expect, test } from 'vitest'
import { answerCase } from '../../src/calc/answer.ts'
import { hours, orNull, percent, pounds, rounded } from '../../src/calc/write.ts'
import { addDays, type LocalDate } from '../../src/domain/local-date.ts'
import { daysOf } from '../../src/domain/period.ts'
import { localDateAt, zoneOf } from '../../src/domain/zone.ts'
import type { MetricsRecords } from '../../src/metrics/availability-records.ts'
import { comparedEvents } from '../../src/metrics/comparable-days.ts'
import type { LegalReport } from '../../src/metrics/legal-figures.ts'
import { legalReport } from '../../src/metrics/legal-report.ts'
import { impactCase } from './impact-case.ts'
import { madeLegal } from './made-legal.ts'
import { at } from './made-records.ts'
import { sampleRecords } from './made-sample.ts'
import { madeTeamMonths } from './made-team-months.ts'

const now = at('2026-11-23T10:00:00Z')
const zone = zoneOf('Europe/London')

async function sampleWithTime(): Promise<MetricsRecords> {
  const sample = await sampleRecords(now)
  return { ...sample, teamMonths: madeTeamMonths(sample) }
}
const sample = sampleWithTime()
const worlds = [
  ['by hand', { from: '2026-08-01', to: '2026-12-01' }, async () => madeLegal()],
  // Head counts of the sample change in February.
  ['in the sample, since March', { from: '2026-03-01', to: '2026-11-24' }, () => sample],
  ['in the sample, for a quarter', { from: '2026-07-01', to: '2026-10-01' }, () => sample],
] as const
type Period = (typeof worlds)[number][1]

function reportOf(records: MetricsRecords, period: { readonly from: LocalDate; readonly to: LocalDate }): LegalReport {
  const councilIds = records.councils.map(({ id }) => id)
  const report = legalReport(records, { teamId: records.teams[0]?.id ?? '', period, councilIds, now })
  if (!report) throw new Error('no such team')
  return report
}

function answerOf<T>(kind: string, input: unknown): T {
  const { output, error } = answerCase({ kind, input })
  if (error) throw new Error(`${error.path}: ${error.message}`)
  return output as T
}

const chargeRate = ({ valuePence, chargeableHours }: LegalReport) => Math.round(valuePence / chargeableHours) / 100

/** The days that the page compares, read from the sums once more. */
function eventsOf(records: MetricsRecords, { from, to }: Period) {
  const wide = { from: addDays(from, -12 * 7 - 2), to: addDays(to, 4 * 7) }
  const days = records.teamMonths
    .flatMap((month) => month.days)
    .filter(({ on, through, expectedCount }) => on === through && expectedCount > 0)
    .filter(({ on }) => wide.from <= on && on < wide.to && on < localDateAt(zone, now))
  const teamCount = Math.max(...days.map(({ expectedCount }) => expectedCount))
  const worked = days.map(({ on, chargeableSeconds, expectedCount }) => ({
    ...{ on, hours: chargeableSeconds / 3600, presentCount: expectedCount, teamCount },
    isClosed: on < addDays(localDateAt(zone, now), -7),
  }))
  const dates = reportOf(records, wide).outages.flatMap(({ startAt, endAt }) =>
    daysOf({ from: localDateAt(zone, startAt), to: addDays(localDateAt(zone, (endAt ?? now) - 1), 1) }),
  )
  const { events } = comparedEvents(worked, new Set(dates.map((day) => day.from)))
  return events.filter((event) => from <= event.from && event.from < to)
}

describe.each(worlds)('the legal page and the calc command agree %s', (_, period, given) => {
  test('on billable hours lost as observed, their interval, verdict and worth', async () => {
    const records = await given()
    const report = reportOf(records, period)
    const events = eventsOf(records, period)
    const enough = events.filter(({ baselineHours }) => baselineHours.length >= 5)
    const answer = answerOf<Record<string, unknown>>('legal_observed', {
      events: enough.map(({ observedHours, baselineHours }) => ({
        ...{ observed_hours: observedHours, baseline_hours: baselineHours },
      })),
      charge_rate: chargeRate(report),
    })
    const { observed } = report
    expect(observed).toMatchObject({ eventCount: events.length, tooFewCount: events.length - enough.length })
    expect(enough.length).toBeGreaterThan(0)
    expect({
      status: observed?.status,
      estimate: orNull(hours, observed?.estimateHours ?? null),
      low: orNull(hours, observed?.lowHours ?? null),
      high: orNull(hours, observed?.highHours ?? null),
      verdict: observed?.verdict,
      placebo_p: orNull((value) => rounded(value, 6), observed?.placeboShare ?? null),
      placebo_floor: orNull((value) => rounded(value, 6), observed?.placeboFloor ?? null),
      income_estimate: orNull(pounds, observed?.valuePence?.headline ?? null),
      income_low: orNull(pounds, observed?.valuePence?.low ?? null),
      income_high: orNull(pounds, observed?.valuePence?.high ?? null),
    }).toEqual({ ...answer, degrees_of_freedom: undefined, resample_low: undefined, resample_high: undefined })
  })

  test('on attainment, with and without outages', async () => {
    const report = reportOf(await given(), period)
    const { attainment, observed, chargeableHours, targetHours } = report
    expect(report.basis).toBe('observed')
    const answer = answerOf('attainment', {
      ...{ actual_hours: chargeableHours, target_hours: targetHours },
      ...{ lost: observed?.estimateHours, lost_low: observed?.lowHours, lost_high: observed?.highHours },
    })
    expect({
      actual_pct: orNull(percent, attainment.actualPercent),
      without_outages_pct: orNull(percent, attainment.withoutOutagesPercent),
      without_low_pct: orNull(percent, attainment.lowPercent),
      without_high_pct: orNull(percent, attainment.highPercent),
      lost_share_of_capacity_pct: orNull(percent, attainment.lostShareOfCapacityPercent),
    }).toEqual(answer)
  })

  test('on the modelled loss, council by council', async () => {
    const records = await given()
    const report = reportOf(records, period)
    const councils = records.councils.map(({ id }) => {
      const { divisions, outages } = impactCase(records, id, { period: { ...period }, now })
      const division = divisions.find((one) => one.id === report.divisionId)
      return answerOf<Record<string, number>>('legal_model', {
        ...{ division, outages, charge_rate: chargeRate(report), external_share: 0 },
        ...{ target_billable_hours_year: report.targetHours, working_hours_year: report.contractHours },
      })
    })
    const sum = (field: string) => councils.reduce((all, answer) => all + (answer[field] ?? 0), 0)
    const modelled = report.modelled
    // Each council is rounded by itself; the page rounds them together.
    expect(modelled?.lostWorkingHours.headline).toBeCloseTo(sum('lost_hours'), 3)
    expect(modelled?.lostBillableHours.headline).toBeCloseTo(sum('lost_billable_hours'), 3)
    expect(Math.abs((modelled?.valuePence ?? 0) / 100 - sum('value_at_charge_rate'))).toBeLessThan(0.02)
    expect(modelled?.staffCostPence).toBe(Math.round(sum('staff_cost') * 100))
    expect(rounded(modelled?.billableShare ?? 0, 6)).toBe(councils[0]?.billable_share)
    expect(sum('lost_hours')).toBeGreaterThan(0)
  })
})

test('figures are the same wherever the device is', () => {
  const { chargeableHours, observed, modelled } = reportOf(madeLegal(), worlds[0][1])
  expect(chargeableHours).toBe(7925)
  expect(observed?.estimateHours).toBeCloseTo(89.471154, 6)
  // Four, three and a tenth of an hour of twenty people, nine in ten at work, of whose work three quarters stop.
  const lostHours = 7.1 * 20 * 0.9 * 0.75
  expect(modelled?.lostWorkingHours.headline).toBeCloseTo(lostHours, 9)
  expect(modelled?.lostBillableHours.headline).toBeCloseTo((lostHours * 4.75) / 7.4, 4)
})
