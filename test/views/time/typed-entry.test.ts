import { describe, expect, test } from 'vitest'
import { SIX_MINUTES_UP } from '../../../src/domain/billing-units.ts'
import {
  askedFolds,
  dayOf,
  newTyped,
  oddities,
  readBack,
  readEntry,
  type TypedEntry,
  typedOf,
  withoutSpokenDay,
} from '../../../src/views/time/typed-entry.ts'
import { at, entry, now, today } from './made.ts'

const work = { matterId: 'lease', activity: 'drafting', chargeability: 'chargeable' } as const
const reading = { today, unitMinutes: 6 }
const typed = (line: string, part: Partial<TypedEntry> = {}): TypedEntry => ({
  ...newTyped(work, today, today, line),
  ...part,
})
const back = (one: TypedEntry) => readBack(one, reading, () => SIX_MINUTES_UP).words
const errorsOf = (one: TypedEntry) => {
  const read = readEntry(one, reading)
  return read.ok ? [] : read.errors.map(({ fieldId, message }) => `${fieldId}: ${message}`)
}

describe('what is typed is read back', () => {
  test.each([
    ['', ''],
    ['1h 12m', '1 h 12 min = 12 units. Today.'],
    ['7m', '7 min = 2 units. Today.'],
    ['1.5 depot lease', '1 h 30 min = 15 units. Today. Done: depot lease'],
    ['10-11.30', '1 h 30 min = 15 units. Today, 10:00 to 11:30.'],
    ['yesterday 90m', '1 h 30 min = 15 units. Yesterday.'],
    ['x', 'Begin with how long it took, such as 1.5, 90m, 10-11.30 or 3u, and then what it was.'],
  ])('%j as %j', (line, words) => {
    expect(back(typed(line))).toBe(words)
  })

  test('without units where it is not charged', () => {
    expect(back(typed('1h', { work: { ...work, chargeability: 'no_charge' } }))).toBe('1 h, no charge. Today.')
  })
})

describe('what can be saved', () => {
  test('is a length on its day, with what was done from both places', () => {
    expect(readEntry(typed('1.5 depot lease', { narrative: 'Clause 4' }), reading)).toEqual({
      ok: true,
      times: { workedOn: today, startAt: null, endAt: null, seconds: 5_400 },
      narrative: 'depot lease\nClause 4',
    })
  })

  test('is two instants where two times were typed', () => {
    expect(readEntry(typed('yesterday 9-10'), reading)).toMatchObject({
      times: { workedOn: '2026-03-02', startAt: at('09:00', '2026-03-02'), endAt: at('10:00', '2026-03-02') },
    })
  })

  test('is not nothing, and every mistake is named at its field', () => {
    expect(errorsOf(typed(''))).toEqual(['entry-duration: Say how long it took, such as 1.5, 90m, 10-11.30 or 3u.'])
    const noDate = { day: '31', month: '2', year: '2026', time: '' }
    expect(errorsOf(typed('1h', { day: 'other', date: noDate }))).toEqual([
      'entry-date-day: The date must be a real date.',
    ])
    expect(errorsOf(typed('', { day: 'other', date: { ...noDate, day: '' } }))).toHaveLength(2)
  })

  test('asks which 01:30 of the autumn night, and refuses that of the spring night', () => {
    const on = (date: string, line: string) => newTyped(work, date, today, line)
    const autumn = on('2025-10-26', '0.30-1.30')
    expect(askedFolds(autumn, reading)).toEqual([{ side: 'to', clock: '01:30' }])
    expect(errorsOf(autumn)[0]).toContain('01:30 comes twice')
    const second = { ...autumn, folds: { from: undefined, to: 'second' as const } }
    expect(readEntry(second, reading)).toMatchObject({ times: { seconds: 7_200 } })
    const spring = on('2025-03-30', '1.30-3')
    expect(askedFolds(spring, reading)).toEqual([])
    expect(errorsOf(spring)[0]).toContain('There is no 01:30 on 30 March 2025')
  })

  test('looks odd when it ends later than now or its day is still to come, and is saved all the same', () => {
    const times = { workedOn: today, startAt: at('14:00'), endAt: at('16:00'), seconds: 7_200 }
    expect(oddities(times, now)).toEqual(['It ends later than now.'])
    expect(oddities({ ...times, workedOn: '2026-03-04', startAt: null, endAt: null }, now)).toEqual([
      'Its day is still to come.',
    ])
    expect(oddities({ ...times, endAt: now }, now)).toEqual([])
  })
})

describe('the day', () => {
  test('that is said in the line goes before the chosen one, until another is chosen', () => {
    const spoken = typed('yesterday 1.5 call')
    expect(dayOf(spoken, reading)).toBe('2026-03-02')
    expect(withoutSpokenDay(spoken, reading)).toBe('1.5 call')
    expect(withoutSpokenDay(typed('1.5 yesterday: call'), reading)).toBe('1.5 call')
    expect(withoutSpokenDay(typed('1.5 call of yesterday'), reading)).toBe('1.5 call of yesterday')
  })

  test('of a far date is written out', () => {
    expect(newTyped(work, '2026-01-12', today)).toMatchObject({ day: 'other', date: { day: '12', month: '1' } })
    expect(newTyped(work, '2026-03-02', today)).toMatchObject({ day: 'yesterday' })
  })
})

describe('a correction', () => {
  const timed = entry('e', 2_562, { startAt: at('10:00'), endAt: at('10:00') + 2_562_000, isEstimated: true })
  const correcting = { ...reading, entry: timed }

  test('begins with the entry as it is, to the second', () => {
    const first = typedOf(timed, 'Clause 4', today)
    expect(first).toMatchObject({ line: '42m 42s', day: 'today', narrative: 'Clause 4', isEstimated: true })
    const { startAt, endAt, seconds } = timed
    expect(readEntry(first, correcting)).toMatchObject({ times: { startAt, endAt, seconds } })
  })

  test('of the length keeps the start and moves the end', () => {
    const shorter = { ...typedOf(timed, '', today), line: '30m' }
    expect(readEntry(shorter, correcting)).toMatchObject({
      times: { startAt: at('10:00'), endAt: at('10:30'), seconds: 1_800 },
    })
  })

  test('of the day leaves the times behind', () => {
    const moved = { ...typedOf(timed, '', today), day: 'yesterday' as const }
    expect(readEntry(moved, correcting)).toMatchObject({
      times: { workedOn: '2026-03-02', startAt: null, endAt: null, seconds: 2_562 },
    })
  })
})
