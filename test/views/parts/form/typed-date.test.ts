import { expect, test } from 'vitest'
import { readTime, readTypedMoment, typedMoment } from '../../../../src/views/parts/form/typed-date.ts'

const typed = (day: string, month: string, year: string, time = '') => ({ day, month, year, time })

test.each([
  ['9', '09:00'],
  ['9.05', '09:05'],
  ['9:05', '09:05'],
  ['0905', '09:05'],
  ['23:59', '23:59'],
  ['12am', '00:00'],
  ['12 pm', '12:00'],
  ['9.05 pm', '21:05'],
])('"%s" is read as %s', (text, time) => {
  expect(readTime(text)).toBe(time)
})

test.each(['', '24:00', '9:60', '13pm', '0am', 'noon', '9:5'])('"%s" is no time of day', (text) => {
  expect(readTime(text)).toBeUndefined()
})

test.each(['3', '03', 'mar', 'March', ' MARCH '])('the month "%s" is March', (month) => {
  expect(readTypedMoment(typed('7', month, '2026'), false)).toEqual({ date: '2026-03-07', time: undefined })
})

test('two digits of a year mean this century', () => {
  expect(readTypedMoment(typed('7', '3', '26', '9'), true)).toEqual({ date: '2026-03-07', time: '09:00' })
})

test('29 February is a date in leap years only', () => {
  expect(readTypedMoment(typed('29', '2', '2028'), false)).toEqual({ date: '2028-02-29', time: undefined })
  expect(readTypedMoment(typed('29', '2', '2026'), false)).toEqual({ problem: 'not a date', part: 'day' })
})

test('what is missing is said before what cannot be', () => {
  expect(readTypedMoment(typed('99', '3', ''), false)).toEqual({ problem: 'missing', part: 'year' })
})

test.each([
  [typed('32', '1', '2026', '9'), 'day', 'not a date'],
  [typed('1', '13', '2026', '9'), 'month', 'not a date'],
  [typed('1', 'x', '2026', '9'), 'month', 'not a date'],
  [typed('1', '1', '026', '9'), 'year', 'not a date'],
  [typed('1', '1', '2026', '25'), 'time', 'not a time'],
])('%j is wrong in its %s', (moment, part, problem) => {
  expect(readTypedMoment(moment, true)).toEqual({ problem, part })
})

test('a date taken apart reads back as itself', () => {
  expect(readTypedMoment(typedMoment('2026-11-08', '07:30'), true)).toEqual({ date: '2026-11-08', time: '07:30' })
})
