import { describe, expect, test } from 'vitest'
import { SIX_MINUTES_UP } from '../../src/domain/billing-units.ts'
import type { Recorded } from '../../src/domain/kinds.ts'
import { parseLocalTime } from '../../src/domain/time.ts'
import { DEFAULT_ZONE, localToUtc, zoneOf } from '../../src/domain/zone.ts'
import { mondayOf, partsOn } from '../../src/metrics/own-days.ts'
import {
  billingOf,
  type OwnRecords,
  overlapping,
  ownWeek,
  secondsOn,
  shortEntries,
  touching,
} from '../../src/metrics/own-time.ts'

type Entry = Recorded<'entry'>
const at = (local: string) => localToUtc(zoneOf(DEFAULT_ZONE), parseLocalTime(local) ?? Number.NaN).utc
let count = 0

function entry(workedOn: string, seconds: number, part: Partial<Entry> = {}): Entry {
  count += 1
  const id = `e${String(count).padStart(4, '0')}`
  return {
    ...{ id, rootId: id, personId: 'p', teamId: 't', matterId: 'm', councilId: 'c', grade: 'B' },
    ...{ activity: 'advice', chargeability: 'chargeable', workedOn, startAt: null, endAt: null, seconds },
    ...{ units: Math.ceil(seconds / 360), unitMinutes: 6, pencePerHour: 8_000, source: 'typed', isEstimated: false },
    ...{ timerId: null, replaces: [], isRemoved: false, recordedAt: 0 },
    ...part,
  }
}
const timed = (from: string, to: string, part: Partial<Entry> = {}) => {
  const [startAt, endAt] = [at(from), at(to)]
  return entry(from.slice(0, 10), (endAt - startAt) / 1000, { startAt, endAt, ...part })
}

const nineToFive = Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [['09:00', '17:00']]]))
const calendar = {
  ...{ id: 'cal', name: 'Office', zone: DEFAULT_ZONE, isAlwaysOpen: false, week: nineToFive },
  ...{ observesHolidays: true, closures: [], shifts: {} },
} as unknown as Recorded<'calendar'>
const post: Recorded<'post'> = {
  ...{ id: 'post', personId: 'p', teamId: 't', grade: 'B', from: '2020-01-01', to: null },
  ...{ fte: 1, annualHours: 1200, weeklyHours: 40 },
}
const records = (entries: readonly Entry[], part: Partial<OwnRecords> = {}): OwnRecords => ({
  ...{ entries, timers: [], posts: [post], absences: [], calendar, holidays: [] },
  ...part,
})
const away = (from: string, to: string, share = 1): Recorded<'absence'> => ({
  ...{ id: 'a', personId: 'p', from, to, share, reason: 'leave' },
})
const longAfter = at('2030-01-01T00:00')
const hours = (count: number) => count * 3600

describe('a day', () => {
  test('has its part of an entry over midnight, and the parts add up to the entry', () => {
    const night = timed('2026-07-06T23:30', '2026-07-07T01:00')
    expect(secondsOn([night], '2026-07-06').seconds).toBe(hours(0.5))
    expect(secondsOn([night], '2026-07-07').seconds).toBe(hours(1))
  })

  test('shares what was corrected to less than its span, without losing a second', () => {
    const night = timed('2026-07-06T23:00', '2026-07-07T02:00', { seconds: 1000 })
    const parts = ['2026-07-06', '2026-07-07'].map((on) => secondsOn([night], on).seconds)
    expect(parts).toEqual([333, 667])
  })

  test('of 23 hours has 23, and one of 25 has 25', () => {
    const spring = timed('2026-03-29T00:00', '2026-03-30T00:00')
    const autumn = timed('2026-10-25T00:00', '2026-10-26T00:00')
    expect(secondsOn([spring], '2026-03-29').seconds).toBe(hours(23))
    expect(secondsOn([autumn], '2026-10-25').seconds).toBe(hours(25))
  })

  test('counts a corrected entry once, and a removed one not at all', () => {
    const first = entry('2026-03-02', 600)
    const second = entry('2026-03-02', 300, { rootId: first.id, replaces: [first.id] })
    expect(secondsOn([first, second], '2026-03-02').seconds).toBe(300)
    const removal = entry('2026-03-02', 300, { rootId: first.id, replaces: [second.id], isRemoved: true })
    expect(secondsOn([removal, second, first], '2026-03-02').seconds).toBe(0)
  })

  test('counts apart what is chargeable', () => {
    const entries = [entry('2026-03-02', 600), entry('2026-03-02', 60, { chargeability: 'no_charge' })]
    expect(secondsOn(entries, '2026-03-02')).toEqual({ seconds: 660, chargeableSeconds: 600 })
  })

  test('lists timed entries in order before those without times', () => {
    const untimed = entry('2026-03-02', 60)
    const [late, early] = [timed('2026-03-02T14:00', '2026-03-02T15:00'), timed('2026-03-02T09:00', '2026-03-02T10:00')]
    const order = partsOn([untimed, late, early], '2026-03-02').map((part) => part.entry)
    expect(order).toEqual([early, late, untimed])
  })
})

