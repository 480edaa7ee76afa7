import { describe, expect, test } from 'vitest'
import {
  neighbour,
  ofKind,
  periodName,
  periodParams,
  readPeriod,
} from '../../../src/views/availability/period-choice.ts'

const today = '2026-11-23'

describe('the period in the address', () => {
  test('without anything it is the month of today', () => {
    expect(readPeriod({}, today)).toEqual({ kind: 'month', period: { from: '2026-11-01', to: '2026-12-01' } })
  })

  test.each([
    ['month', '2026-02-14', '2026-02-01', '2026-03-01'],
    ['quarter', '2026-02-14', '2026-01-01', '2026-04-01'],
    ['year', '2026-02-14', '2025-04-01', '2026-04-01'],
  ])('a %s is the one that holds the day', (period, on, from, to) => {
    expect(readPeriod({ period, on }, today).period).toEqual({ from, to })
  })

  test('other dates are taken as they are, and what is no period falls back to this month', () => {
    const dates = { period: 'custom', from: '2025-06-01', to: '2026-12-01' }
    expect(readPeriod(dates, today).period).toEqual({ from: '2025-06-01', to: '2026-12-01' })
    for (const wrong of [{ to: '2025-06-01' }, { from: 'yesterday' }, { to: '2026-02-30' }])
      expect(readPeriod({ ...dates, ...wrong }, today).kind).toBe('month')
  })

  test('written into the address it is read back the same', () => {
    for (const params of [
      { period: 'quarter', on: '2026-05-05' },
      { period: 'custom', from: '2026-01-02', to: '2026-01-03' },
    ]) {
      const choice = readPeriod(params, today)
      expect(readPeriod(JSON.parse(JSON.stringify(periodParams(choice))), today)).toEqual(choice)
    }
  })
})

describe('moving on', () => {
  test('a step before January is December', () => {
    expect(neighbour(readPeriod({ on: '2026-01-09' }, today), -1)?.period.from).toBe('2025-12-01')
  })

  test('a step of a year goes from April to April', () => {
    expect(neighbour(readPeriod({ period: 'year' }, today), 1)?.period).toEqual({
      from: '2027-04-01',
      to: '2028-04-01',
    })
  })

  test('from this year one comes to this month, from a year gone by to its last month', () => {
    expect(ofKind('month', readPeriod({ period: 'year' }, today), today).period.from).toBe('2026-11-01')
    expect(ofKind('month', readPeriod({ period: 'year', on: '2025-01-01' }, today), today).period.from).toBe(
      '2025-03-01',
    )
  })
})

test('periods have names as people say them', () => {
  const names = [
    ['2026-11-01', '2026-12-01', 'November 2026'],
    ['2026-10-01', '2027-01-01', 'October to December 2026'],
    ['2026-04-01', '2027-04-01', 'April 2026 to March 2027'],
    ['2026-06-03', '2026-06-10', '3 June 2026 to 9 June 2026'],
    ['2026-06-03', '2026-06-04', '3 June 2026'],
  ]
  for (const [from = '', to = '', name] of names) expect(periodName({ from, to })).toBe(name)
})
