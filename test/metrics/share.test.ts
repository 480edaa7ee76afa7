import { describe, expect, test } from 'vitest'
import { shareByLargestRemainder } from '../../src/metrics/share.ts'

const shared = (pence: number, key: Record<string, number>) =>
  Object.fromEntries(shareByLargestRemainder(pence, new Map(Object.entries(key))))

describe('the penny left over', () => {
  test('goes to the largest remainder', () => {
    expect(shared(10, { a: 4, b: 3 })).toEqual({ a: 6, b: 4 })
    expect(shared(10, { a: 2, b: 3, c: 3 })).toEqual({ a: 2, b: 4, c: 4 })
  })

  test('goes to the larger weight where remainders are equal', () => {
    expect(shared(2, { a: 1, b: 3 })).toEqual({ a: 0, b: 2 })
  })

  test('goes to the first name where weights are equal too, by code point', () => {
    expect(shared(1, { b: 1, a: 1 })).toEqual({ b: 0, a: 1 })
    expect(shared(1, { a: 1, Z: 1 })).toEqual({ a: 0, Z: 1 })
    expect(shared(1, { aa: 1, a: 1 })).toEqual({ aa: 0, a: 1 })
    expect(shared(1, { '😀': 1, '｡': 1 })).toEqual({ '😀': 0, '｡': 1 })
  })
})

test('a tenth is a tenth: decimals that floating point cannot hold tie as they should', () => {
  expect(shared(5, { a: 0.1, b: 0.1, c: 0.3, d: 0.5 })).toEqual({ a: 0, b: 0, c: 2, d: 3 })
  expect(shared(1, { a: 0.3, b: 0.1 + 0.2 })).toEqual({ a: 0, b: 1 })
})

test('an amount too large for multiplying in floating point keeps its pennies', () => {
  expect(shared(Number.MAX_SAFE_INTEGER, { a: 1e15, b: 1 })).toEqual({ a: 9_007_199_254_740_982, b: 9 })
})

test('nothing is shared among weights that are all 0, and something cannot be', () => {
  expect(shared(0, { a: 0, b: 0 })).toEqual({ a: 0, b: 0 })
  expect(shared(0, {})).toEqual({})
  expect(() => shared(1, { a: 0 })).toThrow(RangeError)
})
