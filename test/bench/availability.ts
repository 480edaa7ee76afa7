// How long the availability of 25 systems over 18 months and 1,000 outages takes, beside a sort of a million numbers on
// the same machine.
import { DAY_MS } from '../../src/domain/duration.ts'
import { availabilityReport } from '../../src/metrics/availability-report.ts'
import { systemReport } from '../../src/metrics/system-report.ts'
import { historyStart, madeHistory } from '../metrics/made-history.ts'
import { tell, tellRatio, timesOf, yardstick } from './measure.ts'

const days = 548
const history = madeHistory(1, { systemCount: 25, outageCount: 1_000, days })
const query = { period: { from: '2025-06-01', to: '2026-12-01' }, councilId: null, now: historyStart + days * DAY_MS }

export async function bench(): Promise<void> {
  const sort = yardstick()
  for (const [name, work] of [
    ['25 systems', () => availabilityReport(history, query)],
    ['one system in full', () => systemReport(history, query, 's24', [])],
  ] as const) {
    tellRatio('  of the sort', tell(name, timesOf(work)), sort)
  }
}
