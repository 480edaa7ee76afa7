import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerCase } from '../../src/calc/answer.ts'
import { hours, pounds } from '../../src/calc/write.ts'
import { HOUR_MS } from '../../src/domain/duration.ts'
import { impactCells } from '../../src/metrics/impact-cells.ts'
import { type LossFigure, nothingChanged } from '../../src/metrics/impact-figures.ts'
import { impactCase } from '../metrics/impact-case.ts'
import { councilIds, dates, now, week, worlds } from './impact-worlds.ts'

const written = ({ lostMs, grossPence, netPence }: LossFigure) => ({
  lost_hours_low: hours(lostMs.low / HOUR_MS),
  lost_hours: hours(lostMs.headline / HOUR_MS),
  lost_hours_high: hours(lostMs.high / HOUR_MS),
  cost_low: pounds(grossPence?.low ?? 0),
  cost: pounds(grossPence?.headline ?? 0),
  cost_high: pounds(grossPence?.high ?? 0),
  cost_net_of_catch_up: pounds(netPence?.headline ?? 0),
})

describe('what a page says of a division and council', () => {
  test('is what the calc command says of the same facts', () => {
    fc.assert(
      fc.property(worlds({ hasGroups: false }), (given) => {
        for (const period of [
          { from: week.from, to: dates[1] },
          { from: dates[1], to: week.to },
        ])
          for (const councilId of councilIds) {
            const cells = impactCells(given, { period, councilIds: [councilId], now, whatIf: nothingChanged })
            const input = impactCase(given, councilId, period, now)
            const { output, error } = answerCase({ kind: 'impact', input })
            if (input.divisions.length === 0) continue
            expect(error).toBeUndefined()
            const told = cells.map(({ divisionId, figure }) => [divisionId, written(figure)])
            expect(Object.fromEntries(told)).toEqual((output as { divisions: unknown }).divisions)
          }
      }),
      { numRuns: 300 },
    )
  })
})
