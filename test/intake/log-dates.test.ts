import { describe, expect, test } from 'vitest'
import { zoneOf } from '../../src/domain/zone.ts'
import { readLogDate } from '../../src/intake/log-dates.ts'
import { iso } from './reading.ts'

const rules = { order: 'dmy', isDecimalComma: false, zone: zoneOf('Europe/London') } as const
const read = (text: string, more: Partial<Parameters<typeof readLogDate>[1]> = {}) => {
  const date = readLogDate(text, { ...rules, ...more })
  return date && iso(date.at)
}

test.each([
  ['5/3/2016 01:02', '2016-03-05T01:02:00Z'],
  ['05.03.2016, 9:05:30', '2016-03-05T09:05:30Z'],
  ['5-3-16 09:05', '2016-03-05T09:05:00Z'],
  ['5/3/98', '1998-03-05T00:00:00Z'],
  ['5/7/2016 09:05', '2016-07-05T08:05:00Z'],
  ['5/7/2016 12:05 AM', '2016-07-04T23:05:00Z'],
  ['5/7/2016 9:05 p.m.', '2016-07-05T20:05:00Z'],
  ['2016-07-05T09:05:00.123+02:00', '2016-07-05T07:05:00Z'],
  ['2016/07/05 09:05', '2016-07-05T08:05:00Z'],
  ['5 Mar 2016 09:05', '2016-03-05T09:05:00Z'],
  ['05-MAR-16 09:05', '2016-03-05T09:05:00Z'],
  ['March 5, 2016 9:05 PM', '2016-03-05T21:05:00Z'],
  ['42434.5', '2016-03-05T12:00:00Z'],
  ['1457179200', '2016-03-05T12:00:00Z'],
  ['1457179200000', '2016-03-05T12:00:00Z'],
])('%s is %s', (text, instant) => {
  expect(read(text)).toBe(instant)
})

test('the month is read first where that is the order, and the comma as the point', () => {
  expect(read('3/5/2016 9:05 AM', { order: 'mdy' })).toBe('2016-03-05T09:05:00Z')
  expect(read('2016-03-05', { order: 'mdy' })).toBe('2016-03-05T00:00:00Z')
  expect(read('42434,25', { isDecimalComma: true })).toBe('2016-03-05T06:00:00Z')
  expect(read('42434,25')).toBeUndefined()
})

test.each([
  '13/13/2016',
  '31/4/2016',
  '30/2/2016 10:00',
  '5/3/2016 13:00 PM',
  '0 Mar 2016',
  '5 Mai 2016',
  'today',
  '12',
  '99999',
  '5/3/2016 25:00',
  '1/1/2300',
])('%s is no date', (text) => {
  expect(read(text)).toBeUndefined()
})

describe('where the clock changes', () => {
  test('a time that is skipped in spring is the moment after, and told', () => {
    expect(readLogDate('27/3/2016 01:30', rules)).toEqual({ at: Date.parse('2016-03-27T01:30:00Z'), status: 'skipped' })
    expect(read('27/3/2016 00:59')).toBe('2016-03-27T00:59:00Z')
    expect(read('27/3/2016 02:00')).toBe('2016-03-27T01:00:00Z')
  })

  test('a time that comes twice in autumn is the first, and told', () => {
    expect(readLogDate('30/10/2016 01:30', rules)).toEqual({
      at: Date.parse('2016-10-30T00:30:00Z'),
      status: 'repeated',
    })
  })
})
