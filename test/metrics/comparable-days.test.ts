import { expect, test } from 'vitest'
import { dateOfDay, dayOfDate, weekdayOfDay } from '../../src/domain/local-date.ts'
import { comparedEvents, type WorkedDay } from '../../src/metrics/comparable-days.ts'

const bankHolidays = ['2026-08-31', '2026-12-25', '2026-12-28', '2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03']

/** Weekdays without bank holidays; every day has hours of its own (exact in binary), so that a sum tells which days are in it. */
function workingDays(from: string, to: string, change: (on: string) => Partial<WorkedDay> = () => ({})): WorkedDay[] {
  const days: WorkedDay[] = []
  for (let day = dayOfDate(from); day < dayOfDate(to); day += 1) {
    const on = dateOfDay(day)
    if (weekdayOfDay(day) > 5 || bankHolidays.includes(on)) continue
    days.push({ on, hours: hoursOn(on), presentCount: 6, teamCount: 6, isClosed: true, ...change(on) })
  }
  return days
}

function hoursOn(...dates: string[]): number {
  return dates.reduce((sum, on) => sum + 20 + ((dayOfDate(on) * 7919) % 1024) / 1024, 0)
}

const autumn = (change?: (on: string) => Partial<WorkedDay>) => workingDays('2026-06-01', '2027-01-01', change)
const at = (...dates: string[]) => new Set(dates)
const inWeeks = (dates: readonly string[], weeks: number) => dates.map((on) => dateOfDay(dayOfDate(on) + weeks * 7))

function expectBaselines(found: readonly number[] | undefined, dates: readonly string[], weeks: readonly number[]) {
  expect(found).toEqual(weeks.map((each) => hoursOn(...inWeeks(dates, each))))
}

const before = [-12, -11, -10, -9, -8, -7, -6, -5, -4, -3, -2, -1]
const after = [1, 2, 3, 4]
const without = (...weeks: number[]) => [...before, ...after].filter((each) => !weeks.includes(each))

test('an outage on a Tuesday is compared with Tuesday to Thursday of twelve weeks before and four after', () => {
  const own = ['2026-10-13', '2026-10-14', '2026-10-15']
  const { events, waiting } = comparedEvents(autumn(), at('2026-10-13'))
  expect(waiting).toEqual([])
  expect(events).toHaveLength(1)
  expect(events[0]).toMatchObject({ from: '2026-10-13', through: '2026-10-15', observedHours: hoursOn(...own) })
  expectBaselines(events[0]?.baselineHours, own, without())
})

test('a week with a bank holiday on one of its days is left out', () => {
  const [event] = comparedEvents(autumn(), at('2026-10-12')).events
  expectBaselines(event?.baselineHours, ['2026-10-12', '2026-10-13', '2026-10-14'], without(-6))
})

test('a window goes over a weekend, and over the days when the clocks go back', () => {
  const own = ['2026-10-23', '2026-10-26', '2026-10-27']
  const [event] = comparedEvents(autumn(), at('2026-10-23')).events
  expect(event).toMatchObject({ from: '2026-10-23', through: '2026-10-27', observedHours: hoursOn(...own) })
  // Eight weeks before, Monday was the bank holiday of 31 August.
  expectBaselines(event?.baselineHours, own, without(-8))
})

test('over Easter and the days when the clocks go forward it goes on with the next working day', () => {
  const own = ['2027-03-25', '2027-03-30', '2027-03-31']
  const days = workingDays('2026-12-01', '2027-06-01')
  const [event] = comparedEvents(days, at('2027-03-25')).events
  expect(event).toMatchObject({ from: '2027-03-25', through: '2027-03-31', observedHours: hoursOn(...own) })
  expectBaselines(event?.baselineHours, own, without())
})

test('windows that overlap or touch are one event, which is no baseline of itself', () => {
  const overlapping = comparedEvents(autumn(), at('2026-10-13', '2026-10-15')).events
  expect(overlapping).toMatchObject([{ from: '2026-10-13', through: '2026-10-19' }])
  const touching = comparedEvents(autumn(), at('2026-10-16', '2026-10-13')).events
  expect(touching).toMatchObject([{ from: '2026-10-13', through: '2026-10-20' }])
  const own = ['2026-10-13', '2026-10-14', '2026-10-15', '2026-10-16', '2026-10-19', '2026-10-20']
  // One week off it would meet its own Tuesday; seven weeks before it would meet the bank holiday.
  expectBaselines(touching[0]?.baselineHours, own, without(-7, -1, 1))
})

