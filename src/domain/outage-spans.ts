// How an outage went: stretches of one level and reach, from its start to its end.

import type { Level } from './level.ts'
import type { Outage, Segment } from './outage.ts'

export interface OutageSpan {
  readonly startAt: number
  /** null while it is open. */
  readonly endAt: number | null
  readonly level: Level
  readonly loss: number
  /** Empty: all councils. */
  readonly councilIds: readonly string[]
}

/**
 * The stretches of an outage in order, without gaps or overlaps. None when its end precedes its start: such a record is
 * kept and flagged, and counts 0 (domain maths 1.8).
 */
export function outageSpans(
  outage: Pick<Outage, 'startAt' | 'endAt' | 'level' | 'loss' | 'councilIds'>,
  segments: readonly (Pick<Segment, 'fromAt' | 'level' | 'loss' | 'councilIds'> & { readonly id: string })[],
): OutageSpan[] {
  const { startAt, endAt } = outage
  if (endAt !== null && endAt <= startAt) return []
  if (segments.length === 0)
    return [{ startAt, endAt, level: outage.level, loss: outage.loss, councilIds: outage.councilIds }]
  const steps = [...segments].sort((a, b) => a.fromAt - b.fromAt || (a.id < b.id ? -1 : 1))
  const end = endAt ?? Number.POSITIVE_INFINITY
  return steps.flatMap(({ fromAt, level, loss, councilIds }, i) => {
    const from = i === 0 ? startAt : Math.max(fromAt, startAt)
    const to = Math.min(steps[i + 1]?.fromAt ?? Number.POSITIVE_INFINITY, end)
    if (to <= from) return []
    return [{ startAt: from, endAt: to === Number.POSITIVE_INFINITY ? null : to, level, loss, councilIds }]
  })
}

/** An imported or mistyped record whose end precedes its start. */
export const needsCorrection = (outage: Pick<Outage, 'startAt' | 'endAt'>): boolean =>
  outage.endAt !== null && outage.endAt < outage.startAt
