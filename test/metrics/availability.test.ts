import { describe, expect, test } from 'vitest'
import { compileCalendar } from '../../src/domain/calendar.ts'
import { MINUTE_MS } from '../../src/domain/duration.ts'
import { periodInstants } from '../../src/domain/period.ts'
import { parseInstant } from '../../src/domain/time.ts'
import { availability, lostSpans } from '../../src/metrics/availability.ts'
import { dailyAvailability } from '../../src/metrics/availability-series.ts'
import { errorBudget } from '../../src/metrics/error-budget.ts'
import { excusedWindows } from '../../src/metrics/excused-windows.ts'
import { usersAffected } from '../../src/metrics/users-affected.ts'

const always = compileCalendar('24x7')
const weekdays = ['1', '2', '3', '4', '5']
const office = compileCalendar({ week: Object.fromEntries(weekdays.map((day) => [day, [['08:30', '17:00']]])) })
const november = { from: '2026-11-01', to: '2026-12-01' }
const period = periodInstants(november, always.zone)

const at = (text: string) => parseInstant(text) ?? Number.NaN
const outage = (start: string, end: string | null, loss = 1) => ({
  start: at(start),
  end: end === null ? null : at(end),
  loss,
})

describe('failures', () => {
  test('one that only touched the weekend is no failure of the office hours, and leaves no restore time', () => {
    const outages = [outage('2026-11-07T10:00:00Z', '2026-11-08T10:00:00Z')]
    expect(availability({ calendar: office, period, outages })).toMatchObject({
      failureCount: 0,
      openCount: 0,
      mtrsElapsedRestoredMs: null,
      availabilityPercent: 100,
    })
  })

  test('records that touch are one failure, however their levels differ', () => {
    const outages = [
      outage('2026-11-10T10:00:00Z', '2026-11-10T11:00:00Z', 0.3),
      outage('2026-11-10T11:00:00Z', '2026-11-10T12:00:00Z'),
    ]
    expect(availability({ calendar: always, period, outages }).failureCount).toBe(1)
  })

  test('an open one that also has a closed record is still open, once', () => {
    const outages = [outage('2026-11-10T10:00:00Z', null, 0.1), outage('2026-11-10T10:00:00Z', '2026-11-12T11:00:00Z')]
    const now = at('2026-11-11T10:00:00Z')
    expect(availability({ calendar: always, period, outages, now })).toMatchObject({
      failureCount: 1,
      openCount: 1,
      mtrsElapsedRestoredMs: null,
    })
  })

  test('a record whose end precedes its start counts nothing', () => {
    const outages = [outage('2026-11-10T10:00:00Z', '2026-11-10T09:00:00Z')]
    expect(availability({ calendar: always, period, outages })).toMatchObject({ failureCount: 0, downtimeMs: 0 })
  })

  test('a level that loses nothing is no failure and no downtime', () => {
    const outages = [outage('2026-11-10T10:00:00Z', null, 0)]
    expect(availability({ calendar: always, period, outages })).toMatchObject({ openCount: 0, downtimeMs: 0 })
  })
})

describe('maintenance', () => {
  const window = { start: at('2026-11-08T20:00:00Z'), end: at('2026-11-08T22:00:00Z') }

  test('excuses only with enough notice', () => {
    const announcedAt = at('2026-11-07T20:00:00Z')
    expect(excusedWindows([{ ...window, announcedAt }], 24 * 60)).toEqual([window])
    expect(excusedWindows([{ ...window, announcedAt }], 24 * 60 + 1)).toEqual([])
  })

  test('splits what is lost: bars show only what counts', () => {
    const outages = [outage('2026-11-08T19:30:00Z', '2026-11-08T22:30:00Z')]
    expect(lostSpans({ calendar: always, period, outages, excused: [window] })).toEqual([
      outage('2026-11-08T19:30:00Z', '2026-11-08T20:00:00Z'),
      outage('2026-11-08T22:00:00Z', '2026-11-08T22:30:00Z'),
    ])
  })

  test('takes the whole of its window from the budget, also the part still to come', () => {
    const input = { calendar: always, period, outages: [], excused: [window], now: at('2026-11-02T00:00:00Z') }
    const budget = errorBudget(input, availability(input), 99)
    expect(budget.budgetMs).toBeCloseTo((43_200 - 120) * 0.01 * MINUTE_MS, 3)
  })
})

