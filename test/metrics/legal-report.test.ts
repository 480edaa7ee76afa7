import { expect, test } from 'vitest'
import type { MetricsRecords } from '../../src/metrics/availability-records.ts'
import { legalReport } from '../../src/metrics/legal-report.ts'
import { madeLegal } from './made-legal.ts'
import { at } from './made-records.ts'

type Day = MetricsRecords['teamMonths'][number]['days'][number]

function worthOf(change: (day: Day) => Partial<Day>) {
  const records = madeLegal()
  const changed = (day: Day): Day => ({ ...day, ...change(day) })
  const teamMonths = records.teamMonths.map((month) => ({ ...month, days: month.days.map(changed) }))
  const period = { from: '2026-08-01', to: '2026-12-01' }
  const query = { teamId: 'team', period, councilIds: ['city'], now: at('2026-11-23T10:00:00Z') }
  const report = legalReport({ ...records, teamMonths }, query)
  return { modelled: report?.modelled?.valuePence, observed: report?.observed?.valuePence?.headline }
}
/** Days of one worth an hour, so that any of them gives the same rate. */
const evenly = (day: Day) => ({ valuePence: Math.round(day.chargeableSeconds / 36) * 80 })

test('entries without a rate do not make an hour worth less', () => {
  const isUnpriced = ({ on }: Day) => on.endsWith('3')
  const some = worthOf((day) => (isUnpriced(day) ? { valuePence: 0, unpricedCount: 5 } : evenly(day)))
  expect(some).toEqual(worthOf(evenly))
  expect(some.modelled).toBeGreaterThan(0)
})

test('where every day has entries without a rate, an hour has no worth rather than too small a one', () => {
  const none = worthOf((day) => ({ ...evenly(day), unpricedCount: 1 }))
  expect(none).toEqual({ modelled: null, observed: undefined })
})
