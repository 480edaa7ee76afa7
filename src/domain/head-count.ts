import type { Division } from './partnership.ts'

/** People of a division in a council on a local date (YYYY-MM-DD); 0 before the first entry. */
export function headCountOn(division: Division, councilId: string, on: string): number {
  let best: { from: string; people: Readonly<Record<string, number>> } | undefined
  for (const entry of division.headCounts) if (entry.from <= on && (!best || entry.from > best.from)) best = entry
  return best?.people[councilId] ?? 0
}
