// The outages that a system's figure rests on, and those that it leaves out, each with the reason.
import type { Interval } from '../domain/interval.ts'
import { subtract } from '../domain/interval.ts'
import type { Recorded } from '../domain/kinds.ts'
import type { Level } from '../domain/level.ts'
import { needsCorrection } from '../domain/outage-spans.ts'
import { periodInstants } from '../domain/period.ts'
import type { Instant } from '../domain/time.ts'
import { elapsedPeriod } from './availability.ts'
import type { LossSpan } from './loss.ts'
import { neededBy, outageEffect } from './outage-effect.ts'
import type { OutageLosses } from './outage-losses.ts'
import { serviceTime } from './service-time.ts'
import type { AvailabilityFacts, AvailabilityQuery, MeasureInput, SystemFacts } from './system-facts.ts'
import { reportZone } from './system-facts.ts'

export interface CountedOutage {
  readonly outageId: string
  readonly title: string
  readonly level: Level
  readonly startAt: Instant
  readonly endAt: Instant | null
  /** Reached the system only through what it needs: these systems. Empty when it hit the system itself. */
  readonly throughIds: readonly string[]
  /** Service time with loss, and the same weighted. Outages that overlap each have their own: the sum may exceed the figure. */
  readonly downtimeMs: number
  readonly lossMs: number
  readonly allHoursDowntimeMs: number
}

export const leftOutReasons = ['ends_before_start', 'no_loss', 'other_council', 'marked_not_affected'] as const
export interface LeftOut {
  readonly outageId: string
  readonly title: string
  readonly startAt: Instant
  readonly endAt: Instant | null
  readonly reason: (typeof leftOutReasons)[number]
}

/** Newest first; those that cost no agreed hours too, because the other basis counts them. */
export function countedOutages(facts: AvailabilityFacts, own: SystemFacts, query: AvailabilityQuery): CountedOutage[] {
  const elapsed = elapsedPeriod({ period: periodInstants(query.period, reportZone), now: query.now })
  const needed = neededBy(own.system.id, facts.graph)
  const outages = new Map(facts.records.outages.map((outage) => [outage.id, outage]))
  return facts.losses
    .flatMap((losses) => {
      const outage = outages.get(losses.outageId)
      if (!outage || !touches(losses, needed, elapsed)) return []
      const effect = outageEffect(losses, own.system.id, facts.graph, facts.effective)
      const allHours = lostIn(own.allHours, effect, elapsed)
      if (allHours.downtimeMs === 0) return []
      const { downtimeMs, lossMs } = lostIn(own.agreed, effect, elapsed)
      const { title, level, startAt, endAt } = outage
      const throughIds = losses.systemIds.has(own.system.id) ? [] : [...losses.systemIds].filter((id) => needed.has(id))
      const counted = { downtimeMs, lossMs, allHoursDowntimeMs: allHours.downtimeMs }
      return [{ outageId: outage.id, title, level, startAt, endAt, throughIds, ...counted }]
    })
    .sort((a, b) => b.startAt - a.startAt || (a.outageId < b.outageId ? 1 : -1))
}

const touches = ({ systemIds, spans }: OutageLosses, needed: ReadonlySet<string>, { start, end }: Interval): boolean =>
  spans.some((span) => span.start < end && span.end > start) && [...systemIds].some((id) => needed.has(id))

function lostIn({ calendar, excused = [] }: MeasureInput, effect: readonly LossSpan[], { start, end }: Interval) {
  const lost = subtract(effect, excused)
  return serviceTime({ calendar, excused: [], measured: null, lost, failures: [] }, start, end)
}

/** Records of the system itself that touch the period and count nothing in it. Newest first. */
export function leftOutages(facts: AvailabilityFacts, own: SystemFacts, query: AvailabilityQuery): LeftOut[] {
  const { start, end } = elapsedPeriod({ period: periodInstants(query.period, reportZone), now: query.now })
  const outages = new Map(facts.records.outages.map((outage) => [outage.id, outage]))
  return facts.losses
    .flatMap((losses) => {
      const outage = outages.get(losses.outageId)
      if (!outage || Math.min(outage.startAt, outage.endAt ?? outage.startAt) >= end) return []
      if (Math.max(outage.startAt, outage.endAt ?? query.now) < start) return []
      const reason = whyLeftOut(losses, outage, own.system.id)
      const { title, startAt, endAt } = outage
      return reason ? [{ outageId: outage.id, title, startAt, endAt, reason }] : []
    })
    .sort((a, b) => b.startAt - a.startAt || (a.outageId < b.outageId ? 1 : -1))
}

function whyLeftOut(losses: OutageLosses, outage: Recorded<'outage'>, systemId: string): LeftOut['reason'] | undefined {
  if (losses.sparedIds.has(systemId)) return 'marked_not_affected'
  if (!losses.systemIds.has(systemId)) return undefined
  if (needsCorrection(outage)) return 'ends_before_start'
  if (losses.spans.length > 0) return undefined
  return losses.isForOthers ? 'other_council' : 'no_loss'
}
