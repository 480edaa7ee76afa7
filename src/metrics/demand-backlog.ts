// What is open and the desk's to do, by how many days ago it was raised.
import { addDays, dayOfDate } from '../domain/local-date.ts'
import type { Instant } from '../domain/time.ts'
import { localDateAt, type Zone } from '../domain/zone.ts'
import type { BacklogAge, DemandIncident } from './demand-figures.ts'

/** The first day of each age; each ends before the next. */
const ages = [0, 1, 3, 7, 30, 90] as const

export function backlogByAge(incidents: readonly DemandIncident[], now: Instant, zone: Zone): BacklogAge[] {
  const today = localDateAt(zone, now)
  const counts = ages.map(() => 0)
  for (const { flags, raisedAt } of incidents) {
    if (!flags.countsAsBacklog) continue
    const days = dayOfDate(today) - dayOfDate(localDateAt(zone, raisedAt))
    // A clock that was ahead makes an incident of tomorrow: it is as young as can be.
    const age = Math.max(
      0,
      ages.findLastIndex((from) => from <= days),
    )
    counts[age] = (counts[age] ?? 0) + 1
  }
  return ages.map((fromDays, index) => {
    const next = ages[index + 1]
    return {
      fromDays,
      toDays: next === undefined ? null : next - 1,
      raisedFrom: next === undefined ? null : addDays(today, 1 - next),
      raisedThrough: addDays(today, -fromDays),
      count: counts[index] ?? 0,
    }
  })
}
