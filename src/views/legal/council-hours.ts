// Hours of a council's matters by month and grade, from the sums that the server writes. Pure.
import type { Recorded } from '../../domain/kinds.ts'
import type { Period } from '../../domain/period.ts'

export interface CouncilHours {
  /** YYYY-MM. */
  readonly month: string
  /** "A", or "A and B" where one alone would tell of too few people. */
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
  const rows = new Map<string, CouncilHours>()
  for (const record of records) {
    if (record.councilId !== councilId) continue
    for (const cell of record.cells) {
      if (cell.on < from || cell.on >= to) continue
      const grades = [...cell.grades].sort().join(' and ') || noGrade
      const key = `${record.month} ${grades}`
      rows.set(key, sumOf({ month: record.month, grades }, [...(rows.has(key) ? [rows.get(key)] : []), cell]))
    }
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

type Sums = Omit<CouncilHours, 'month' | 'grades'>

export function sumOf<N extends object>(names: N, parts: readonly (Sums | undefined)[]): N & Sums {
  const of = (key: keyof Sums) => parts.reduce((sum, part) => sum + (part?.[key] ?? 0), 0)
  return {
    ...names,
    chargeableSeconds: of('chargeableSeconds'),
    chargeableUnits: of('chargeableUnits'),
    otherSeconds: of('otherSeconds'),
    valuePence: of('valuePence'),
    unpricedCount: of('unpricedCount'),
  }
}
