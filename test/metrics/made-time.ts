// Recorded time of a month to try, and the sums of it.
import fc from 'fast-check'
import { type MonthFacts, monthFigures } from '../../src/metrics/time-figures.ts'
import type { FigureEntry } from '../../src/metrics/time-sums.ts'

export const teamId = '00000000-0000-7000-8000-000000000001'
export const councilId = (n: number) => `00000000-0000-7000-8000-0000000000c${n}`
export const day = (n: number) => `2026-02-${String(n).padStart(2, '0')}`
export const hour = 3600

export const worked = (personId: string, on: number, more: Partial<FigureEntry> = {}): FigureEntry => ({
  ...{ personId, workedOn: day(on), councilId: councilId(1), grade: 'A', chargeability: 'chargeable' },
  ...{ seconds: hour, units: 10, unitMinutes: 6, pencePerHour: 8000 },
  ...more,
})
export const figuresOf = (entries: readonly FigureEntry[], more: Partial<MonthFacts> = {}) => {
  const none = { posts: [], absences: [], workingDates: [], answers: [] }
  return monthFigures({ teamId, month: '2026-02', entries, ...none, ...more })
}
export const entryArbitrary = fc
  .record({
    personId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    on: fc.integer({ min: 1, max: 6 }),
    council: fc.constantFrom(null, 1, 2, 3),
    grade: fc.constantFrom('A' as const, 'B' as const, 'C' as const, 'D' as const),
    chargeability: fc.constantFrom('chargeable' as const, 'non_chargeable' as const, 'no_charge' as const),
    seconds: fc.integer({ min: 1, max: 20_000 }),
  })
  .map(({ on, council, ...rest }) =>
    worked('', on, { councilId: council === null ? null : councilId(council), ...rest }),
  )
export const peopleOf = (entries: readonly FigureEntry[]) => new Set(entries.map(({ personId }) => personId)).size
export const within =
  ({ on, through }: { on: string; through: string }) =>
  (entry: FigureEntry) =>
    on <= entry.workedOn && entry.workedOn <= through
