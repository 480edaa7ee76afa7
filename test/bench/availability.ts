// How long the availability of 25 systems over 18 months and 1,000 outages takes, beside a sort of a million numbers on
// the same machine. Run: node -e "import('vite').then((v) => v.runnerImport('./test/bench/availability.ts'))"
import { DAY_MS } from '../../src/domain/duration.ts'
import { availabilityReport } from '../../src/metrics/availability-report.ts'
import { systemReport } from '../../src/metrics/system-report.ts'
import { historyStart, madeHistory } from '../metrics/made-history.ts'

const days = 548
const history = madeHistory(1, { systemCount: 25, outageCount: 1_000, days })
const query = { period: { from: '2025-06-01', to: '2026-12-01' }, councilId: null, now: historyStart + days * DAY_MS }

/** Median of fifteen, in milliseconds, after three to warm up. */
function medianMs(work: () => unknown): number {
  const times = Array.from({ length: 18 }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  }).slice(3)
  return times.sort((a, b) => a - b)[7] ?? Number.NaN
}

const numbers = Float64Array.from({ length: 1_000_000 }, (_, i) => Math.imul(i, 2_654_435_761) % 1_000_003)
const yardstick = medianMs(() => numbers.slice().sort())
for (const [name, work] of [
  ['25 systems', () => availabilityReport(history, query)],
  ['one system in full', () => systemReport(history, query, 's24', [])],
] as const) {
  const ms = medianMs(work)
  console.log(`${name}: ${ms.toFixed(1)} ms, ${(ms / yardstick).toFixed(2)} of sorting a million numbers`)
}
