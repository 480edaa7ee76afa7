// The time of a matter, month by month. Pure.
import type { Recorded } from '../../domain/kinds.ts'
import { type Billing, billingOf } from '../../metrics/own-time.ts'

export interface MatterTime {
  /** All of it, as recorded; the billing is of what is chargeable. */
  readonly allSeconds: number
  readonly billing: Billing
}
export interface MonthTime extends MatterTime {
  /** YYYY-MM. */
  readonly month: string
}

export const timeOf = (entries: readonly Recorded<'entry'>[]): MatterTime => ({
  allSeconds: entries.reduce((sum, { seconds }) => sum + seconds, 0),
  billing: billingOf(entries),
})

/** The newest month first. */
export function byMonth(entries: readonly Recorded<'entry'>[]): MonthTime[] {
  const months = new Map<string, Recorded<'entry'>[]>()
  for (const entry of entries) {
    const month = entry.workedOn.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), entry])
  }
  return [...months].map(([month, own]) => ({ month, ...timeOf(own) })).sort((a, b) => (a.month < b.month ? 1 : -1))
}
