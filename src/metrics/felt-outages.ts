// What a council felt of each outage, system by system, through what needs what: worked out once for all its divisions.
import type { Dependencies } from '../domain/dependency.ts'
import { type Interval, overlap } from '../domain/interval.ts'
import type { Instant } from '../domain/time.ts'
import type { MetricsRecords } from './availability-records.ts'
import { effectiveLoss } from './effective-loss.ts'
import type { LossSpan } from './loss.ts'
import { outageEffects } from './outage-effect.ts'
import { outageLosses } from './outage-losses.ts'

export interface FeltOutage {
  readonly outageId: string
  /** Of the outage itself, which may be earlier than what was felt. */
  readonly startAt: Instant
  readonly spans: readonly LossSpan[]
  /** By division; undefined: everybody in the council. */
  readonly people: ReadonlyMap<string, number> | undefined
}

/** By system; what lies outside `within` is cut off. Outages that are open are cut at `now`. */
export function feltOutages(
  records: MetricsRecords,
  graph: Dependencies,
  councilId: string,
  { within, now }: { readonly within: Interval; readonly now: Instant },
): ReadonlyMap<string, readonly FeltOutage[]> {
  const near = records.outages.filter(({ startAt, endAt }) => startAt < within.end && (endAt ?? now) > within.start)
  const startAt = new Map(near.map((outage) => [outage.id, outage.startAt]))
  const losses = outageLosses({ ...records, outages: near }, councilId, now).flatMap((one) => {
    const spans = overlap(one.spans, [within])
    return spans.length > 0 ? [{ ...one, spans }] : []
  })
  const systemIds = records.systems.map(({ id }) => id)
  const effective = effectiveLoss(systemIds, graph, losses)
  const people = peopleHit(records, councilId)
  const felt = new Map<string, FeltOutage[]>(systemIds.map((id) => [id, []]))
  for (const one of losses)
    for (const [systemId, spans] of outageEffects(one, graph, effective)) {
      const root = { outageId: one.outageId, startAt: startAt.get(one.outageId) ?? within.start }
      felt.get(systemId)?.push({ ...root, spans, people: people.get(one.outageId) })
    }
  return felt
}

/** By outage and division; an outage without an entry hit everybody. */
function peopleHit({ reaches }: Pick<MetricsRecords, 'reaches'>, councilId: string) {
  const said = reaches.filter((reach) => reach.councilId === councilId && reach.divisions.length > 0)
  return new Map(
    said.map(({ outageId, divisions }) => [outageId, new Map(divisions.map((one) => [one.divisionId, one.people]))]),
  )
}
