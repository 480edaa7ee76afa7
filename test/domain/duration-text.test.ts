import { describe, expect, test } from 'vitest'
import { type DurationForm, readDuration, writeDuration } from '../../src/domain/duration-text.ts'

const usual = { unitMinutes: 6, bareUnit: 'hours' } as const

describe('what is read', () => {
  test.each<[string, number, DurationForm]>([
    ['', 0, 'empty'],
    ['  ', 0, 'empty'],
    ['1h 12m', 4320, 'components'],
    ['1 H 12 M', 4320, 'components'],
    ['72min', 4320, 'components'],
    ['1.2h', 4320, 'components'],
    ['1,25 hours', 4500, 'components'],
    ['.5h', 1800, 'components'],
    ['2h38m17s', 9497, 'components'],
    ['1h96m137s', 9497, 'components'],
    ['1h30', 5400, 'components'],
    ['1h 30', 5400, 'components'],
    ['90m', 5400, 'components'],
    ['2 Hrs 5 Mins', 7500, 'components'],
    ['1hour5seconds', 3605, 'components'],
    ['0.5s', 1, 'components'],
    ['0m', 0, 'components'],
    ['1:12', 4320, 'clock'],
    ['01:12:00', 4320, 'clock'],
    ['1 : 12', 4320, 'clock'],
    ['12:87:54', 48_474, 'clock'],
    ['3u', 1080, 'units'],
    ['0.5u', 180, 'units'],
    ['4 Units', 1440, 'units'],
    ['1.5', 5400, 'bare_hours'],
    ['8,20', 29_520, 'bare_hours'],
    ['8.20', 29_520, 'bare_hours'],
    ['13.13', 47_268, 'bare_hours'],
    ['1.000', 3600, 'bare_hours'],
    ['10', 36_000, 'bare_hours'],
  ])('"%s" is %d seconds', (text, seconds, form) => {
    expect(readDuration(text, usual)).toEqual({ ok: true, seconds, form })
  })

  test.each<[string, number, number]>([
    ['10-11.30', 600, 690],
    ['9:15 - 10:05', 555, 605],
    ['10 to 11.30', 600, 690],
    ['10–11', 600, 660],
    ['00:00-24:00', 0, 1440],
    ['23.59-24', 1439, 1440],
  ])('"%s" is from minute %d to minute %d of the day', (text, from, to) => {
    expect(readDuration(text, usual)).toEqual({
      ok: true,
      seconds: (to - from) * 60,
      form: 'range',
      range: { from, to },
    })
  })

  test('a number alone counts what the reader is told it counts', () => {
    expect(readDuration('90', { ...usual, bareUnit: 'minutes' })).toMatchObject({ seconds: 5400, form: 'bare_minutes' })
    expect(readDuration('1,5', { ...usual, bareUnit: 'units' })).toMatchObject({ seconds: 540, form: 'bare_units' })
    expect(readDuration('3u', { ...usual, unitMinutes: 15 })).toMatchObject({ seconds: 2700 })
  })
})

describe('what is refused rather than guessed', () => {
  test.each([
    ...[
      '1,000',
      '1,234.5',
      '1.',
      ',5',
      '.',
      '1.5.2',
      '1 5',
      '1. 5',
      '1 000',
      '+1',
      '1e3',
      '٣',
      'soon',
      '1.5h30',
      '1h1.5m',
    ],
    ...[
      '30m1h',
      '1h2h',
      '1h30m15',
      '30m15',
      'h',
      '1x',
      '1h and 30m',
      ':30',
      '1:',
      '1::2',
      ':3127:00',
      '1:2:3:4',
      '1.5:30',
    ],
    ...[
      '10-',
      '10-11-12',
      '10-11.3',
      '10-11.60',
      '10-25',
      '24-24',
      '24:01-24:30',
      '10h-11h',
      '10,30-11',
      '10to',
      'u',
      '1uu',
    ],
    ...['9'.repeat(400), '9'.repeat(30), '99999999999999999h'],
  ])('"%s" is unreadable', (text) => {
    expect(readDuration(text, usual)).toEqual({ ok: false, reason: 'unreadable' })
  })

  test.each([
    ['-1', 'negative'],
    ['- 1h', 'negative'],
    ['–5m', 'negative'],
    ['−5m', 'negative'],
    ['13-13', 'empty_range'],
    ['13.00-13', 'empty_range'],
    ['10-2', 'end_before_start'],
    ['22:00-6:00', 'end_before_start'],
  ])('"%s" is %s', (text, reason) => {
    expect(readDuration(text, usual)).toEqual({ ok: false, reason })
  })
})

test.each([
  [0, '0m'],
  [2700, '45m'],
  [3600, '1h'],
  [4320, '1h 12m'],
  [3605, '1h 5s'],
  [360_000, '100h'],
])('%d seconds are written "%s"', (seconds, text) => {
  expect(writeDuration(seconds)).toBe(text)
})
