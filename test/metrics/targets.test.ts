import { describe, expect, test } from 'vitest'
import { dateOfDay, dayOfDate, weekdayOfDay } from '../../src/domain/local-date.ts'
import { mergedParts } from '../../src/metrics/merged-parts.ts'
import { phasedTargetHours, yearTarget } from '../../src/metrics/target-prorata.ts'
import { groupUtilisation, utilisation } from '../../src/metrics/utilisation.ts'

const year = { from: '2026-04-01', to: '2027-04-01' }
const whole = { ...year, fte: 1, annualHours: 1200 }

test('a long absence is a segment without a share of a post, and days without a segment carry no target', () => {
  const target = yearTarget(year, [
    { ...whole, to: '2026-07-01' },
    { ...whole, from: '2026-07-01', to: '2026-10-01', fte: 0 },
  ])
  expect(target).toMatchObject({ dayCount: 365, coveredDayCount: 183 })
  expect(target.segments.map(({ dayCount }) => dayCount)).toEqual([91, 92])
  expect(target.hours).toBeCloseTo((1200 * 91) / 365, 9)
})

test('a segment outside the year counts no days, and a year without days has no target', () => {
  expect(yearTarget(year, [{ ...whole, from: '2025-04-01', to: '2026-04-01' }])).toMatchObject({
    coveredDayCount: 0,
    hours: 0,
  })
  expect(yearTarget({ from: year.from, to: year.from }, [whole]).hours).toBeNull()
})

describe('the target due so far', () => {
  const workingDates: string[] = []
  for (let day = dayOfDate(year.from); day < dayOfDate(year.to); day += 1)
    if (weekdayOfDay(day) < 6 && !['2026-04-03', '2026-04-06'].includes(dateOfDay(day)))
      workingDates.push(dateOfDay(day))
  const daily = 1200 / workingDates.length
  const due = (to: string, absences: [string, number][] = [], segments = [whole]) =>
    phasedTargetHours({ segments, workingDates, absences: new Map(absences) }, { from: year.from, to })

  test('grows by working days, not by twelfths: April 2026 has Good Friday and Easter Monday', () => {
    expect(workingDates.filter((on) => on < '2026-05-01')).toHaveLength(20)
    expect(due('2026-05-01')).toBeCloseTo(20 * daily, 9)
    expect(due('2026-04-01')).toBe(0)
    expect(due('2026-04-07')).toBe(due('2026-04-03'))
    expect(due(year.to)).toBeCloseTo(1200, 9)
  })

  test('is less by days away, and by half for half days; absence on a day off changes nothing', () => {
    const away: [string, number][] = [
      ['2026-04-14', 1],
      ['2026-04-15', 0.5],
      ['2026-04-18', 1],
      ['2026-05-05', 1],
    ]
    expect(due('2026-05-01', away)).toBeCloseTo(18.5 * daily, 9)
  })

  test('follows the post in force on each day', () => {
    const segments = [
      { ...whole, to: '2026-04-15' },
      { ...whole, from: '2026-04-15', to: '2026-04-29', fte: 0.5 },
    ]
    expect(due('2026-05-01', [], segments)).toBeCloseTo((8 + 10 * 0.5) * daily, 9)
  })

  test('is no figure for a year without working days', () => {
    expect(phasedTargetHours({ segments: [whole], workingDates: [], absences: new Map() }, year)).toBeNull()
  })
})

describe('utilisation', () => {
  const person = { chargeableHours: 30, availableHours: 40, targetHours: 32 }

  test('a group is sum over sum, never the mean of percentages', () => {
    const other = { chargeableHours: 10, availableHours: 10, targetHours: 2 }
    expect(groupUtilisation([person, other])).toEqual({
      chargeableHours: 40,
      availableHours: 50,
      targetHours: 34,
      utilisationPercent: 80,
      performancePercent: 4000 / 34,
    })
  })

  test('what is unknown for one person is unknown for the group, and 0 is not a figure to divide by', () => {
    const unknown = { chargeableHours: 5, availableHours: null, targetHours: 0 }
    expect(utilisation(unknown)).toMatchObject({ utilisationPercent: null, performancePercent: null })
    expect(groupUtilisation([person, unknown])).toMatchObject({
      chargeableHours: 35,
      availableHours: null,
      utilisationPercent: null,
      performancePercent: 3500 / 32,
    })
    expect(groupUtilisation([])).toMatchObject({ availableHours: 0, utilisationPercent: null })
  })
})

test('parts recorded on two devices add up; one sent twice counts once; one with two lengths is asked about', () => {
  const parts = [
    { id: 'a', seconds: 3 },
    { id: 'b', seconds: -20 },
    { id: 'a', seconds: 3 },
  ]
  expect(mergedParts(parts, 10)).toEqual({ kind: 'total', seconds: -7, appliedCount: 2, duplicateCount: 1 })
  expect(mergedParts([...parts, { id: 'b', seconds: 20 }])).toEqual({ kind: 'conflict', index: 3 })
})
