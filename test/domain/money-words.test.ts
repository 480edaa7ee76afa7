import { expect, test } from 'vitest'
import { formatHours, formatPence, formatPounds } from '../../src/domain/format.ts'

const hours = (count: number) => count * 3_600_000

test('hours have one decimal, and the least of them is not called none', () => {
  expect(formatHours(hours(1234.46))).toBe('1,234.5')
  expect(formatHours(hours(12))).toBe('12.0')
  expect(formatHours(hours(0.04))).toBe('under 0.1')
  expect(formatHours(0)).toBe('0.0')
})

test('pounds are whole to be read and to the penny to be added up', () => {
  expect(formatPounds(123_449)).toBe('£1,234')
  expect(formatPounds(49)).toBe('under £1')
  expect(formatPounds(0)).toBe('£0')
  expect(formatPounds(-123_449)).toBe('−£1,234')
  expect(formatPence(123_449)).toBe('£1,234.49')
  expect(formatPence(5)).toBe('£0.05')
})
