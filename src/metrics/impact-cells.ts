// What outages cost each division in each council, from the records: the smallest parts, which every sum is made of.
import type { Calendar } from '../domain/calendar.ts'
import { factOn } from '../domain/dated-fact.ts'
import { MINUTE_MS } from '../domain/duration.ts'
import { headCountOn } from '../domain/head-count.ts'
import { firstEndingAfter, type Interval, union } from '../domain/interval.ts'
import type { Recorded } from '../domain/kinds.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { type Period, periodInstants } from '../domain/period.ts'
import { localDateAt, midnight } from '../domain/zone.ts'
import type { MetricsRecords } from './availability-records.ts'
import { type DivisionFacts, divisionFacts } from './division-facts.ts'
import { dependencyGraph } from './effective-loss.ts'
import { type FeltOutage, feltOutages } from './felt-outages.ts'
import { grouped } from './grouped.ts'
import { type WorkLost, workLost } from './impact.ts'
import { lostMs, lostPence, type PricedWork } from './impact-cost.ts'
import type { ImpactQuery, LossFigure, RootShare } from './impact-figures.ts'
import type { OutageEffect } from './impact-stops.ts'
import { calendarBook } from './service-calendar.ts'
import { shareByLargestRemainder } from './share.ts'
import { reportZone } from './system-facts.ts'

export interface ImpactCell {
  readonly councilId: string
  readonly divisionId: string
  readonly peopleCount: number
  readonly figure: LossFigure
  /** Parts of the headline; they add up to it. */
  readonly byOutage: ReadonlyMap<string, RootShare>
  /** What the figure was summed from, while facts stayed the same. */
  readonly works: readonly WorkLost[]
  readonly isAsked: boolean
  readonly lacksRate: boolean
  readonly assumptionIds: ReadonlySet<string>
  readonly rateIds: ReadonlySet<string>
}

/** One for each division (or the one asked about) and council with people at any time of the period. */
export function impactCells(records: MetricsRecords, query: ImpactQuery, divisionId?: string): ImpactCell[] {
  return impactBook(records, query, divisionId)(query.period)
}

/** The cells of any part of the query's period, for the work of making ready once. */
export function impactBook(
  records: MetricsRecords,
  { period: whole, councilIds, whatIf, now }: ImpactQuery,
  divisionId?: string,
): (period: Period) => ImpactCell[] {
  const elapsed = ({ from, to }: Period): Interval => {
    const { start, end } = periodInstants({ from, to }, reportZone)
    return { start, end: Math.min(end, now) }
  }
  const gone = new Set(whatIf.withoutDependencyIds)
  const graph = dependencyGraph(records.dependencies.filter(({ id }) => !gone.has(id)))
  const findCalendar = calendarBook(records.calendars, records.holidays)
  const keyOf = (place: { readonly councilId: string; readonly divisionId: string }) =>
    `${place.councilId} ${place.divisionId}`
  const assumptionsOf = grouped(records.assumptions, keyOf)
  const ratesOf = grouped(records.hourlyRates, keyOf)
  const within = withTroubleBefore(elapsed(whole), records)
  const divisions = records.divisions.filter(({ id }) => divisionId === undefined || id === divisionId)
  const places = councilIds.flatMap((councilId) => {
    const felt = feltOutages(records, graph, councilId, { within, now })
    return divisions.flatMap((division): Place[] => {
      const calendar = findCalendar(division.calendarId)
      if (!calendar) return []
      const key = keyOf({ councilId, divisionId: division.id })
      const assumptions = assumptionsOf.get(key) ?? []
      const facts = divisionFacts(division.id, assumptions, whatIf)
      return [{ division, councilId, calendar, felt, facts, assumptions, rates: ratesOf.get(key) ?? [] }]
    })
  })
  return (period) => places.flatMap((place) => cellOf(place, elapsed(period)) ?? [])
}

/** So much earlier that it is known of any trouble at the start whether its workaround is in force. */
function withTroubleBefore({ start, end }: Interval, { assumptions }: MetricsRecords): Interval {
  const longest = assumptions.reduce((most, { afterMinutes }) => Math.max(most, afterMinutes), 0)
  return { start: start - longest * MINUTE_MS, end }
}

/** A division in one council. */
interface Place {
  readonly division: Recorded<'division'>
  readonly councilId: string
  readonly calendar: Calendar
  readonly felt: ReadonlyMap<string, readonly FeltOutage[]>
  readonly facts: (on: LocalDate) => DivisionFacts
  readonly assumptions: readonly Recorded<'assumption'>[]
  readonly rates: readonly Recorded<'hourly_rate'>[]
}

