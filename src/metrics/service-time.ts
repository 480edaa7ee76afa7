/** Agreed, excused and measured time, and what was lost of it, over any stretch of an outage timeline. */
import type { Calendar } from '../domain/calendar.ts'
import { firstEndingAfter, type Interval } from '../domain/interval.ts'
import type { LossSpan } from './loss.ts'
import type { OutageTimeline } from './outage-timeline.ts'

export interface ServiceTime {
  /** Inside the calendar. */
  readonly agreedMs: number
  /** Of it, inside excused maintenance. */
  readonly excludedMs: number
  /** Agreed, not excused and watched: what availability is measured against. */
  readonly serviceMs: number
  /** Service time with any loss. */
  readonly downtimeMs: number
  /** Service time weighted by loss. */
  readonly lossMs: number
  /** The largest loss that touched service time, 0 when there was none. */
  readonly worstLoss: number
}

export function serviceTime(timeline: OutageTimeline, start: number, end: number): ServiceTime {
  const { calendar, excused, measured, lost } = timeline
  const agreedMs = calendar.workingMs(start, end)
  const excludedMs = workingWithin(calendar, excused, start, end)
  const serviceMs = measured ? workingWithin(calendar, measured, start, end) : agreedMs - excludedMs
  return { agreedMs, excludedMs, serviceMs, ...lostWithin(calendar, lost, start, end) }
}

/** Working milliseconds of sorted, disjoint spans, cut to `[start, end)`. */
export function workingWithin(calendar: Calendar, spans: readonly Interval[], start: number, end: number): number {
  let total = 0
  for (let i = firstEndingAfter(spans, start); i < spans.length; i += 1) {
    const span = spans[i] as Interval
    if (span.start >= end) break
    total += calendar.workingMs(Math.max(span.start, start), Math.min(span.end, end))
  }
  return total
}

function lostWithin(calendar: Calendar, lost: readonly LossSpan[], start: number, end: number) {
  let downtimeMs = 0
  let lossMs = 0
  let worstLoss = 0
  for (let i = firstEndingAfter(lost, start); i < lost.length; i += 1) {
    const span = lost[i] as LossSpan
    if (span.start >= end) break
    const ms = calendar.workingMs(Math.max(span.start, start), Math.min(span.end, end))
    if (ms === 0) continue
    downtimeMs += ms
    lossMs += ms * span.loss
    worstLoss = Math.max(worstLoss, span.loss)
  }
  return { downtimeMs, lossMs, worstLoss }
}
