import { expect, test } from 'vitest'
import type { Recorded } from '../../../src/domain/kinds.ts'
import { byMonth, timeOf } from '../../../src/views/matters/matter-time.ts'

const entry = (workedOn: string, units: number, changes: Partial<Recorded<'entry'>> = {}): Recorded<'entry'> => ({
  ...{ id: workedOn, personId: 'p', grade: 'B', teamId: 't', matterId: 'm', councilId: 'c', activity: 'advice' },
  ...{ workedOn, startAt: null, endAt: null, units, seconds: units * 360, unitMinutes: 6, pencePerHour: 8433 },
  ...{ source: 'typed', isEstimated: false, timerId: null, rootId: workedOn, replaces: [], isRemoved: false },
  ...{ recordedAt: 0, chargeability: 'chargeable' },
  ...changes,
})

test('the value of the whole is the sum of its months, each of the amounts of its entries', () => {
  const entries = [entry('2026-10-30', 1), entry('2026-11-02', 1), entry('2026-11-03', 1)]
  // 0.1 h at £84.33 is £8.43 an entry; two together at once would be £16.87.
  expect(byMonth(entries).map(({ month, billing }) => [month, billing.valuePence])).toEqual([
    ['2026-11', 1686],
    ['2026-10', 843],
  ])
  expect(timeOf(entries)).toMatchObject({ allSeconds: 1080, billing: { units: 3, valuePence: 2529 } })
})

test('an entry without a rate is listed and is not in the value', () => {
  const [month] = byMonth([entry('2026-11-02', 5, { pencePerHour: null })])
  expect(month?.billing).toMatchObject({ units: 5, valuePence: 0 })
  expect(month?.billing.unpriced).toHaveLength(1)
})

test('time that is not charged has hours, and neither units nor value', () => {
  const [month] = byMonth([entry('2026-11-02', 5, { chargeability: 'non_chargeable', pencePerHour: null })])
  expect(month).toMatchObject({ allSeconds: 1800, billing: { units: 0, valuePence: 0, unpriced: [] } })
})
