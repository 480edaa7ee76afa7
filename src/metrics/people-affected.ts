// How many people of a council a system's outages interrupted, and for how long (domain maths 1.11).
import { MINUTE_MS } from '../domain/duration.ts'
import { headCountOn } from '../domain/head-count.ts'
import { type Interval, overlap, subtract } from '../domain/interval.ts'
import { outageSpans } from '../domain/outage-spans.ts'
import { periodInstants } from '../domain/period.ts'
import { elapsedPeriod } from './availability.ts'
import { grouped } from './grouped.ts'
import { neededBy, outageEffect } from './outage-effect.ts'
import type { AvailabilityFacts, AvailabilityQuery, SystemFacts } from './system-facts.ts'
import { lastElapsedDay, reportZone } from './system-facts.ts'
import { type UserGroup, usersAffected } from './users-affected.ts'

export interface PeopleAffected {
  readonly councilId: string
  /** People served on the last elapsed day of the period; 0 when no head counts are known. */
  readonly peopleCount: number
  /** null without head counts. */
  readonly interruptionsPer100: number | null
  readonly lostMsPerPerson: number | null
  readonly outageCount: number
  /** Of these, outages that say nothing of how many: counted as everyone there. */
  readonly assumedCount: number
}

export function peopleAffected(
  facts: AvailabilityFacts,
  own: SystemFacts,
  query: AvailabilityQuery,
  councilId: string,
): PeopleAffected {
  const groups = councilGroups(facts, councilId, lastElapsedDay(query))
  const period = periodInstants(query.period, reportZone)
  const felt = feltInCouncil(facts, own, query, councilId)
  const everyone = new Map(groups.map(({ id, users }) => [id, users]))
  const outages = felt.flatMap(({ times, people }) => times.map((time) => ({ ...time, affected: people ?? everyone })))
  const sustainedMs = (facts.records.partnership?.sustainedMinutes ?? 0) * MINUTE_MS
  const { calendar } = own.agreed
  const figures = usersAffected({ calendar, period, now: query.now, groups, outages, sustainedMs })
  return {
    councilId,
    peopleCount: figures.userCount,
    interruptionsPer100: figures.interruptionsPer100,
    lostMsPerPerson: figures.saidiMs,
    outageCount: felt.length,
    assumedCount: felt.filter(({ people }) => people === undefined).length,
  }
}

interface Felt {
  readonly times: readonly Interval[]
  /** By division; undefined where nobody said how many. */
  readonly people: ReadonlyMap<string, number> | undefined
}

/** One entry for each outage that took time from the system in the period while it reached the council. */
function feltInCouncil(
  facts: AvailabilityFacts,
  own: SystemFacts,
  query: AvailabilityQuery,
  councilId: string,
): Felt[] {
  const { records, graph, effective } = facts
  const needed = neededBy(own.system.id, graph)
  const elapsed = elapsedPeriod({ period: periodInstants(query.period, reportZone), now: query.now })
  const outages = new Map(records.outages.map((outage) => [outage.id, outage]))
  const segmentsOf = grouped(records.segments, (segment) => segment.outageId)
  const said = new Map(
    records.reaches.filter((reach) => reach.councilId === councilId).map((reach) => [reach.outageId, reach.divisions]),
  )
  return facts.losses.flatMap((losses) => {
    const outage = outages.get(losses.outageId)
    if (!outage || ![...losses.systemIds].some((id) => needed.has(id))) return []
    const reached = outageSpans(outage, segmentsOf.get(outage.id) ?? [])
      .filter(({ councilIds }) => councilIds.length === 0 || councilIds.includes(councilId))
      .map(({ startAt, endAt }) => ({ start: startAt, end: endAt ?? query.now }))
    const effect = overlap(overlap(outageEffect(losses, own.system.id, graph, effective), reached), [elapsed])
    const times = subtract(effect, own.agreed.excused ?? [])
    if (times.length === 0) return []
    const divisions = said.get(losses.outageId) ?? []
    const people = new Map(divisions.map((division) => [division.divisionId, division.people]))
    return [{ times, people: divisions.length > 0 ? people : undefined }]
  })
}

/** Divisions with people in the council. */
const councilGroups = ({ records }: AvailabilityFacts, councilId: string, on: string): UserGroup[] =>
  records.divisions.flatMap((division) => {
    const users = headCountOn(division, councilId, on)
    return users > 0 ? [{ id: division.id, users }] : []
  })
