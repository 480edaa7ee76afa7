import { describe, expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../../../src/domain/duration.ts'
import type { DayFigures } from '../../../src/metrics/availability-report.ts'
import { dayBar, dayBars } from '../../../src/views/availability/day-bars.ts'
import { budgetWords, duration, monthsMessage } from '../../../src/views/availability/figure-words.ts'
import { scaleMin } from '../../../src/views/availability/trend-canvas.ts'

const budget = (allowed: number, used: number) => ({
  budgetMs: allowed * MINUTE_MS,
  leftMs: (allowed - used) * MINUTE_MS,
  usedPercent: (100 * used) / allowed,
  isMet: used <= allowed,
})

describe('what a target allows', () => {
  test('overspent and not', () => {
    expect(budgetWords(budget(216, 260))).toBe('216 min allowed, 260 min used: 44 min over')
    expect(budgetWords(budget(2160, 260))).toBe('2,160 min allowed, 260 min used: 1,900 min left')
  })

  test('long times are hours, never days, because a day of agreed hours is not 24 of them', () => {
    expect(duration(438 * HOUR_MS)).toBe('438 h')
    expect(duration(24 * HOUR_MS + 5 * MINUTE_MS)).toBe('24 h 5 min')
    expect(duration(260 * MINUTE_MS)).toBe('4 h 20 min')
  })
})

describe('the message of the months', () => {
  const met = { availabilityPercent: 100, budget: budget(216, 0) }
  const missed = { availabilityPercent: 99, budget: budget(216, 260) }
  const unknown = { availabilityPercent: null, budget: null }

  test('counts the months that have a figure and a target', () => {
    expect(monthsMessage('E-mail', [unknown, met, missed, missed])).toBe('E-mail missed its target in 2 of 3 months')
    expect(monthsMessage('E-mail', [met, met])).toBe('E-mail met its target in all 2 months')
  })

  test('says so where there is none', () => {
    expect(monthsMessage('E-mail', [unknown])).toBe('There are no figures of E-mail in these months')
    expect(monthsMessage('E-mail', [{ ...met, budget: null }])).toBe('E-mail has no target in these months')
  })
})

describe('a day as a bar', () => {
  const quiet: DayFigures = {
    date: '2026-11-10',
    isRecorded: true,
    agreedMs: 8 * HOUR_MS,
    excludedMs: 0,
    serviceMs: 8 * HOUR_MS,
    unwatchedMs: 0,
    downtimeMs: 0,
    lossMs: 0,
    worstLoss: 0,
  }
  const hit = (minutes: number, worstLoss: number) => ({ ...quiet, downtimeMs: minutes * MINUTE_MS, worstLoss })
  const statusOf = (day: DayFigures) => dayBar(day, 3 * MINUTE_MS).status

  test('the worst of the day decides', () => {
    expect([hit(10, 1), hit(10, 0.4), hit(10, 0.1), quiet].map(statusOf)).toEqual(['down', 'partial', 'slow', 'ok'])
  })

  test('one minute does not colour a whole day, but is told', () => {
    expect(dayBar(hit(1, 1), 3 * MINUTE_MS)).toEqual({ status: 'ok', text: '10 November 2026: 1 min with loss' })
  })

  test('without service, or before anybody recorded, it is not known, never well', () => {
    expect(statusOf({ ...quiet, serviceMs: 0, agreedMs: 0 })).toBe('unknown')
    expect(statusOf({ ...quiet, isRecorded: false })).toBe('unknown')
    expect(statusOf({ ...quiet, serviceMs: 0, excludedMs: 8 * HOUR_MS })).toBe('planned')
  })

  test('the sentence and the list say what the bars show', () => {
    const closed = { ...quiet, serviceMs: 0, agreedMs: 0 }
    const { sentence, listItems } = dayBars([quiet, closed, hit(70, 1)], 3 * MINUTE_MS)
    expect(sentence).toBe('Loss on 1 of 2 service days, 1 h 10 min with any loss.')
    expect(listItems).toEqual(['10 November 2026: down, 1 h 10 min with loss'])
    expect(dayBars([closed], 3 * MINUTE_MS).sentence).toBe('No service was recorded on these days.')
  })
})

test('the scale leaves room under the lowest point', () => {
  const point = (percent: number | null) => ({ label: '', percent, targetPercent: 99.5, isMissed: false })
  expect(scaleMin([point(99.9), point(null)])).toBe(99)
  expect(scaleMin([point(97.2)])).toBe(95)
  expect(scaleMin([point(0)])).toBe(0)
})