test('two events apart are no baselines of each other', () => {
  const { events } = comparedEvents(autumn(), at('2026-10-13', '2026-10-19'))
  expect(events).toMatchObject([
    { from: '2026-10-13', through: '2026-10-15' },
    { from: '2026-10-19', through: '2026-10-21' },
  ])
  expectBaselines(events[0]?.baselineHours, ['2026-10-13', '2026-10-14', '2026-10-15'], without(1))
  expectBaselines(events[1]?.baselineHours, ['2026-10-19', '2026-10-20', '2026-10-21'], without(-7, -1))
})

test('an outage on a day when nobody works makes no event', () => {
  expect(comparedEvents(autumn(), at('2026-10-17', '2026-08-31'))).toEqual({ events: [], waiting: [] })
})

test('a day on which nobody was present is passed over, and one with an outage then makes no event', () => {
  const shutOn = (on: string) => (on === '2026-10-14' ? { presentCount: 0, hours: 0 } : {})
  const [event] = comparedEvents(autumn(shutOn), at('2026-10-13')).events
  expect(event).toMatchObject({ from: '2026-10-13', through: '2026-10-16' })
  expect(comparedEvents(autumn(shutOn), at('2026-10-14')).events).toEqual([])
})

test('days with under half of the team are no baselines; half is enough', () => {
  const few = (on: string) =>
    on === '2026-10-06' ? { presentCount: 2 } : on === '2026-09-30' ? { presentCount: 3 } : {}
  const [event] = comparedEvents(autumn(few), at('2026-10-13')).events
  expect(event?.baselineHours).toHaveLength(15)
})

test('hours are scaled day by day to the people present on the days of the event', () => {
  const counts: Record<string, Partial<WorkedDay>> = {
    '2026-10-13': { presentCount: 3, hours: 5 },
    '2026-10-06': { presentCount: 4, hours: 16 },
    '2026-10-07': { presentCount: 6, hours: 30 },
    '2026-10-08': { presentCount: 5, hours: 20 },
  }
  const [event] = comparedEvents(
    autumn((on) => counts[on] ?? {}),
    at('2026-10-13'),
  ).events
  // 16 x 3/4 + 30 x 6/6 + 20 x 6/5, one week before.
  expect(event?.baselineHours[11]).toBeCloseTo(12 + 30 + 24, 9)
})

test('days whose timesheets are still out are no baselines, and an event waits for its own', () => {
  const days = (isOut: (on: string) => boolean) => autumn((on) => ({ isClosed: !isOut(on) }))
  const early = comparedEvents(
    days((on) => on > '2026-10-15'),
    at('2026-10-13'),
  )
  expect(early.events[0]?.baselineHours).toHaveLength(12)
  const { events, waiting } = comparedEvents(
    days((on) => on === '2026-10-15'),
    at('2026-10-13'),
  )
  expect(events).toEqual([])
  expect(waiting).toEqual([{ from: '2026-10-13', through: '2026-10-15' }])
})

test('an event waits until the days after it have come, and keeps others from being compared with it meanwhile', () => {
  const days = workingDays('2026-06-01', '2026-10-15')
  const { events, waiting } = comparedEvents(days, at('2026-10-13', '2026-10-06'))
  expect(waiting).toEqual([{ from: '2026-10-13', through: '2026-10-14' }])
  expectBaselines(events[0]?.baselineHours, ['2026-10-06', '2026-10-07', '2026-10-08'], before)
})

test('neither the order of the days nor that of the outages matters', () => {
  const outages = ['2026-10-13', '2026-10-19', '2026-09-02']
  const expected = comparedEvents(autumn(), at(...outages))
  expect(expected.events).toHaveLength(3)
  expect(comparedEvents(autumn().toReversed(), at(...outages.toReversed()))).toEqual(expected)
})

test('other rules count other days and weeks', () => {
  const rules = { followingDays: 0, weeksBefore: 2, weeksAfter: 1 }
  const [event] = comparedEvents(autumn(), at('2026-10-13'), rules).events
  expect(event).toMatchObject({ from: '2026-10-13', through: '2026-10-13' })
  expectBaselines(event?.baselineHours, ['2026-10-13'], [-2, -1, 1])
})
