import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileCalendar } from '../../src/domain/calendar.ts'
import type { CalendarHours } from '../../src/domain/calendar-spec.ts'
import { checkCalendar } from '../../src/domain/calendar-validation.ts'
import { DAY_MS, MINUTE_MS } from '../../src/domain/duration.ts'
import { isWorkingMinute, type WallMinute, wallMinutes } from './wall-clock.ts'

const clock = fc.integer({ min: 0, max: 96 }).map((quarter) => {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`
})
const span = fc
  .tuple(clock, clock)
  .filter(([a, b]) => a !== b)
  .map((ends) => ends.sort())
const spans = fc.array(span, { minLength: 1, maxLength: 3 })

/** Calendars whose holidays, shifts and breaks fall on the given dates. */
function calendarsOn(zone: string, dates: readonly string[]): fc.Arbitrary<CalendarHours> {
  const date = fc.constantFrom(...dates)
  const closure = fc.tuple(date, date).map((ends) => ends.sort())
  const holiday = fc.oneof(
    date,
    closure.map(([from = '', through = '']) => ({ from, through })),
    fc.tuple(date, date).map(([a, b]) => ({ from: a.slice(5), through: b.slice(5), every_year: true })),
  )
  const weekday = fc.constantFrom('1', '2', '3', '4', '5', '6', '7')
  return fc
    .record({
      zone: fc.constant(zone),
      week: fc.dictionary(weekday, spans, { minKeys: 3 }),
      holidays: fc.array(holiday, { maxLength: 2 }),
      shifts: fc.dictionary(date, spans, { maxKeys: 2 }),
      breaks: fc.dictionary(date, spans, { maxKeys: 2 }),
    })
    .map((hours) => hours as CalendarHours)
}

const nights = [
  ['Europe/London', '2026-03-27', '2026-03-31'],
  ['Europe/London', '2026-10-23', '2026-10-27'],
  ['Europe/London', '2026-12-30', '2027-01-03'],
  ['Australia/Lord_Howe', '2026-04-03', '2026-04-07'],
  ['America/Sao_Paulo', '2015-10-16', '2015-10-20'],
  ['Pacific/Apia', '2011-12-28', '2012-01-01'],
  ['America/St_Johns', '2010-11-05', '2010-11-09'],
] as const

describe.each(nights)('%s from %s to %s', (zone, from, until) => {
  const minutes = wallMinutes(zone, from, until)
  const dates = [...new Set(minutes.map(({ date }) => date))]
  const calendars = calendarsOn(zone, dates)
  const begin = minutes[0]?.at ?? 0
  const end = begin + minutes.length * MINUTE_MS

  test('a generated calendar is a valid one', () => {
    fc.assert(fc.property(calendars, (hours) => checkCalendar(hours).problems.length === 0))
  })

  test('working time between any two minutes is the number of working minutes on the wall clock', () => {
    const index = fc.nat(minutes.length)
    fc.assert(
      fc.property(calendars, fc.array(fc.tuple(index, index), { minLength: 5 }), (hours, questions) => {
        const calendar = compileCalendar(hours)
        const worked = runningTotal(hours, minutes)
        for (const [a, b] of questions) {
          const expected = Math.max(0, (worked[b] ?? 0) - (worked[a] ?? 0)) * MINUTE_MS
          expect(calendar.workingMs(begin + a * MINUTE_MS, begin + b * MINUTE_MS)).toBe(expected)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('every minute is working when the wall clock says so', () => {
    fc.assert(
      fc.property(calendars, (hours) => {
        const calendar = compileCalendar(hours)
        const wrong = minutes.filter((minute) => calendar.isWorking(minute.at) !== isWorkingMinute(hours, minute))
        expect(wrong).toEqual([])
      }),
      { numRuns: 20 },
    )
  })

  test('working periods are unbroken runs of working minutes of one local date, and the next one is found', () => {
    fc.assert(
      fc.property(calendars, fc.nat(minutes.length - 1), (hours, skipped) => {
        const calendar = compileCalendar(hours)
        const start = begin + skipped * MINUTE_MS
        const expected = runs(hours, minutes.slice(skipped))
        expect([...calendar.workingPeriods(start, end)]).toEqual(expected)
        expect(calendar.nextWorking(start, end)).toBe(expected[0]?.start ?? null)
      }),
      { numRuns: 40 },
    )
  })
})

function runningTotal(hours: CalendarHours, minutes: readonly WallMinute[]): number[] {
  const totals = [0]
  for (const minute of minutes) totals.push((totals.at(-1) ?? 0) + (isWorkingMinute(hours, minute) ? 1 : 0))
  return totals
}

function runs(hours: CalendarHours, minutes: readonly WallMinute[]): { start: number; end: number }[] {
  const result: { start: number; end: number; date: string }[] = []
  for (const minute of minutes) {
    if (!isWorkingMinute(hours, minute)) continue
    const last = result.at(-1)
    if (last?.end === minute.at && last.date === minute.date) last.end += MINUTE_MS
    else result.push({ start: minute.at, end: minute.at + MINUTE_MS, date: minute.date })
  }
  return result.map(({ start, end }) => ({ start, end }))
}

test('working time over years is the sum of its parts, to the millisecond', () => {
  const calendar = compileCalendar({ week: { '1': [['08:30', '17:00']], '7': [['00:00', '24:00']] } })
  const at = fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2030, 0) })
  fc.assert(
    fc.property(fc.tuple(at, at, at), (given) => {
      const [a, b, c] = given.sort((x, y) => x - y)
      expect(calendar.workingMs(a, b) + calendar.workingMs(b, c)).toBe(calendar.workingMs(a, c))
    }),
  )
})

test('a calendar that never opens again has no next working moment', () => {
  const calendar = compileCalendar({ week: {}, shifts: { '2026-01-05': [['09:00', '10:00']] } })
  const after = Date.UTC(2026, 0, 6)
  expect(calendar.nextWorking(after)).toBeNull()
  expect([...calendar.workingPeriods(after)]).toEqual([])
  expect(calendar.nextWorking(Date.UTC(2026, 0, 5) - 3_661 * DAY_MS)).toBeNull()
  expect(calendar.nextWorking(Date.UTC(2026, 0, 5) - 3_659 * DAY_MS)).toBe(Date.UTC(2026, 0, 5, 9))
})
