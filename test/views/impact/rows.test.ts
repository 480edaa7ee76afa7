import { expect, test } from 'vitest'
import type { ImpactReport, LossFigure } from '../../../src/metrics/impact-figures.ts'
import { basisLines, impactCsv, impactRows } from '../../../src/views/impact/impact-rows.ts'
import { divisionsMessage, rangeWords } from '../../../src/views/impact/impact-words.ts'
import { comparedWords } from '../../../src/views/impact/tried-words.ts'

const hour = 3_600_000
const figure = (hours: number, pence: number | null): LossFigure => {
  const range = (value: number) => ({ low: value / 2, headline: value, high: value * 2 })
  const money = pence === null ? null : range(pence)
  return { lostMs: range(hours * hour), grossPence: money, netPence: money }
}
const rest = { peopleCount: 10, outages: [], systems: [], disproportion: 1 }
const divisions = [
  {
    ...rest,
    divisionId: 'p',
    figure: figure(3, 303),
    councils: [
      { councilId: 'a', figure: figure(1, 101) },
      { councilId: 'b', figure: figure(2, 202) },
    ],
  },
  { ...rest, divisionId: 'h', figure: figure(1, null), councils: [{ councilId: 'b', figure: figure(1, null) }] },
]
const report: ImpactReport = {
  period: { from: '2026-04-01', to: '2027-04-01' },
  now: Date.UTC(2026, 10, 10, 9),
  total: figure(4, 303),
  divisions,
  councils: [],
  outages: [],
  systems: [],
  notAsked: [{ councilId: 'a', divisionId: 'h' }],
  withoutRate: [{ councilId: 'b', divisionId: 'h' }],
  assumptionIds: ['x'],
  rateIds: [],
}
const names = {
  divisions: new Map([
    ['p', { name: 'Planning' }],
    ['h', { name: '=Housing' }],
  ]),
  councils: new Map([
    ['a', { shortName: 'Ashby' }],
    ['b', { shortName: 'Brack' }],
  ]),
} as never

test('the file holds a line for each division and council, totals that are their sums, and what they rest on', () => {
  const rows = impactRows(report, names)
  const lines = impactCsv(report, rows, basisLines(report, 'all councils', ['Tried'], true)).split('\r\n')
  expect(lines[1]).toBe('Planning,Ashby,1,0.5,2,1.01,0.505,2.02,1.01')
  expect(lines[3]).toBe("'=Housing,Brack,1,0.5,2,,,,")
  expect(lines[4]).toBe('Total,,4,2,8,3.03,1.515,6.06,3.03')
  const sum = (column: number) => lines.slice(1, 4).reduce((all, line) => all + Number(line.split(',')[column]), 0)
  expect([sum(2), Math.round(sum(5) * 100)]).toEqual([4, 303])
  expect(lines).toContain('Period,1 April 2026 to 31 March 2027')
  expect(lines).toContain('"Tried out, not recorded",Tried')
})

test('a range is told only where low and high differ', () => {
  expect(rangeWords({ low: 1, headline: 2, high: 3 }, String)).toBe('1 to 3')
  expect(rangeWords({ low: 2, headline: 2, high: 2 }, String)).toBeUndefined()
})

test('the message above the bars says who lost most', () => {
  const rows = [
    { name: 'Planning', lostMs: 3 * hour },
    { name: 'Housing', lostMs: hour },
  ]
  expect(divisionsMessage(rows)).toBe('Planning lost most, 3.0 hours; Housing follows with 1.0')
  expect(divisionsMessage([{ name: 'Planning', lostMs: 0 }])).toBe('No division lost working hours')
})

test('what is tried out stands beside what is recorded', () => {
  expect(comparedWords({ figure: figure(1, 5000), ratio: 2 }, { figure: figure(2, 10_000), ratio: 4.94 })).toBe(
    '1.0 hours instead of 2.0, £50 instead of £100, 2 times its share instead of 4.9',
  )
  expect(comparedWords({ figure: figure(1, null) }, { figure: figure(2, null) })).toBe('1.0 hours instead of 2.0')
})
