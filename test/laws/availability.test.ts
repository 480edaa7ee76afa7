import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileCalendar } from '../../src/domain/calendar.ts'
import type { CalendarHours } from '../../src/domain/calendar-spec.ts'
import { DAY_MS, MINUTE_MS } from '../../src/domain/duration.ts'
import { type Interval, union } from '../../src/domain/interval.ts'
import { midnight } from '../../src/domain/zone.ts'
import { type Availability, type AvailabilityInput, availability } from '../../src/metrics/availability.ts'
import { dailyAvailability, monthlyAvailability } from '../../src/metrics/availability-series.ts'
import type { OutageLoss } from '../../src/metrics/outage-timeline.ts'
import { isWorkingMinute, wallMinutes } from './wall-clock.ts'

const office: CalendarHours = {
  week: {
    '1': [['08:30', '17:00']],
    '5': [
      ['08:30', '12:00'],
      ['13:00', '17:00'],
    ],
    '6': [['22:00', '24:00']],
    '7': [['00:00', '06:00']],
  },
}
const calendar = compileCalendar(office)

// Four days around the autumn clock change: Friday to Monday.
const minutes = wallMinutes('Europe/London', '2026-10-23', '2026-10-27')
const working = minutes.map((minute) => isWorkingMinute(office, minute))
const begin = minutes[0]?.at ?? 0
const period = { start: begin, end: begin + minutes.length * MINUTE_MS }

const minute = fc.integer({ min: -600, max: minutes.length + 600 })
const instant = minute.map((count) => begin + count * MINUTE_MS)
const loss = fc.constantFrom(0, 0.125, 0.25, 0.5, 1)
const outage: fc.Arbitrary<OutageLoss> = fc.record({ start: instant, end: fc.option(instant, { freq: 8 }), loss })
const outages = fc.array(outage, { maxLength: 8 })
const windows = fc.array(fc.record({ start: instant, end: instant }), { maxLength: 3 }).map((list) => union(list))
const facts: fc.Arbitrary<AvailabilityInput> = fc
  .record({ outages, excused: windows, watched: fc.option(windows), now: fc.option(instant) })
  .map(({ watched, now, ...given }) => ({
    ...given,
    calendar,
    period,
    watched: watched ?? undefined,
    now: now ?? undefined,
  }))

/** The rules of availability, a minute at a time. */
function byTheMinute({ outages, excused = [], watched, now = period.end }: AvailabilityInput) {
  const isIn = (list: readonly Interval[], at: number) => list.some(({ start, end }) => start <= at && at < end)
  const counted = { agreedMs: 0, excludedMs: 0, serviceMs: 0, downtimeMs: 0, lossMs: 0 }
  for (const [i, { at }] of minutes.entries()) {
    if (!working[i] || at >= now) continue
    counted.agreedMs += MINUTE_MS
    if (isIn(excused, at)) {
      counted.excludedMs += MINUTE_MS
      continue
    }
    if (watched && !isIn(watched, at)) continue
    counted.serviceMs += MINUTE_MS
    const open = outages.filter(({ start, end }) => start <= at && at < (end ?? Math.max(now, period.end)))
    const worst = Math.max(0, ...open.map((one) => one.loss))
    counted.lossMs += worst * MINUTE_MS
    if (worst > 0) counted.downtimeMs += MINUTE_MS
  }
  return counted
}

