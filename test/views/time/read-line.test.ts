import { describe, expect, test } from 'vitest'
import { readLine } from '../../../src/views/time/read-line.ts'

const read = (text: string) => readLine(text, 6)
const messageOf = (text: string) => {
  const line = read(text)
  return line.ok ? undefined : line.message
}

describe('the line in which time is typed', () => {
  test.each([
    ['1.5', 5_400],
    ['90m', 5_400],
    ['3u', 1_080],
    ['1h 12m', 4_320],
    ['1 h 12 min', 4_320],
    ['1 hour 5 minutes', 3_900],
    ['1:12', 4_320],
    ['1,5', 5_400],
    ['', 0],
    ['  ', 0],
  ])('reads %j as %i seconds', (text, seconds) => {
    expect(read(text)).toEqual({ ok: true, seconds, range: undefined, day: undefined, rest: '' })
  })

  test.each(['10-11.30', '10 to 11.30', '10:00 - 11:30', '10–11.30'])(
    'reads %j as from ten to half past eleven',
    (text) => {
      expect(read(text)).toMatchObject({ ok: true, seconds: 5_400, range: { from: 600, to: 690 } })
    },
  )

  test.each([
    ['1.5 depot lease', 5_400, 'depot lease'],
    ['1h 12m depot lease', 4_320, 'depot lease'],
    ['10 to 11.30 Depot lease, part 2', 5_400, 'Depot lease, part 2'],
    ['2u m', 720, 'm'],
  ])('takes what is left of %j as what was done', (text, seconds, rest) => {
    expect(read(text)).toMatchObject({ ok: true, seconds, rest })
  })

  test.each(['yesterday 1.5 depot lease', '1.5 yesterday depot lease', 'Yesterday: 1.5 depot lease'])(
    'takes the day from %j',
    (text) => {
      expect(read(text)).toMatchObject({ ok: true, seconds: 5_400, day: 'yesterday', rest: 'depot lease' })
    },
  )

  test('a word of a day further on is part of what was done', () => {
    expect(read('1.5 call from yesterday')).toMatchObject({ day: undefined, rest: 'call from yesterday' })
  })

  test.each(['depot lease', '1 30 call', 'lease 1.5', '1..5', '1.5 30 Oak Street'])('does not guess at %j', (text) => {
    expect(messageOf(text)).toMatch(/^Begin with how long it took, such as 1\.5, 90m/)
  })

  test('refuses less than nothing, and an end before its start, each with its own words', () => {
    expect(messageOf('-1')).toMatch(/without the minus/)
    expect(messageOf('11-10')).toMatch(/ends before it starts/)
    expect(messageOf('10-10')).toMatch(/starts and ends at the same time/)
  })

  test('takes 90 alone for minutes that were meant, and asks', () => {
    expect(messageOf('90')).toBe('That is 90 hours, more than a day. A number alone is hours: for minutes write 90m.')
    expect(read('24')).toMatchObject({ ok: true, seconds: 86_400 })
  })
})
