import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerCase } from '../../src/calc/answer.ts'
import type { MetricsRecords } from '../../src/metrics/availability-records.ts'
import { impactBook, impactCells } from '../../src/metrics/impact-cells.ts'
import { nothingChanged } from '../../src/metrics/impact-figures.ts'
import { feltTogether, impactCase } from '../metrics/impact-case.ts'
import { writtenFigure } from '../metrics/impact-written.ts'
import { councilIds, dates, days, now, week, worlds } from './impact-worlds.ts'

const steady = [
  { from: week.from, to: dates[1] },
  { from: dates[1], to: week.to },
]

function expectEqual(given: MetricsRecords, feltIn?: typeof feltTogether): void {
  for (const period of steady)
    for (const councilId of councilIds) {
      const input = impactCase(given, councilId, { period, now, ...(feltIn && { feltIn }) })
      const cells = impactCells(given, { period, councilIds: [councilId], now, whatIf: nothingChanged })
      const told = cells.map(({ divisionId, figure }) => [divisionId, writtenFigure(figure)])
      expect(answerCase({ kind: 'impact', input }).output).toMatchObject({ divisions: Object.fromEntries(told) })
      expect(input.divisions.map(({ id }) => id)).toEqual(cells.map(({ divisionId }) => divisionId))
    }
}

describe('what a page says of a division and council', () => {
  test('is what the calc command says of the same facts', () => {
    fc.assert(
      fc.property(worlds({ hasGroups: false }), (given) => expectEqual(given)),
      { numRuns: 200 },
    )
  })

  test('is what the systems lost, whatever several outages broke together', () => {
    fc.assert(
      fc.property(worlds({ hasReach: false }), (given) => expectEqual(given, feltTogether)),
      { numRuns: 200 },
    )
  })

  test('is the same from a book of a longer time as by itself', () => {
    fc.assert(
      fc.property(worlds(), days, days, (given, one, other) => {
        const query = { period: week, councilIds, now, whatIf: nothingChanged }
        const [from, to] = [one, other].sort() as [string, string]
        expect(impactBook(given, query)({ from, to })).toEqual(impactCells(given, { ...query, period: { from, to } }))
      }),
      { numRuns: 200 },
    )
  })
})
