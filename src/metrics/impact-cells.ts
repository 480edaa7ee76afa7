// What outages cost each division in each council, from the records: the smallest parts, which every sum is made of.
import type { Calendar } from '../domain/calendar.ts'
import { factOn } from '../domain/dated-fact.ts'
import type { Dependencies } from '../domain/dependency.ts'
import { MINUTE_MS } from '../domain/duration.ts'
import { headCountOn } from '../domain/head-count.ts'
import type { Interval } from '../domain/interval.ts'
import type { Recorded } from '../domain/kinds.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { periodInstants } from '../domain/period.ts'
import { localDateAt, midnight } from '../domain/zone.ts'
import type { MetricsRecords } from './availability-records.ts'
import { dependencyGraph, effectiveLoss } from './effective-loss.ts'
import { grouped } from './grouped.ts'
import { type WorkLost, workLost } from './impact.ts'
import { lostMs, lostPence, type PricedWork } from './impact-cost.ts'
import type { ImpactQuery, LossFigure, RootShare, WhatIf } from './impact-figures.ts'
import type { OutageEffect } from './impact-stops.ts'
import type { LossSpan } from './loss.ts'
import { neededBy, outageEffect } from './outage-effect.ts'
import { type OutageLosses, outageLosses } from './outage-losses.ts'
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
  const whole = periodInstants(query.period, reportZone)
  const elapsed = { start: whole.start, end: Math.min(whole.end, query.now) }
  const gone = new Set(query.whatIf.withoutDependencyIds)
  const graph = dependencyGraph(records.dependencies.filter(({ id }) => !gone.has(id)))
  const findCalendar = calendarBook(records.calendars, records.holidays)
  return query.councilIds.flatMap((councilId) => {
    const felt = feltIn(records, graph, councilId, { elapsed, now: query.now })
    return records.divisions.flatMap((division) => {
      if (divisionId !== undefined && division.id !== divisionId) return []
      const calendar = findCalendar(division.calendarId)
      const cell = calendar && cellOf({ records, query, elapsed, councilId, felt, calendar }, division)
      return cell ?? []
    })
  })
}

interface FeltOutage {
  readonly outageId: string
  readonly startAt: number
  readonly systemId: string
  readonly spans: readonly LossSpan[]
}

interface Felt {
  readonly outages: readonly FeltOutage[]
  /** By outage and division; an outage without an entry hit everybody. */
  readonly people: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** What the council felt of each outage, system by system, through what needs what. */
function feltIn(
  records: MetricsRecords,
  graph: Dependencies,
  councilId: string,
  { elapsed, now }: { readonly elapsed: Interval; readonly now: number },
): Felt {
  const losses = outageLosses(records, councilId, now).filter(({ spans }) =>
    spans.some(({ start, end }) => start < elapsed.end && end > elapsed.start),
  )
  const effective = effectiveLoss(
    records.systems.map(({ id }) => id),
    graph,
    losses,
  )
  const used = new Set(records.assumptions.flatMap((one) => (one.councilId === councilId ? (one.systemId ?? []) : [])))
  const startAt = new Map(records.outages.map((outage) => [outage.id, outage.startAt]))
  const outages = [...used].flatMap((systemId) => {
    const needed = neededBy(systemId, graph)
    const touching = losses.filter((one: OutageLosses) => [...one.systemIds].some((id) => needed.has(id)))
    return touching.flatMap((one) => {
      const spans = outageEffect(one, systemId, graph, effective)
      const at = startAt.get(one.outageId)
      return spans.length > 0 && at !== undefined ? [{ outageId: one.outageId, startAt: at, systemId, spans }] : []
    })
  })
  const said = records.reaches.filter((reach) => reach.councilId === councilId && reach.divisions.length > 0)
  const people = new Map(
    said.map(({ outageId, divisions }) => [outageId, new Map(divisions.map((one) => [one.divisionId, one.people]))]),
  )
  return { outages, people }
}

interface CellInput {
  readonly records: MetricsRecords
  readonly query: ImpactQuery
  readonly elapsed: Interval
  readonly councilId: string
  readonly felt: Felt
  readonly calendar: Calendar
}

function cellOf(input: CellInput, division: Recorded<'division'>): ImpactCell | undefined {
  const { records, query, elapsed, councilId } = input
  const isOfCell = (one: { readonly councilId: string; readonly divisionId: string }) =>
    one.councilId === councilId && one.divisionId === division.id
  const assumptions = records.assumptions.filter(isOfCell)
  const rates = records.hourlyRates.filter(isOfCell)
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
    const facts = factsOn(assumptions, on, query.whatIf)
    const effects = effectsOn(input, division.id, facts.avoids)
    const present = facts.present?.share ?? 1
    const lost = workLost({ calendar: input.calendar, period, users, present, depends: facts.depends, effects })
    if (lost.headline.top === 0n) continue
    works.push(lost)
    for (const id of facts.ids) assumptionIds.add(id)
    const rate = factOn(rates, on)
    if (!rate) continue
    rateIds.add(rate.id)
    priced.push({ lost, pencePerHour: rate.pencePerHour, caughtUpLater: facts.caughtUp?.share ?? 0 })
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

type Avoids = (systemId: string) => { readonly afterMinutes: number; readonly share: number } | undefined

/** The facts of one division in force on a day, with what is tried out in place of what is recorded. */
function factsOn(assumptions: readonly Recorded<'assumption'>[], on: LocalDate, whatIf: WhatIf) {
  const about = grouped(assumptions, ({ topic, systemId }) => `${topic} ${systemId ?? ''}`)
  const holding = (topic: Recorded<'assumption'>['topic'], systemId = '') =>
    factOn(about.get(`${topic} ${systemId}`) ?? [], on)
  const divisionId = assumptions[0]?.divisionId
  const tried = new Map(
    whatIf.shares
      .filter((one) => one.divisionId === divisionId)
      .map(({ topic, systemId, share }) => [`${topic} ${systemId}`, share]),
  )
  const present = holding('present')
  const caughtUp = holding('caught_up')
  const ids = [present, caughtUp].flatMap((fact) => fact?.id ?? [])
  const depends = new Map<string, number>()
  const avoiding = new Map<string, { readonly afterMinutes: number; readonly share: number }>()
  for (const systemId of new Set(assumptions.flatMap((fact) => fact.systemId ?? []))) {
    const reliance = holding('reliance', systemId)
    const share = tried.get(`reliance ${systemId}`) ?? reliance?.share
    if (share === undefined || share === 0) continue
    depends.set(systemId, share)
    const recorded = holding('workaround', systemId)
    const triedShare = tried.get(`workaround ${systemId}`)
    const workaround = triedShare === undefined ? recorded : { afterMinutes: 0, share: triedShare }
    if (workaround && workaround.share > 0) avoiding.set(systemId, workaround)
    for (const fact of [reliance, recorded]) if (fact) ids.push(fact.id)
  }
  return { present, caughtUp, depends, avoids: (systemId: string) => avoiding.get(systemId), ids }
}

function effectsOn({ felt }: CellInput, divisionId: string, avoids: Avoids): OutageEffect[] {
  return felt.outages.map(({ outageId, startAt, systemId, spans }) => {
    const said = felt.people.get(outageId)
    const people = said ? (said.get(divisionId) ?? 0) : null
    const avoided = avoids(systemId)
    const workaround = avoided && { from: startAt + avoided.afterMinutes * MINUTE_MS, avoids: avoided.share }
    return { outageId, startAt, systemId, spans: spans.map((span) => ({ ...span, people })), workaround }
  })
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
