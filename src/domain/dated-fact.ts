// Facts that hold from a day on, until a later one of the same thing.
import type { LocalDate } from './local-date.ts'

interface Dated {
  readonly id: string
  readonly from: LocalDate
  /** ms */
  readonly setAt: number
}

/** By day, then as they were said: two devices may have said something of one day before they met, and the later holds. */
export const byDay = (a: Dated, b: Dated): number =>
  a.from < b.from ? -1 : a.from > b.from ? 1 : a.setAt - b.setAt || (a.id < b.id ? -1 : 1)

/** The fact that holds on a day, of facts about one thing. */
export function factOn<F extends Dated>(facts: readonly F[], day: LocalDate): F | undefined {
  let holding: F | undefined
  for (const fact of facts) if (fact.from <= day && (!holding || byDay(holding, fact) < 0)) holding = fact
  return holding
}
