// A month's recorded time for each council, by days and grades. Days of all councils are joined alike and along the
// team's own, so that the team's sums less the councils' never leave one person's day.
import { type Grade, grades } from '../domain/legal-words.ts'
import type { CouncilMonth } from '../domain/time-figures.ts'
import { grouped } from './grouped.ts'
import { joinNeighbours } from './small-numbers.ts'
import { type FigureEntry, joinSpans, mayTell, type Span, sumsOf, withoutFew } from './time-sums.ts'

export interface CouncilCells {
  readonly councilId: string
  readonly cells: CouncilMonth['cells']
}

/** `days` are the team's, each of which may be told. In the order of councils' ids; none for a council without a cell. */
export function councilCells(days: readonly Span[]): CouncilCells[] {
  const { entries } = joinSpans(days)
  const byCouncil = grouped(entries, ({ councilId }) => councilId ?? '')
  const told = new Map<FigureEntry, string>()
  for (const [councilId, own] of byCouncil)
    if (councilId !== '') for (const entry of withoutFew(own)) told.set(entry, councilId)
  // Time of no council, and what was left out, is the rest, of which no cell tells but which subtraction would find.
  const councilOf = (entry: FigureEntry) => told.get(entry) ?? ''
  const spans = joinNeighbours(days, (some) =>
    [...grouped(joinSpans(some).entries, councilOf).values()].every(mayTell),
  ).map(joinSpans)
  return [...new Set(told.values())].sort().map((councilId) => ({
    councilId,
    cells: spans.flatMap((span) =>
      cellsOf(
        span,
        span.entries.filter((entry) => councilOf(entry) === councilId),
      ),
    ),
  }))
}

/** Neighbouring grades are joined where need be. Time without a grade is told with the lowest grade there is. */
function cellsOf({ on, through }: Span, entries: readonly FigureEntry[]): CouncilMonth['cells'] {
  const held = (some: readonly FigureEntry[]) =>
    grades.filter((grade: Grade) => some.some((entry) => entry.grade === grade))
  const lowest = held(entries).at(-1) ?? 'D'
  const byGrade = [...grouped(entries, ({ grade }) => grade ?? lowest)].sort(([a], [b]) => (a < b ? -1 : 1))
  const groups = joinNeighbours(byGrade, (some) => mayTell(some.flatMap(([, own]) => own)))
  return groups.map((some) => {
    const own = some.flatMap(([, each]) => each)
    return { on, through, grades: held(own), ...sumsOf(own) }
  })
}
