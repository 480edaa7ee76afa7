// A month's recorded time for each council, by days and grades. Days of all councils are joined alike and along the
// team's own, so that the team's sums less the councils' never leave one person's day.
import { type Grade, grades } from '../domain/legal-words.ts'
import type { CouncilMonth } from '../domain/time-figures.ts'
import { grouped } from './grouped.ts'
import { joinNeighbours } from './small-numbers.ts'
import {
  type FigureEntry,
  joinSpans,
  mayTell,
  mayTellTime,
  mayTellValue,
  type Span,
  sumsOf,
  withoutFew,
  withoutRates,
} from './time-sums.ts'

export interface CouncilCells {
  readonly councilId: string
  readonly cells: CouncilMonth['cells']
}

/** `days` are the team's, each of which may be told. In the order of councils' ids; none for a council without a cell. */
export function councilCells(days: readonly Span[]): CouncilCells[] {
  const { entries } = joinSpans(days)
  const told = new Map<FigureEntry, string>()
  const valued = new Map<FigureEntry, string>()
  for (const [councilId, all] of grouped(entries, (entry) => entry.councilId ?? '')) {
    if (councilId === '') continue
    const own = withoutFew(all)
    for (const entry of own) told.set(entry, councilId)
    if (mayTellValue(own)) for (const entry of own) valued.set(entry, councilId)
  }
  // Time of no council, and what was left out, is the rest, of which no cell tells but which subtraction would find.
  const parts = (of: ReadonlyMap<FigureEntry, string>, some: readonly FigureEntry[]) => [
    ...grouped(some, (entry) => of.get(entry) ?? '').values(),
  ]
  const spans = joinNeighbours(days, (some) => {
    const own = joinSpans(some).entries
    return parts(told, own).every(mayTellTime) && parts(valued, own).every(mayTellValue)
  }).map(joinSpans)
  return [...new Set(told.values())].sort().map((councilId) => ({
    councilId,
    cells: spans.flatMap((span) => {
      const own = span.entries.filter((entry) => told.get(entry) === councilId)
      return cellsOf(span, own.every((entry) => valued.has(entry)) ? own : withoutRates(own))
    }),
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