describe('availability', () => {
  test('is what counting minute by minute gives', () => {
    fc.assert(
      fc.property(facts, (input) => {
        expect(availability(input)).toMatchObject(byTheMinute(input))
      }),
    )
  })

  test('does not depend on the order of the records', () => {
    fc.assert(
      fc.property(facts, fc.infiniteStream(fc.nat()), (input, keys) => {
        const shuffled = input.outages.map((one) => ({ one, key: keys.next().value ?? 0 }))
        const outages = shuffled.sort((a, b) => a.key - b.key).map(({ one }) => one)
        expect(availability({ ...input, outages })).toEqual(availability(input))
      }),
    )
  })

  test('does not change when a record is split in two that touch, or entered twice', () => {
    fc.assert(
      fc.property(facts, outage, fc.integer({ min: 1, max: 999 }), (input, one, permille) => {
        const end = one.end ?? input.now ?? period.end
        fc.pre(end > one.start)
        const cut = one.start + Math.floor(((end - one.start) * permille) / 1000)
        const whole = availability({ ...input, outages: [...input.outages, one] })
        const split = [...input.outages, { ...one, end: cut }, { ...one, start: cut }]
        expect(availability({ ...input, outages: split })).toEqual(whole)
        expect(availability({ ...input, outages: [one, ...input.outages, one] })).toEqual(whole)
      }),
    )
  })

  test('never rises when an outage is added, nor falls below the strict figure', () => {
    fc.assert(
      fc.property(facts, outage, (input, one) => {
        const before = availability(input)
        const after = availability({ ...input, outages: [...input.outages, one] })
        expect(after.availabilityPercent ?? 0).toBeLessThanOrEqual((before.availabilityPercent ?? 0) + 1e-9)
        expect(after.strictAvailabilityPercent ?? 0).toBeLessThanOrEqual((after.availabilityPercent ?? 0) + 1e-9)
      }),
    )
  })

  test('of two adjacent periods adds up to that of the whole, failures included', () => {
    fc.assert(
      fc.property(facts, fc.nat(minutes.length), (input, cut) => {
        const now = input.now ?? period.end
        const middle = begin + cut * MINUTE_MS
        const whole = availability({ ...input, now })
        const first = availability({ ...input, now, period: { start: begin, end: middle } })
        const second = availability({ ...input, now, period: { start: middle, end: period.end } })
        for (const key of ['agreedMs', 'excludedMs', 'serviceMs', 'downtimeMs', 'lossMs', 'failureCount'] as const)
          expect(first[key] + second[key]).toBe(whole[key])
        expect(mean(first, second)).toBeCloseTo(whole.availabilityPercent ?? 0, 8)
      }),
    )
  })

  test('MTBSI is MTBF and MTRS together', () => {
    fc.assert(
      fc.property(facts, (input) => {
        const { mtbsiMs, mtbfMs, mtrsMs, failureCount } = availability(input)
        if (failureCount === 0) expect([mtbsiMs, mtbfMs, mtrsMs]).toEqual([null, null, null])
        else expect((mtbfMs ?? 0) + (mtrsMs ?? 0)).toBeCloseTo(mtbsiMs ?? 0, 3)
      }),
    )
  })
})

/** The mean of two figures by their service time. */
function mean(first: Availability, second: Availability): number {
  const total = first.serviceMs + second.serviceMs
  if (total === 0) return 0
  const part = ({ availabilityPercent, serviceMs }: Availability) => (availabilityPercent ?? 0) * serviceMs
  return (part(first) + part(second)) / total
}

describe('the parts of a year', () => {
  const year = { from: '2026-04-01', to: '2027-04-01' }
  const start = midnight(calendar.zone, year.from)
  const end = midnight(calendar.zone, year.to)
  const at = fc.integer({ min: start - 30 * DAY_MS, max: end + 30 * DAY_MS })
  const spell = fc.record({ start: at, length: fc.nat(40 * DAY_MS) })
  const long = fc.record({ spell, isOpen: fc.boolean(), loss }).map(({ spell, isOpen, loss }) => ({
    start: spell.start,
    end: isOpen ? null : spell.start + spell.length,
    loss,
  }))
  const yearFacts = fc.record({
    outages: fc.array(long, { maxLength: 20 }),
    excused: fc
      .array(spell, { maxLength: 3 })
      .map((list) => union(list.map((one) => ({ start: one.start, end: one.start + one.length })))),
    now: fc.option(at, { nil: undefined }),
  })
  const sums = ['agreedMs', 'excludedMs', 'serviceMs', 'downtimeMs', 'lossMs'] as const

  test('every day and every month sum to the year', () => {
    fc.assert(
      fc.property(yearFacts, (given) => {
        const whole = availability({ ...given, calendar, period: { start, end } })
        const days = dailyAvailability({ ...given, calendar, period: year })
        const months = monthlyAvailability({ ...given, calendar, period: year })
        expect([days.length, months.length]).toEqual([365, 12])
        for (const key of sums) {
          expect(days.reduce((total, day) => total + day[key], 0)).toBe(whole[key])
          expect(months.reduce((total, month) => total + month[key], 0)).toBe(whole[key])
        }
        expect(months.reduce((total, month) => total + month.failureCount, 0)).toBe(whole.failureCount)
        expect(Math.max(...days.map((day) => day.worstLoss))).toBe(whole.worstLoss)
      }),
      { numRuns: 50 },
    )
  })

  test('a month in the series is the month computed by itself', () => {
    fc.assert(
      fc.property(yearFacts, (given) => {
        const now = given.now ?? end
        for (const { period: month, ...figures } of monthlyAvailability({ ...given, now, calendar, period: year })) {
          const span = { start: midnight(calendar.zone, month.from), end: midnight(calendar.zone, month.to) }
          expect(figures).toEqual(availability({ ...given, now, calendar, period: span }))
        }
      }),
      { numRuns: 20 },
    )
  })
})
