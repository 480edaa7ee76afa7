// Hours of a council's matters by month and grade, from the sums that the server writes. Pure.
import type { Recorded } from '../../domain/kinds.ts'
import type { Period } from '../../domain/period.ts'

export interface CouncilHours {
  /** YYYY-MM. */
  readonly month: string
  /** "A", or "A, B" where one alone would tell of too few people. */
  readonly grades: string
  readonly chargeableSeconds: number
  readonly chargeableUnits: number
  readonly otherSeconds: number
  readonly valuePence: number
  readonly unpricedCount: number
}

const noGrade = 'Not graded'

/** In order of month and grade. A stretch of days belongs to the period in which it begins. */
export function councilHours(
  records: readonly Recorded<'council_month'>[],
  councilId: string,
  { from, to }: Period,
): CouncilHours[] {
  const own = records.filter((record) => record.councilId === councilId)
  const rows = own.flatMap(({ month, cells }) =>
    cells
      .filter(({ on }) => from <= on && on < to)
      .map((cell) => ({ ...cell, month, grades: [...cell.grades].sort().join(', ') || noGrade })),
  )
  return grouped(rows, ({ month, grades }) => `${month} ${grades}`).map(([first, all]) =>
    sumOf({ month: first.month, grades: first.grades }, all),
  )
}

/** All grades of a month together, in order of month. */
export const hoursByMonth = (rows: readonly CouncilHours[]): CouncilHours[] =>
  grouped(rows, ({ month }) => month).map(([{ month }, all]) => sumOf({ month, grades: '' }, all))

function grouped<R>(rows: readonly R[], keyOf: (row: R) => string): [R, readonly R[]][] {
  const groups = new Map<string, [R, R[]]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group[1].push(row)
    else groups.set(keyOf(row), [row, [row]])
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

type Sums = Omit<CouncilHours, 'month' | 'grades'>

export function sumOf<N extends object>(names: N, parts: readonly Sums[]): N & Sums {
  const of = (key: keyof Sums) => parts.reduce((sum, part) => sum + part[key], 0)
  return {
    ...names,
    chargeableSeconds: of('chargeableSeconds'),
    chargeableUnits: of('chargeableUnits'),
    otherSeconds: of('otherSeconds'),
    valuePence: of('valuePence'),
    unpricedCount: of('unpricedCount'),
  }
}
