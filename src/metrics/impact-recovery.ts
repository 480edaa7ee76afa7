/** After an outage people catch up: for a while work stays slow, longest as long as it was slow before (domain maths 2.5). */
import type { Calendar } from '../domain/calendar.ts'
import { ratio } from '../domain/exact.ts'
import { union } from '../domain/interval.ts'
import type { Instant } from '../domain/time.ts'
import type { Stop } from './impact-stops.ts'

export interface Recovery {
  /** At most so much working time. */
  readonly maxMs: number
  /** Share of the last loss, 0 to 1. */
  readonly factor: number
}

/**
 * For each unbroken run of one system's outages the stop that follows it: factor x what the run stopped in its last
 * working moment, over as much working time as the run stopped work, at most `maxMs`. None when no working time was
 * lost. `stops` are all of the system, `track` the strongest of them.
 */
export function recoveries(
  stops: readonly Stop[],
  track: readonly Stop[],
  calendar: Calendar,
  { maxMs, factor }: Recovery,
): Stop[] {
  const share = ratio([factor])
  const found: Stop[] = []
  let next = 0
  for (const run of union(stops)) {
    const inRun: Stop[] = []
    for (let stop = track[next]; stop && stop.start < run.end; stop = track[next]) {
      inRun.push(stop)
      next += 1
    }
    const lostMs = inRun.reduce((sum, { start, end }) => sum + calendar.workingMs(start, end), 0)
    const last = lastWorked(inRun, run.end, calendar)
    const ms = Math.min(Math.round(maxMs), lostMs)
    if (!last || ms === 0) continue
    const parts = (last.parts * share.top) / share.over
    found.push({ ...last, start: run.end, end: afterWorking(calendar, run.end, ms), parts })
  }
  return found
}

/** The stop in the last working moment before `end`; undefined where nothing was stopped then. */
function lastWorked(stops: readonly Stop[], end: Instant, calendar: Calendar): Stop | undefined {
  let after = end
  for (let i = stops.length - 1; i >= 0; i -= 1) {
    const stop = stops[i] as Stop
    if (calendar.workingMs(stop.end, after) > 0) return undefined
    if (calendar.workingMs(stop.start, stop.end) > 0) return stop
    after = stop.start
  }
  return undefined
}

/** When so much working time has passed; where the calendar has no more, the end of what it has. */
function afterWorking(calendar: Calendar, from: Instant, ms: number): Instant {
  let left = ms
  let end = from
  for (const period of calendar.workingPeriods(from)) {
    end = Math.min(period.end, period.start + left)
    left -= end - period.start
    if (left <= 0) break
  }
  return end
}