describe('a target', () => {
  test.each([
    [99.9, 43.2],
    [99.95, 21.6],
    [99.5, 216],
    [95, 2160],
  ])('of %d %% is met by a loss of exactly its %d minutes and missed by a millisecond more', (target, minutes) => {
    const start = period.start
    const lossOf = (ms: number) => ({ calendar: always, period, outages: [{ start, end: start + ms, loss: 1 }] })
    const exact = lossOf(Math.round(minutes * MINUTE_MS))
    const over = lossOf(Math.round(minutes * MINUTE_MS) + 1)
    expect(errorBudget(exact, availability(exact), target).isMet).toBe(true)
    expect(errorBudget(over, availability(over), target).isMet).toBe(false)
  })

  test('of 100 % leaves no budget, and no percentage of it', () => {
    const input = { calendar: always, period, outages: [] }
    expect(errorBudget(input, availability(input), 100)).toMatchObject({ budgetMs: 0, usedPercent: null, isMet: true })
  })
})

describe('day by day', () => {
  const outages = [outage('2026-10-24T22:30:00Z', '2026-10-25T12:00:00Z', 0.5)]
  const weekend = { from: '2026-10-24', to: '2026-10-27' }

  test('days are London days: the outage at 23:30 on Saturday costs Saturday half an hour', () => {
    const days = dailyAvailability({ calendar: always, period: weekend, outages })
    const minutes = days.map(({ date, agreedMs, downtimeMs, lossMs, worstLoss }) => [
      date,
      agreedMs / MINUTE_MS,
      downtimeMs / MINUTE_MS,
      lossMs / MINUTE_MS,
      worstLoss,
    ])
    expect(minutes).toEqual([
      ['2026-10-24', 1440, 30, 15, 0.5],
      ['2026-10-25', 1500, 780, 390, 0.5],
      ['2026-10-26', 1440, 0, 0, 0],
    ])
  })

  test('a silent monitor is shown as not watched, never as up', () => {
    const watched = [{ start: at('2026-10-25T12:00:00Z'), end: at('2026-10-26T00:00:00Z') }]
    const days = dailyAvailability({ calendar: always, period: weekend, outages, watched })
    expect(days.map(({ serviceMs, unwatchedMs }) => [serviceMs / MINUTE_MS, unwatchedMs / MINUTE_MS])).toEqual([
      [0, 1440],
      [720, 780],
      [0, 1440],
    ])
    const { start, end } = periodInstants(weekend, always.zone)
    const figures = availability({ calendar: always, period: { start, end }, outages, watched })
    expect(figures).toMatchObject({ downtimeMs: 0, availabilityPercent: 100 })
    expect(figures.coveragePercent).toBeCloseTo((100 * 720) / 4380, 8)
  })

  test('days still to come have no service time', () => {
    const now = at('2026-10-25T06:00:00Z')
    const days = dailyAvailability({ calendar: always, period: weekend, outages: [], now })
    expect(days.map((day) => day.serviceMs / MINUTE_MS)).toEqual([1440, 420, 0])
  })
})

describe('people affected', () => {
  const groups = [{ id: 'legal', users: 30 }]
  const hit = (start: string, end: string | null, people: number) => ({
    start: at(start),
    end: end === null ? null : at(end),
    affected: new Map([['legal', people]]),
  })

  test('two outages of the same people count the larger, capped at the head count', () => {
    const outages = [
      hit('2026-11-10T10:00:00Z', '2026-11-10T11:00:00Z', 50),
      hit('2026-11-10T10:30:00Z', '2026-11-10T11:30:00Z', 10),
    ]
    expect(usersAffected({ calendar: always, period, groups, outages, sustainedMs: 0 })).toMatchObject({
      interruptionCount: 30,
      userMsLost: (30 * 60 + 10 * 30) * MINUTE_MS,
    })
  })

  test('the most people at a counted minute, not those hit outside the hours, were interrupted', () => {
    const outages = [
      hit('2026-11-10T16:30:00Z', '2026-11-10T17:30:00Z', 5),
      hit('2026-11-10T17:00:00Z', '2026-11-10T17:30:00Z', 30),
    ]
    expect(usersAffected({ calendar: office, period, groups, outages, sustainedMs: MINUTE_MS })).toMatchObject({
      interruptionCount: 5,
      userMsLost: 5 * 30 * MINUTE_MS,
    })
  })

  test('without people there is no ratio', () => {
    const figures = usersAffected({ calendar: always, period, groups: [], outages: [], sustainedMs: 0 })
    expect(figures).toMatchObject({ userCount: 0, saifi: null, saidiMs: null, caidiMs: null, asaiPercent: null })
  })
})