function cellOf(place: Place, elapsed: Interval): ImpactCell | undefined {
  const { division, councilId, calendar, assumptions, rates } = place
  const froms = [...division.headCounts, ...assumptions, ...rates].map(({ from }) => from)
  const works: WorkLost[] = []
  const priced: PricedWork[] = []
  const assumptionIds = new Set<string>()
  const rateIds = new Set<string>()
  let hasPeople = false
  for (const { on, ...period } of stretchesOf(elapsed, froms)) {
    const users = headCountOn(division, councilId, on)
    if (users === 0) continue
    hasPeople = true
    const facts = place.facts(on)
    const effects = effectsOn(place, facts, period)
    const lost = workLost({ calendar, period, users, present: facts.present, depends: facts.depends, effects })
    if (lost.headline.top === 0n) continue
    works.push(lost)
    for (const id of facts.ids) assumptionIds.add(id)
    const rate = factOn(rates, on)
    if (!rate) continue
    rateIds.add(rate.id)
    priced.push({ lost, pencePerHour: rate.pencePerHour, caughtUpLater: facts.caughtUp })
  }
  if (!hasPeople) return undefined
  const hasRate = works.length === 0 ? rates.length > 0 : priced.length === works.length
  const money = hasRate ? lostPence(priced) : undefined
  const lost = lostMs(works)
  const lastDay = localDateAt(reportZone, elapsed.end - 1)
  return {
    councilId,
    divisionId: division.id,
    peopleCount: headCountOn(division, councilId, lastDay),
    figure: { lostMs: lost, grossPence: money?.gross ?? null, netPence: money?.net ?? null },
    byOutage: partsOf(works, lost.headline, money ? money.gross.headline : null, priced),
    works,
    isAsked: assumptions.some(({ topic }) => topic === 'reliance'),
    lacksRate: works.length > 0 && !hasRate,
    assumptionIds,
    rateIds,
  }
}

/** Stretches in which no fact changes, each with its first day. */
function stretchesOf({ start, end }: Interval, froms: readonly LocalDate[]): (Interval & { readonly on: LocalDate })[] {
  if (end <= start) return []
  const inside = [...new Set(froms)].map((from) => midnight(reportZone, from)).filter((at) => at > start && at < end)
  const bounds = [start, ...inside.sort((a, b) => a - b), end]
  return bounds.slice(1).map((to, i) => {
    const from = bounds[i] as number
    return { start: from, end: to, on: localDateAt(reportZone, from) }
  })
}

/**
 * What touches the period, on systems that the division needs. A workaround counts from when a system's trouble began,
 * which several outages may share: one that is reported twice, or in parts, costs what it costs as one record.
 */
function effectsOn({ felt, division }: Place, { depends, workarounds }: DivisionFacts, period: Interval) {
  const effects: OutageEffect[] = []
  for (const systemId of depends.keys()) {
    const hitting = (felt.get(systemId) ?? []).filter(({ people }) => !people || (people.get(division.id) ?? 0) > 0)
    const workaround = workarounds.get(systemId)
    const troubles = workaround ? union(hitting.flatMap(({ spans }) => spans)) : []
    for (const { outageId, startAt, spans, people: said } of hitting) {
      const people = said?.get(division.id) ?? null
      for (const { start, end, loss } of spans) {
        if (end <= period.start || start >= period.end) continue
        const worked = workaround && {
          from: (troubles[firstEndingAfter(troubles, start)]?.start ?? start) + workaround.afterMinutes * MINUTE_MS,
          avoids: workaround.share,
        }
        effects.push({ outageId, startAt, systemId, spans: [{ start, end, loss, people }], workaround: worked })
      }
    }
  }
  return effects
}

/** The headline among the outages that made it: whole ms and whole pence, by largest remainder. */
function partsOf(
  works: readonly WorkLost[],
  ms: number,
  pence: number | null,
  priced: readonly PricedWork[],
): Map<string, RootShare> {
  const time = new Map<string, number>()
  for (const { byOutage } of works) for (const [id, part] of byOutage) time.set(id, (time.get(id) ?? 0) + part)
  const cost = new Map<string, number>()
  for (const { lost, pencePerHour } of priced)
    for (const [id, part] of lost.byOutage) cost.set(id, (cost.get(id) ?? 0) + part * pencePerHour)
  const times = ms > 0 ? shareByLargestRemainder(ms, time) : time
  const costs = pence !== null && pence > 0 ? shareByLargestRemainder(pence, cost) : undefined
  return new Map(
    [...times].map(([id, lostMs]) => [id, { lostMs, grossPence: pence === null ? null : (costs?.get(id) ?? 0) }]),
  )
}