describe('a week', () => {
  const monday = '2026-03-02'
  const states = (week: ReturnType<typeof ownWeek>) => week.days.map(({ state }) => state)

  test('runs from Monday to Sunday', () => {
    expect(['2026-03-02', '2026-03-08', '2026-03-09'].map(mondayOf)).toEqual([monday, monday, '2026-03-09'])
    expect(ownWeek(records([]), monday, longAfter).days.map(({ on }) => on)).toEqual(
      [2, 3, 4, 5, 6, 7, 8].map((day) => `2026-03-0${day}`),
    )
  })

  test('tells a day without entries from a day off, and both from one that is not over', () => {
    const week = ownWeek(
      records([entry(monday, 60)], { absences: [away('2026-03-04', '2026-03-05')] }),
      monday,
      at('2026-03-05T10:00'),
    )
    expect(states(week)).toEqual(['recorded', 'unrecorded', 'free', 'ahead', 'ahead', 'free', 'free'])
  })

  test('spreads the year’s target over its working days: 1,200 hours over 261 of 2026/27', () => {
    const week = ownWeek(records([]), '2026-06-01', longAfter)
    expect(week.days.map(({ terms }) => terms?.targetSeconds)).toEqual([
      ...Array(5).fill(Math.round(hours(1200) / 261)),
      0,
      0,
    ])
  })

  test('a holiday carries no target, and the other days carry a little more', () => {
    const holidays = [{ id: 'h', on: '2026-06-01', name: 'Feast', source: '' }]
    const week = ownWeek(records([], { holidays }), '2026-06-01', longAfter)
    expect(week.days.slice(0, 2).map(({ terms }) => terms)).toEqual([
      { targetSeconds: 0, availableSeconds: 0 },
      { targetSeconds: Math.round(hours(1200) / 260), availableSeconds: hours(8) },
    ])
  })

  test('absence lowers what is due: half a day by half, a day wholly', () => {
    const absences = [away('2026-06-01', '2026-06-02'), away('2026-06-02', '2026-06-03', 0.5)]
    const [gone, half, whole] = ownWeek(records([], { absences }), '2026-06-01', longAfter).days
    expect(gone?.terms).toEqual({ targetSeconds: 0, availableSeconds: 0 })
    expect(half?.terms?.availableSeconds).toBe(hours(4))
    expect((half?.terms?.targetSeconds ?? 0) * 2).toBeCloseTo(whole?.terms?.targetSeconds ?? 0, -1)
  })

  test('follows the post in force: half a post from Wednesday is half the hours from Wednesday', () => {
    const posts = [
      { ...post, to: '2026-06-03' },
      { ...post, from: '2026-06-03', fte: 0.5 },
    ]
    const week = ownWeek(records([], { posts }), '2026-06-01', longAfter)
    expect(week.days.slice(0, 5).map(({ terms }) => (terms?.availableSeconds ?? 0) / 3600)).toEqual([8, 8, 4, 4, 4])
  })

  test('without a post has no target, and says so', () => {
    const week = ownWeek(records([entry(monday, 60)], { posts: [] }), monday, longAfter)
    expect(week).toMatchObject({
      targetSeconds: null,
      completenessPercent: null,
      utilisationPercent: null,
      seconds: 60,
    })
  })

  test('sets recorded hours against contract hours of the days that are over', () => {
    const entries = [
      entry('2026-03-02', hours(6)),
      entry('2026-03-03', hours(2), { chargeability: 'non_chargeable' }),
      entry('2026-03-04', hours(8)),
    ]
    const week = ownWeek(records(entries), monday, at('2026-03-04T12:00'))
    expect(week.completenessPercent).toBe(50)
    expect(week.utilisationPercent).toBe(37.5)
    expect(week.seconds).toBe(hours(16))
  })

  test.each([
    ['spring', '2026-03-23', 6, 23],
    ['autumn', '2026-10-19', 6, 25],
  ])('of the %s clock change adds up with its day of odd length', (_, first, index, length) => {
    const sunday = `2026-${first.slice(5, 7)}-${Number(first.slice(8)) + 6}`
    const next = `2026-${first.slice(5, 7)}-${Number(first.slice(8)) + 7}`
    const whole = timed(`${sunday}T00:00`, `${next}T00:00`)
    const week = ownWeek(records([whole, entry(first, 60)]), first, longAfter)
    expect(week.days[index]?.seconds).toBe(hours(length))
    expect(week.seconds).toBe(hours(length) + 60)
    expect(week.days.slice(0, 5).map(({ hours: open }) => open.map((h) => (h.end - h.start) / 3_600_000))).toEqual(
      Array(5).fill([8]),
    )
  })

  test('shows working time without an entry from a quarter of an hour on, up to now', () => {
    const entries = [
      timed('2026-03-02T09:10', '2026-03-02T11:00'),
      timed('2026-03-02T11:00', '2026-03-02T12:00'),
      timed('2026-03-02T12:30', '2026-03-02T15:00'),
    ]
    const gapsAt = (now: string, timers: OwnRecords['timers'] = []) =>
      ownWeek(records(entries, { timers }), monday, at(now)).days[0]?.gaps
    const lunch = { start: at('2026-03-02T12:00'), end: at('2026-03-02T12:30') }
    expect(gapsAt('2026-03-02T15:10')).toEqual([lunch])
    expect(gapsAt('2026-03-03T00:00')).toEqual([lunch, { start: at('2026-03-02T15:00'), end: at('2026-03-02T17:00') }])
    expect(gapsAt('2026-03-02T16:00', [{ startAt: at('2026-03-02T15:00') }])).toEqual([lunch])
  })
})

