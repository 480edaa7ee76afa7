import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileCalendar } from '../../src/domain/calendar.ts'
import type { CalendarHours } from '../../src/domain/calendar-spec.ts'
import { MINUTE_MS } from '../../src/domain/duration.ts'
import type { Ratio } from '../../src/domain/exact.ts'
import { type ImpactInput, type WorkLost, workLost } from '../../src/metrics/impact.ts'
import { lostMs, lostPence } from '../../src/metrics/impact-cost.ts'
import type { OutageEffect } from '../../src/metrics/impact-stops.ts'
import { impactByTheMinute } from './impact-by-minute.ts'
import { isWorkingMinute, wallMinutes } from './wall-clock.ts'

const day = [
  ['08:30', '12:00'],
  ['13:00', '17:00'],
]
const office: CalendarHours = {
  week: { '1': day, '2': day, '5': day, '6': [['22:00', '24:00']], '7': [['00:00', '06:00']] },
}
const calendar = compileCalendar(office)

// Around the autumn clock change, Friday to Monday, and time after it to recover in.
const minutes = wallMinutes('Europe/London', '2026-10-23', '2026-11-01')
const working = minutes.map((minute) => isWorkingMinute(office, minute))
const begin = minutes[0]?.at ?? 0
const span = (days: number) => days * 1440
/** Mostly on the hour, so that records touch, begin together and end with the day. */
const minute = fc.oneof(
  fc.nat(span(4)),
  fc.nat(96).map((hour) => hour * 60),
)
const instant = minute.map((count) => begin + count * MINUTE_MS)
const whole = { start: begin, end: begin + minutes.length * MINUTE_MS }

const share = fc.constantFrom(0, 0.25, 0.3, 0.5, 0.6, 1)
const systems = ['dms', 'mail', 'phone']
const lengths = fc.oneof(fc.constantFrom(60, 480, span(1)), fc.integer({ min: -30, max: span(1) }))

interface Choices {
  readonly start: fc.Arbitrary<number>
  readonly loss: fc.Arbitrary<number>
  readonly people: fc.Arbitrary<number | null>
}

function effectOf({ start, loss, people }: Choices): fc.Arbitrary<OutageEffect> {
  const stretch = fc.record({ start, minutes: lengths, loss, people })
  return fc
    .record({
      outageId: fc.constantFrom('o1', 'o2', 'o3', 'o4', 'o5'),
      systemId: fc.constantFrom(...systems),
      stretches: fc.array(stretch, { minLength: 1, maxLength: 2 }),
      before: fc.constantFrom(0, 30, 60),
      workaround: fc.option(fc.record({ from: instant, avoids: share }), { nil: undefined }),
    })
    .map(({ stretches, before, ...given }) => {
      const spans = stretches.map(({ start, minutes: length, ...felt }) => {
        return { start, end: start + length * MINUTE_MS, ...felt }
      })
      return { ...given, spans, startAt: Math.min(...spans.map(({ start }) => start)) - before * MINUTE_MS }
    })
}

const recovery = fc.record({
  maxMs: fc.constantFrom(0, 15, 120, 500).map((most) => most * MINUTE_MS),
  factor: fc.constantFrom(0, 0.25, 0.5, 1),
})
const users = fc.integer({ min: 1, max: 60 })

function factsOf(effect: fc.Arbitrary<OutageEffect>): fc.Arbitrary<ImpactInput> {
  return fc
    .record({
      effects: fc.array(effect, { maxLength: 7 }),
      depends: fc.array(share, { minLength: 3, maxLength: 3 }),
      users,
      present: share,
      period: fc.option(fc.tuple(instant, instant), { nil: undefined }),
      recovery: fc.option(recovery, { nil: undefined }),
    })
    .map(({ depends, period, ...given }) => ({
      ...given,
      calendar,
      depends: new Map(systems.map((systemId, i) => [systemId, depends[i] ?? 0])),
      period: period ? { start: Math.min(...period), end: Math.max(...period) } : whole,
    }))
}

const effect = effectOf({ start: instant, loss: share, people: fc.option(fc.constantFrom(0, 1, 20, 30, 90)) })
const facts = factsOf(effect)
/** Friday morning: many outages of equal loss at once. */
const crowded = effectOf({
  start: fc.integer({ min: 16, max: 24 }).map((half) => begin + half * 30 * MINUTE_MS),
  loss: fc.constantFrom(0.5, 1),
  people: fc.constantFrom(null, 90),
})

const isAtMost = (a: Ratio, b: Ratio) => a.top * b.over <= b.top * a.over
const isSame = (a: Ratio, b: Ratio) => a.top * b.over === b.top * a.over
const bounds = ['low', 'headline', 'high'] as const
const sumOf = (parts: ReadonlyMap<string, number>) => [...parts.values()].reduce((sum, part) => sum + part, 0)
const msOf = ({ top, over }: Ratio) => Number((top * 1_000_000n) / over) / 1_000_000

function expectSame(one: WorkLost, other: WorkLost): void {
  for (const bound of bounds) expect(isSame(one[bound], other[bound])).toBe(true)
  expect(new Set(one.byOutage.keys())).toEqual(new Set(other.byOutage.keys()))
  for (const [outageId, part] of one.byOutage) expect(other.byOutage.get(outageId)).toBeCloseTo(part, 3)
}

