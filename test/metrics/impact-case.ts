// What the calc command is given to answer what the impact page answers: the facts of one council, read from records one
// by one.
import type { Interval } from '../../src/domain/interval.ts'
import { union } from '../../src/domain/interval.ts'
import type { Recorded } from '../../src/domain/kinds.ts'
import type { Period } from '../../src/domain/period.ts'
import { periodInstants } from '../../src/domain/period.ts'
import { formatInstant } from '../../src/domain/time.ts'
import { DEFAULT_ZONE, zoneOf } from '../../src/domain/zone.ts'
import type { MetricsRecords } from '../../src/metrics/availability-records.ts'
import { dependencyLoss } from '../../src/metrics/dependency-loss.ts'
import { dependencyGraph, effectiveLoss } from '../../src/metrics/effective-loss.ts'
import type { LossSpan } from '../../src/metrics/loss.ts'
import { outageLosses } from '../../src/metrics/outage-losses.ts'

interface Felt {
  readonly systemId: string
  readonly spans: readonly LossSpan[]
  /** By division; undefined: everybody. */
  readonly people: ReadonlyMap<string, number> | undefined
}

export interface CaseDivision {
  readonly id: string
  readonly users: number
  readonly hourly_cost: number
  readonly depends: Readonly<Record<string, number>>
  readonly calendar: unknown
  readonly present: number
  readonly caught_up_later: number
}

type FeltIn = (records: MetricsRecords, councilId: string, now: number) => readonly Felt[]

/** Facts are those of the period's first day; outages are cut to what of the period has passed. */
export function impactCase(
  records: MetricsRecords,
  councilId: string,
  { period, now, feltIn = feltAlone }: { readonly period: Period; readonly now: number; readonly feltIn?: FeltIn },
) {
  const whole = periodInstants(period, zoneOf(DEFAULT_ZONE))
  const elapsed = { start: whole.start, end: Math.min(whole.end, now) }
  const facts = factsOf(records, councilId, period.from)
  const divisions = records.divisions.flatMap((one): CaseDivision[] => {
    const users = headCount(one, councilId, period.from)
    if (users === 0) return []
    const [present, caughtUp] = [facts(one.id, 'present'), facts(one.id, 'caught_up')]
    const relied = records.systems.flatMap(({ id }) => {
      const share = facts(one.id, 'reliance', id)?.share
      return share === undefined ? [] : [[id, share] as const]
    })
    return [
      {
        ...{ id: one.id, users, depends: Object.fromEntries(relied), calendar: hoursOf(records, one.calendarId) },
        hourly_cost: rateOf(records, councilId, one.id, period.from) / 100,
        ...{ present: present?.share ?? 1, caught_up_later: caughtUp?.share ?? 0 },
      },
    ]
  })
  const felt = feltIn(records, councilId, now)
  const outages = felt.flatMap((one) =>
    one.spans.flatMap(({ start, end, loss }) => {
      const cut = { start: Math.max(start, elapsed.start), end: Math.min(end, elapsed.end) }
      if (cut.end <= cut.start) return []
      const workaround = divisions.flatMap(({ id }) => {
        const said = facts(id, 'workaround', one.systemId)
        if (!said) return []
        const from = formatInstant(runStart(felt, one.systemId, id, start) + said.afterMinutes * 60_000)
        return [[id, { from, avoids: said.share }] as const]
      })
      const times = { start: formatInstant(cut.start), end: formatInstant(cut.end) }
      const affected = one.people && { affected: { nobody: 0, ...Object.fromEntries(one.people) } }
      return [{ system: one.systemId, ...times, loss, ...affected, workaround: Object.fromEntries(workaround) }]
    }),
  )
  return { divisions, outages }
}

const latest = <F extends { readonly from: string }>(facts: readonly F[], on: string): F | undefined =>
  facts.filter(({ from }) => from <= on).sort((a, b) => (a.from < b.from ? 1 : -1))[0]

const headCount = ({ headCounts }: Recorded<'division'>, councilId: string, on: string): number =>
  latest(headCounts, on)?.people[councilId] ?? 0

const rateOf = ({ hourlyRates }: MetricsRecords, councilId: string, divisionId: string, on: string): number =>
  latest(
    hourlyRates.filter((rate) => rate.councilId === councilId && rate.divisionId === divisionId),
    on,
  )?.pencePerHour ?? 0

function factsOf({ assumptions }: MetricsRecords, councilId: string, on: string) {
  const own = assumptions.filter((one) => one.councilId === councilId)
  return (divisionId: string, topic: Recorded<'assumption'>['topic'], systemId: string | null = null) =>
    latest(
      own.filter((one) => one.divisionId === divisionId && one.topic === topic && one.systemId === systemId),
      on,
    )
}

function hoursOf({ calendars, holidays }: MetricsRecords, id: string): unknown {
  const calendar = calendars.find((one) => one.id === id)
  if (!calendar || calendar.isAlwaysOpen) return '24x7'
  const { zone, week } = calendar
  return { zone, week, holidays: calendar.observesHolidays ? holidays.map(({ on }) => on) : [] }
}

/** Each outage by itself, on every system that it reached; not for groups that only several together break. */
function feltAlone(records: MetricsRecords, councilId: string, now: number): Felt[] {
  return outageLosses(records, councilId, now).flatMap(({ outageId, spans, systemIds, sparedIds }) => {
    const graph = dependencyGraph(records.dependencies.filter(({ systemId }) => !sparedIds.has(systemId)))
    const ids = records.systems.map(({ id }) => id)
    const lost = dependencyLoss(ids, graph, new Map([...systemIds].map((id) => [id, spans])))
    const reach = records.reaches.find((one) => one.outageId === outageId && one.councilId === councilId)
    const said = reach && reach.divisions.length > 0 ? reach.divisions : undefined
    const people = said && new Map(said.map((one) => [one.divisionId, one.people]))
    return [...lost].map(([systemId, felt]) => ({ systemId, spans: felt, people }))
  })
}

/** All outages together, when each hits everybody. */
export function feltTogether(records: MetricsRecords, councilId: string, now: number): Felt[] {
  const graph = dependencyGraph(records.dependencies)
  const ids = records.systems.map(({ id }) => id)
  const lost = effectiveLoss(ids, graph, outageLosses(records, councilId, now))
  return [...lost].map(([systemId, spans]) => ({ systemId, spans, people: undefined }))
}

/** When the trouble of a system began for a division: outages that touch are one. */
function runStart(felt: readonly Felt[], systemId: string, divisionId: string, at: number): number {
  const hitting = felt.filter((one) => one.systemId === systemId && one.people?.get(divisionId) !== 0)
  const own: Interval[] = hitting.flatMap(({ people, spans }) => (!people || people.has(divisionId) ? spans : []))
  return union(own).find(({ start, end }) => start <= at && at < end)?.start ?? at
}
