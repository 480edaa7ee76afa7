// How long the availability of 25 systems over 18 months and 1,000 outages takes, beside a sort of a million numbers on
// the same machine.
import { DAY_MS } from '../../src/domain/duration.ts'
import { availabilityReport } from '../../src/metrics/availability-report.ts'
import { systemReport } from '../../src/metrics/system-report.ts'
import { historyStart, madeHistory } from '../metrics/made-history.ts'
import { tell, tellRatio } from './measure.ts'

const days = 548
const history = madeHistory(1, { systemCount: 25, outageCount: 1_000, days })
const query = { period: { from: '2025-06-01', to: '2026-12-01' }, councilId: null, now: historyStart + days * DAY_MS }
const numbers = Float64Array.from({ length: 1_000_000 }, (_, i) => Math.imul(i, 2_654_435_761) % 1_000_003)

export async function bench(): Promise<void> {
  const yardstick = tell(
    'sorting a million numbers',
    timesOf(() => numbers.slice().sort()),
  )
  for (const [name, work] of [
    ['25 systems', () => availabilityReport(history, query)],
    ['one system in full', () => systemReport(history, query, 's24', [])],
  ] as const) {
    tellRatio('  of the sort', tell(name, timesOf(work)), yardstick)
  }
}

/** Fifteen, in milliseconds, after three to warm up. */
function timesOf(work: () => unknown): number[] {
  const all = Array.from({ length: 18 }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return all.slice(3)
}
