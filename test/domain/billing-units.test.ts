import { describe, expect, test } from 'vitest'
import {
  amountPence,
  billingUnits,
  SIX_MINUTES_UP,
  type UnitRounding,
  unitsAmountPence,
} from '../../src/domain/billing-units.ts'

const minute = 60

test.each([
  [0, 0],
  [1, 1],
  [5 * minute, 1],
  [6 * minute, 1],
  [6 * minute + 1, 2],
  [60 * minute, 10],
  [61 * minute, 11],
])('%d seconds are %d six-minute units, rounded up', (seconds, units) => {
  expect(billingUnits(seconds, SIX_MINUTES_UP)).toBe(units)
})

describe('each way of rounding', () => {
  test.each<[UnitRounding, number[]]>([
    ['up', [0, 1, 1, 1, 1, 2, 2]],
    ['nearest', [0, 0, 1, 1, 1, 1, 2]],
    ['down', [0, 0, 0, 0, 1, 1, 1]],
    ['half_unit', [0, 0.5, 1, 1, 1, 1.5, 2]],
  ])('%s, of 0, 179, 180, 181, 360, 361 and 540 seconds', (rounding, units) => {
    const policy = { unitMinutes: 6, rounding, minimumUnits: 0 }
    expect([0, 179, 180, 181, 360, 361, 540].map((seconds) => billingUnits(seconds, policy))).toEqual(units)
  })

  test('the least number of units is for entries with time only', () => {
    const policy = { unitMinutes: 6, rounding: 'down', minimumUnits: 1 } as const
    expect([0, 1, 359, 900].map((seconds) => billingUnits(seconds, policy))).toEqual([0, 1, 1, 2])
  })

  test.each(['up', 'nearest', 'down', 'half_unit'] as const)('an exact multiple stays as it is: %s', (rounding) => {
    for (const unitMinutes of [0.1, 0.7, 6, 7, 15])
      for (const count of [1, 3, 7, 10, 1001]) {
        const seconds = Number((count * unitMinutes * 60).toFixed(6))
        expect(billingUnits(seconds, { unitMinutes, rounding, minimumUnits: 0 })).toBe(count)
      }
  })
})

describe('money from time', () => {
  test('ten minutes at 200 pounds are 33.33 exactly timed and 40.00 as two units, never 34.00', () => {
    expect(amountPence(600, 20_000)).toBe(3333)
    expect(unitsAmountPence(2, 6, 20_000)).toBe(4000)
  })

  test('half a penny is rounded up, and a correction the same way down', () => {
    expect(amountPence(18, 100)).toBe(1)
    expect(amountPence(-18, 100)).toBe(-1)
    expect(amountPence(17, 100)).toBe(0)
    expect(Object.is(amountPence(-17, 100), 0)).toBe(true)
  })

  test('sums that floating point would miss by a little are exact', () => {
    expect(amountPence(60, 12_345.67)).toBe(206)
    expect(unitsAmountPence(0.5, 6, 110)).toBe(6)
    expect(amountPence(1_000_000_800, 1_000_000_001)).toBe(277778000277778)
  })
})