describe('lost work', () => {
  test('is what counting minute by minute gives, by outage too', () => {
    fc.assert(
      fc.property(fc.oneof(facts, factsOf(crowded)), (input) => {
        const lost = workLost(input)
        const counted = impactByTheMinute(input, begin, working)
        for (const bound of bounds) expect(msOf(lost[bound])).toBeCloseTo(counted[bound], 3)
        const named = input.users * input.present > 0 ? counted.byOutage : new Map()
        expect([...lost.byOutage.keys()].sort()).toEqual([...named.keys()].sort())
        for (const [outageId, part] of named) expect(lost.byOutage.get(outageId)).toBeCloseTo(part, 3)
      }),
      { numRuns: 300 },
    )
  })

  test('lies between its bounds, and its outages add up to it', () => {
    fc.assert(
      fc.property(facts, (input) => {
        const lost = workLost(input)
        expect(isAtMost(lost.low, lost.headline) && isAtMost(lost.headline, lost.high)).toBe(true)
        expect(sumOf(lost.byOutage)).toBeCloseTo(msOf(lost.headline), 3)
        const { low, headline, high } = lostMs([lost])
        expect(low <= headline && headline <= high).toBe(true)
      }),
    )
  })

  test('does not depend on the order of the records', () => {
    fc.assert(
      fc.property(facts, fc.infiniteStream(fc.nat()), (input, keys) => {
        const shuffled = input.effects.map((one) => ({ one, key: keys.next().value ?? 0 }))
        const effects = shuffled.sort((a, b) => a.key - b.key).map(({ one }) => one)
        expectSame(workLost({ ...input, effects }), workLost(input))
      }),
    )
  })

  test('does not change when an outage is split in two that touch, or entered twice', () => {
    fc.assert(
      fc.property(fc.oneof(facts, factsOf(crowded)), fc.oneof(effect, crowded), instant, (input, one, cut) => {
        const first = { ...one, spans: one.spans.map((part) => ({ ...part, end: Math.min(part.end, cut) })) }
        const later = one.spans.map((part) => ({ ...part, start: Math.max(part.start, cut) }))
        const second = { ...one, startAt: Math.max(one.startAt, cut), spans: later }
        const lost = workLost({ ...input, effects: [...input.effects, one] })
        expectSame(workLost({ ...input, effects: [second, ...input.effects, first] }), lost)
        expectSame(workLost({ ...input, effects: [one, ...input.effects, one] }), lost)
      }),
    )
  })

  test('of the parts of a period adds up to that of the whole', () => {
    fc.assert(
      fc.property(facts, instant, (input, middle) => {
        const lost = workLost({ ...input, period: whole })
        const first = workLost({ ...input, period: { start: whole.start, end: middle } })
        const second = workLost({ ...input, period: { start: middle, end: whole.end } })
        for (const bound of bounds) expect(msOf(first[bound]) + msOf(second[bound])).toBeCloseTo(msOf(lost[bound]), 3)
      }),
    )
  })

  test('of one system has no range', () => {
    fc.assert(
      fc.property(facts, (input) => {
        const effects = input.effects.map((one) => ({ ...one, systemId: 'dms' }))
        const lost = workLost({ ...input, effects })
        expect(isSame(lost.low, lost.headline) && isSame(lost.headline, lost.high)).toBe(true)
      }),
    )
  })
})

const twoShares = fc.tuple(share, share).map((pair): [number, number] => [Math.min(...pair), Math.max(...pair)])
const isAllAtMost = (less: WorkLost, more: WorkLost) => bounds.every((bound) => isAtMost(less[bound], more[bound]))

describe('cost rises', () => {
  test('with the share of work that depends on a system', () => {
    fc.assert(
      fc.property(facts, twoShares, (input, [less, more]) => {
        const depending = (part: number) => workLost({ ...input, depends: new Map([...input.depends, ['dms', part]]) })
        expect(isAllAtMost(depending(less), depending(more))).toBe(true)
      }),
    )
  })

  test('with the posts at work and with the people', () => {
    fc.assert(
      fc.property(facts, twoShares, users, (input, [less, more], added) => {
        expect(isAllAtMost(workLost({ ...input, present: less }), workLost({ ...input, present: more }))).toBe(true)
        expect(isAllAtMost(workLost(input), workLost({ ...input, users: input.users + added }))).toBe(true)
      }),
    )
  })

  test('with what recovery is assumed to cost', () => {
    fc.assert(
      fc.property(facts, twoShares, twoShares, (input, [less, more], [short, long]) => {
        const slow = (factor: number, hours: number) =>
          workLost({ ...input, recovery: { factor, maxMs: hours * 60 * MINUTE_MS } })
        expect(isAllAtMost(slow(less, short), slow(more, long))).toBe(true)
        expect(isAllAtMost(workLost({ ...input, recovery: undefined }), slow(less, short))).toBe(true)
      }),
    )
  })

  test('with the rate, and falls with what is caught up later', () => {
    const rate = fc.nat(10_000)
    fc.assert(
      fc.property(facts, rate, rate, twoShares, (input, pencePerHour, more, [less, most]) => {
        const lost = workLost(input)
        const cost = (pence: number, caughtUpLater: number) => lostPence([{ lost, pencePerHour: pence, caughtUpLater }])
        for (const bound of bounds) {
          const { gross, net } = cost(pencePerHour, most)
          expect(gross[bound]).toBeLessThanOrEqual(cost(pencePerHour + more, most).gross[bound])
          expect(net[bound]).toBeLessThanOrEqual(cost(pencePerHour, less).net[bound])
          expect(net[bound]).toBeLessThanOrEqual(gross[bound])
        }
      }),
    )
  })
})

test('cost falls with what a workaround avoids', () => {
  fc.assert(
    fc.property(facts, effect, instant, twoShares, (input, one, from, [less, more]) => {
      const avoiding = (avoids: number) =>
        workLost({ ...input, effects: [...input.effects, { ...one, workaround: { from, avoids } }] })
      expect(isAllAtMost(avoiding(more), avoiding(less))).toBe(true)
    }),
  )
})
