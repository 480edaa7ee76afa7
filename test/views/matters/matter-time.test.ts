import { expect, test } from 'vitest'
import { byMonth, sumsOf } from '../../../src/views/matters/matter-time.ts'

const entry = (workedOn: string, units: number, changes: object = {}) => ({
  ...{ workedOn, units, seconds: units * 360, unitMinutes: 6, pencePerHour: 8433 as number | null },
  chargeability: 'chargeable' as const,
  ...changes,
})

test('the total is the sum of the months, and each month of the amounts of its entries', () => {
  const months = byMonth([entry('2026-10-30', 1), entry('2026-11-02', 1), entry('2026-11-03', 1)])
  // 0.1 h at £84.33 is £8.43 an entry; two together at once would be £16.87.
  expect(months.map(({ month, pence }) => [month, pence])).toEqual([
    ['2026-11', 1686],
    ['2026-10', 843],
  ])
  expect(sumsOf(months)).toEqual({ seconds: 1080, units: 3, pence: 2529, unpricedCount: 0 })
})

test('an entry without a rate is counted and is not in the value', () => {
  expect(byMonth([entry('2026-11-02', 5, { pencePerHour: null })])).toEqual([
    { month: '2026-11', seconds: 1800, units: 5, pence: 0, unpricedCount: 1 },
  ])
})

test('time that is not charged has hours, and neither units nor value', () => {
  expect(byMonth([entry('2026-11-02', 5, { chargeability: 'non_chargeable', pencePerHour: null })])).toEqual([
    { month: '2026-11', seconds: 1800, units: 0, pence: 0, unpricedCount: 0 },
  ])
})
