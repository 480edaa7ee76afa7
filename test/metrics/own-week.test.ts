import { describe, expect, test } from 'vitest'
import { mondayOf } from '../../src/metrics/own-days.ts'
import { type OwnRecords, ownWeek } from '../../src/metrics/own-time.ts'
import { at, away, entry, hours, longAfter, post, records, timed } from './own-records.ts'

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
