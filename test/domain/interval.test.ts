import { expect, test } from 'vitest'
import { overlap, subtract, totalLength, union } from '../../src/domain/interval.ts'

const span = (start: number, end: number) => ({ start, end })

test('touching intervals are one', () => {
  expect(union([span(10, 20), span(0, 10)])).toEqual([span(0, 20)])
})

test('an interval that ends at or before its start counts nothing', () => {
  expect(union([span(5, 5), span(9, 3)])).toEqual([])
  expect(totalLength([span(9, 3), span(0, 2)])).toBe(2)
})

test('a hole splits a span, and both parts keep what the span carries', () => {
  expect(subtract([{ ...span(0, 10), loss: 0.3 }], [span(4, 6)])).toEqual([
    { ...span(0, 4), loss: 0.3 },
    { ...span(6, 10), loss: 0.3 },
  ])
})

test('one hole can take from several spans', () => {
  expect(subtract([span(0, 10), span(10, 20), span(30, 40)], [span(5, 35)])).toEqual([span(0, 5), span(35, 40)])
})

test('ending as the other starts is no overlap', () => {
  expect(overlap([span(0, 10)], [span(10, 20)])).toEqual([])
  expect(overlap([span(0, 10), span(20, 30)], [span(5, 25)])).toEqual([span(5, 10), span(20, 25)])
})

test('gaps up to the given length are bridged', () => {
  expect(union([span(0, 10), span(12, 20), span(23, 30)], 2)).toEqual([span(0, 20), span(23, 30)])
})
