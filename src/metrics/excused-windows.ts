/** Which maintenance excuses. */
import { MINUTE_MS } from '../domain/duration.ts'
import { type Interval, union } from '../domain/interval.ts'
import type { Instant } from '../domain/time.ts'

export interface MaintenanceWindow extends Interval {
  readonly announcedAt: Instant
}

/**
 * The windows announced early enough, merged. Each excuses its own span and no more: work that begins early or over-runs
 * counts, and a label put on a past outage excuses nothing.
 */
export function excusedWindows(windows: readonly MaintenanceWindow[], minNoticeMinutes = 0): Interval[] {
  return union(windows.filter((window) => window.announcedAt + minNoticeMinutes * MINUTE_MS <= window.start))
}
