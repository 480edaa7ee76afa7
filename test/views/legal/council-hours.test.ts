import { expect, test } from 'vitest'
import type { Recorded } from '../../../src/domain/kinds.ts'
import { councilHours, hoursByMonth, sumOf } from '../../../src/views/legal/council-hours.ts'

type Cell = Recorded<'council_month'>['cells'][number]
const cell = (on: string, grades: Cell['grades'], units: number): Cell => ({
  ...{ on, through: on, grades, chargeableSeconds: units * 360, chargeableUnits: units, otherSeconds: 60 },
  ...{ valuePence: units * 840, unpricedCount: 1 },
})
const record = (month: string, cells: Cell[], councilId = 'ashby'): Recorded<'council_month'> => ({
  ...{ id: `${councilId}${month}`, councilId, teamId: 't', month, cells },
})
const period = { from: '2026-10-15', to: '2026-12-01' }

test('cells are added up by month and grades, whatever the order of the grades', () => {
  const rows = councilHours(
    [
      record('2026-11', [
        cell('2026-11-02', ['B', 'A'], 10),
        cell('2026-11-03', ['A', 'B'], 5),
        cell('2026-11-03', ['C'], 1),
      ]),
      record('2026-10', [cell('2026-10-14', ['A'], 100), cell('2026-10-15', ['A'], 2)]),
      record('2026-11', [cell('2026-11-02', ['A'], 1000)], 'brack'),
    ],
    'ashby',
    period,
  )
  expect(rows.map(({ month, grades, chargeableUnits }) => [month, grades, chargeableUnits])).toEqual([
    ['2026-10', 'A', 2],
    ['2026-11', 'A, B', 15],
    ['2026-11', 'C', 1],
  ])
  expect(hoursByMonth(rows)).toMatchObject([
    { month: '2026-10', chargeableUnits: 2 },
    { month: '2026-11', chargeableUnits: 16, otherSeconds: 180, valuePence: 13_440, unpricedCount: 3 },
  ])
  expect(sumOf({}, rows)).toEqual(sumOf({}, hoursByMonth(rows)))
})

test('time of nobody’s grade is called so', () => {
  expect(councilHours([record('2026-11', [cell('2026-11-02', [], 1)])], 'ashby', period)).toMatchObject([
    { grades: 'Not graded' },
  ])
})
