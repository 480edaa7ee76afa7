import { describe, expect, test } from 'vitest'
import type { Fold } from '../../../src/views/time/read-range.ts'
import { readRange, repeatedEnds } from '../../../src/views/time/read-range.ts'

const range = (from: string, to: string) => ({ from: minute(from), to: minute(to) })
const minute = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const read = (from: string, to: string, on: string, fromFold?: Fold, toFold?: Fold) =>
  readRange(range(from, to), on, { from: fromFold, to: toFold })
const [spring, autumn] = ['2026-03-29', '2026-10-25']

describe('two times of a day', () => {
  test('are instants on the clock of the councils, in winter and summer', () => {
    expect(read('10:00', '11:30', '2026-01-12')).toEqual({
      ok: true,
      startAt: Date.parse('2026-01-12T10:00:00Z'),
      endAt: Date.parse('2026-01-12T11:30:00Z'),
      seconds: 5_400,
    })
    expect(read('10:00', '11:30', '2026-07-13')).toMatchObject({ startAt: Date.parse('2026-07-13T09:00:00Z') })
  })

  test('may end at midnight', () => {
    expect(read('22:00', '24:00', '2026-07-13')).toMatchObject({ ok: true, seconds: 7_200 })
  })

  test('last an hour less over the spring night, and an hour more over the autumn night', () => {
    expect(read('00:30', '02:30', spring)).toMatchObject({ ok: true, seconds: 3_600 })
    expect(read('00:30', '02:30', autumn)).toMatchObject({ ok: true, seconds: 10_800 })
  })

  test('that the spring night leaves out are refused with a sentence', () => {
    const sentence =
      'There is no 01:30 on 29 March 2026: the clocks go from 01:00 to 02:00 that night. Write another time.'
    expect(read('01:30', '03:00', spring)).toEqual({ ok: false, message: sentence })
    expect(read('00:30', '01:30', spring)).toEqual({ ok: false, message: sentence })
    expect(read('01:00', '03:00', spring)).toMatchObject({ ok: false })
  })

  test('may end at the very moment at which the clock jumps', () => {
    expect(read('00:30', '01:00', spring)).toMatchObject({ ok: true, seconds: 1_800 })
  })

  test('that the autumn night repeats are asked about', () => {
    expect(read('00:30', '01:30', autumn)).toEqual({
      ok: false,
      ask: ['to'],
      message: 'The clocks go back on this night, so 01:30 comes twice. Say which.',
    })
    expect(read('00:30', '01:30', autumn, undefined, 'first')).toMatchObject({ ok: true, seconds: 3_600 })
    expect(read('00:30', '01:30', autumn, undefined, 'second')).toMatchObject({ ok: true, seconds: 7_200 })
    expect(read('01:30', '02:30', autumn, 'first')).toMatchObject({ ok: true, seconds: 7_200 })
    expect(read('01:30', '02:30', autumn, 'second')).toMatchObject({ ok: true, seconds: 3_600 })
  })

  test('of the hour that comes twice are both asked about, and must be in order', () => {
    expect(repeatedEnds(range('01:15', '01:45'), autumn)).toEqual(['from', 'to'])
    expect(read('01:15', '01:45', autumn, 'first')).toMatchObject({ ok: false, ask: ['to'] })
    expect(read('01:15', '01:45', autumn, 'first', 'second')).toMatchObject({ ok: true, seconds: 5_400 })
    expect(read('01:15', '01:45', autumn, 'second', 'first')).toMatchObject({
      ok: false,
      message: expect.stringContaining('ends before it starts'),
    })
  })

  test('on any other day are asked nothing', () => {
    expect(repeatedEnds(range('01:15', '01:45'), '2026-10-24')).toEqual([])
  })
})
