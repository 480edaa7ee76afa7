// Month by month: what was raised, what ended, and what stayed open.
import { addDays, addMonths, type LocalDate } from '../domain/local-date.ts'
import { monthOf, monthsOf, type Period } from '../domain/period.ts'
import type { Instant } from '../domain/time.ts'
import { localDateAt, midnight, type Zone } from '../domain/zone.ts'
import type { DemandIncident, DemandMonth } from './demand-figures.ts'

const fewestMonths = 12

export function demandMonths(
  incidents: readonly DemandIncident[],
  period: Period,
  now: Instant,
  zone: Zone,
): DemandMonth[] {
  const months = monthsFor(period, localDateAt(zone, now))
  const starts = months.map(({ from }) => midnight(zone, from))
  const raised = months.map(() => 0)
  const ended = months.map(() => 0)
  let openBefore = 0
  const count = (at: Instant, counts: number[], sign: 1 | -1) => {
    const index = lastAtOrBefore(starts, at)
    if (index < 0) openBefore += sign
    else counts[index] = (counts[index] ?? 0) + 1
  }
  const end = Math.min(now, midnight(zone, months.at(-1)?.to ?? period.to))
  for (const incident of incidents) {
    if (incident.raisedAt >= end) continue
    count(incident.raisedAt, raised, 1)
    const endAt = endedAt(incident)
    if (endAt !== null && endAt < end) count(endAt, ended, -1)
  }
  let openAtEnd = openBefore
  const told = months.map(({ from }, index) => {
    const figures = { raised: raised[index] ?? 0, ended: ended[index] ?? 0 }
    openAtEnd += figures.raised - figures.ended
    return { month: from.slice(0, 7), ...figures, openAtEnd }
  })
  const first = told.findIndex((month) => month.raised + month.ended + month.openAtEnd > 0)
  return first < 0 ? [] : told.slice(first)
}

/** Whole months, none that has not begun. */
function monthsFor({ from, to }: Period, today: LocalDate): Period[] {
  const [lastDay = today] = [addDays(to, -1), today].sort()
  const last = monthOf(lastDay)
  const [first = from] = [monthOf(from).from, addMonths(last.from, 1 - fewestMonths)].sort()
  return monthsOf({ from: first, to: last.to })
}

function lastAtOrBefore(starts: readonly Instant[], at: Instant): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** When it ended for good, not before it was raised; null while it is open. */
function endedAt({ raisedAt, flags, resolvedAt, closedAt, stateAt }: DemandIncident): Instant | null {
  return flags.isOpen ? null : Math.max(raisedAt, resolvedAt ?? closedAt ?? stateAt)
}