describe('billing', () => {
  test('shows what rounding to units gains, and values what has a rate only', () => {
    const entries = [
      entry('2026-03-02', 420),
      entry('2026-03-02', 60, { pencePerHour: null }),
      entry('2026-03-02', 9_999, { chargeability: 'non_chargeable', pencePerHour: null }),
    ]
    const billing = billingOf(entries)
    expect(billing).toMatchObject({ seconds: 480, units: 3, unitSeconds: 1_080, valuePence: 1_600 })
    expect(billing.unpriced).toEqual([entries[1]])
  })

  test('finds short entries of one matter that would be fewer units as one', () => {
    const short = (matterId: string | null) => entry('2026-03-02', 120, { matterId })
    const entries = [short('a'), short('a'), short('a'), short('b'), short('b'), short(null), short(null), short(null)]
    expect(shortEntries(partsOn(entries, '2026-03-02'), SIX_MINUTES_UP)).toEqual([
      { matterId: 'a', count: 3, seconds: 360, units: 3, unitsAsOne: 1 },
    ])
  })
})

describe('overlaps', () => {
  test('are shared time; touching ends share none, and entries without times none', () => {
    const first = timed('2026-03-02T09:00', '2026-03-02T10:00')
    const span = (from: string, to: string) => ({ start: at(`2026-03-02T${from}`), end: at(`2026-03-02T${to}`) })
    expect(overlapping([first, entry('2026-03-02', 60)], span('10:00', '11:00'))).toEqual([])
    expect(overlapping([first], span('09:50', '11:00'))).toEqual([{ entry: first, sharedMs: 600_000 }])
  })
})

describe('an outage of the day', () => {
  const day = [{ start: at('2026-03-02T09:00'), end: at('2026-03-02T17:00') }]
  const outage = (from: string, to: string | null, loss = 1) =>
    ({ startAt: at(from), endAt: to && at(to), loss }) as never

  test('is cut to its working hours, the longest first', () => {
    const [night, short, long] = [
      outage('2026-03-01T20:00', '2026-03-02T08:59'),
      outage('2026-03-02T10:10', '2026-03-02T11:40'),
      outage('2026-03-02T13:00', '2026-03-03T10:00'),
    ]
    expect(touching([night, short, long], day, longAfter)).toEqual([
      { outage: long, start: at('2026-03-02T13:00'), end: at('2026-03-02T17:00') },
      { outage: short, start: at('2026-03-02T10:10'), end: at('2026-03-02T11:40') },
    ])
  })

  test('that goes on has no end while its day lasts', () => {
    const open = outage('2026-03-02T16:00', null)
    expect(touching([open], day, at('2026-03-02T16:30'))).toMatchObject([{ end: null }])
    expect(touching([open], day, at('2026-03-02T18:00'))).toMatchObject([{ end: at('2026-03-02T17:00') }])
  })

  test('that takes nothing away is none', () => {
    expect(touching([outage('2026-03-02T10:00', '2026-03-02T11:00', 0)], day, longAfter)).toEqual([])
  })
})
