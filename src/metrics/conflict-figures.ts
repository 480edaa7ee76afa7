// Two values were set for one thing: what each makes of the figures that rest on it, by the functions that screens use.
import type { Period } from '../domain/period.ts'
import { monthOf, quarterOf } from '../domain/period.ts'
import type { Instant } from '../domain/time.ts'
import { localDateAt } from '../domain/zone.ts'
import type { MetricsRecords } from './availability-records.ts'
import { systemFigures } from './availability-report.ts'
import type { RootShare } from './impact-figures.ts'
import { nothingChanged } from './impact-figures.ts'
import { impactReport, outageImpact } from './impact-report.ts'
import { type Instead, withInstead } from './instead.ts'
import { availabilityFacts, reportZone } from './system-facts.ts'

export interface EitherQuery {
  /** The record with the one value and with the other. */
  readonly shown: Instead
  readonly other: Instead
  /** Councils whose desk the person may read. */
  readonly councilIds: readonly string[]
  readonly now: Instant
}

export interface SystemMade {
  readonly systemId: string
  readonly name: string
  /** Of its agreed hours in the period. */
  readonly downtimeMs: number
  readonly availabilityPercent: number | null
  readonly targetPercent: number | null
  /** null: there is no target, or no figure. */
  readonly isMet: boolean | null
}

/** What one of the values makes of the figures; each as its own page shows it. */
export interface FiguresMade {
  /** Those that differ most first; the same systems for both values. */
  readonly systems: readonly SystemMade[]
  /** Of the outage, in the councils asked about. */
  readonly outage: RootShare | null
  readonly division: (RootShare & { readonly divisionId: string }) | null
}

export interface EitherFigures {
  readonly asAt: Instant
  /** That the figures are of; an outage's own loss is of its whole length. */
  readonly period: Period
  readonly shown: FiguresMade
  readonly other: FiguresMade
}

const mostSystems = 3

/** null: no figure rests on it. */
export function eitherFigures(records: MetricsRecords, query: EitherQuery): EitherFigures | null {
  const subject = subjectOf(records, query)
  if (!subject) return null
  const worlds = [query.shown, query.other].map((instead) => withInstead(records, instead)) as [Records, Records]
  const [shown, other] = worlds.map((world) => made(world, subject, query)) as [FiguresMade, FiguresMade]
  const kept = told(shown, other, subject.systems === 'those that differ')
  const cut = (figures: FiguresMade): FiguresMade => ({
    ...figures,
    systems: kept.flatMap((id) => figures.systems.find(({ systemId }) => systemId === id) ?? []),
  })
  if (kept.length === 0 && !shown.outage && !other.outage && !shown.division && !other.division) return null
  return { asAt: query.now, period: subject.period, shown: cut(shown), other: cut(other) }
}

type Records = MetricsRecords

interface Subject {
  readonly period: Period
  readonly systems: ReadonlySet<string> | 'those that differ'
  readonly outageId?: string
  readonly place?: { readonly divisionId: string; readonly councilIds: readonly string[] }
}

const none: ReadonlySet<string> = new Set()

/** What rests on the record, and of which time it is told. */
function subjectOf(records: Records, { shown, other, councilIds, now }: EitherQuery): Subject | undefined {
  const today = localDateAt(reportZone, now)
  const month = monthOf(today)
  const values = [shown, other]
  // What the record is of is never two values.
  const one = shown.record ? shown : other
  if (!one.record) return undefined
  switch (one.kind) {
    case 'outage':
      return ofOutage(records, one.id, values, now)
    case 'affected':
    case 'segment':
    case 'reach':
      return ofOutage(records, one.record.outageId, values, now)
    case 'maintenance':
      return ofMaintenance(values)
    case 'system':
      return { systems: new Set([one.id]), period: month }
    case 'dependency':
      return { systems: new Set([one.record.systemId]), period: month }
    case 'calendar':
    case 'partnership':
      return { systems: 'those that differ', period: month }
    case 'holiday':
      return { systems: 'those that differ', period: monthOf(one.record.on) }
    case 'division':
      return { period: quarterOf(today), systems: none, place: { divisionId: one.id, councilIds } }
    case 'assumption':
    case 'hourly_rate': {
      const { divisionId, councilId } = one.record
      const place = { divisionId, councilIds: councilIds.filter((id) => id === councilId) }
      return { period: quarterOf(today), systems: none, place }
    }
  }
}

function ofMaintenance(values: readonly Instead[]): Subject | undefined {
  const works = values.flatMap(({ kind, record }) => (kind === 'maintenance' && record ? [record] : []))
  const period = monthsFrom(works.flatMap(({ startAt, endAt }) => [startAt, endAt]))
  return period && { period, systems: new Set(works.flatMap(({ systemIds }) => systemIds)) }
}

/** The months that the outage touches, whichever value holds, and the systems that it hits itself or would hit. */
function ofOutage(records: Records, outageId: string, values: readonly Instead[], now: Instant): Subject | undefined {
  const worlds = values.map((instead) => withInstead(records, instead))
  const outages = worlds.flatMap((world) => world.outages.filter(({ id }) => id === outageId))
  const period = monthsFrom(outages.flatMap(({ startAt, endAt }) => [startAt, Math.min(endAt ?? now, now)]))
  const edges = worlds.flatMap(({ affected }) => affected.filter((edge) => edge.outageId === outageId))
  const marked = new Set(edges.filter(({ mark }) => mark === 'affected').map(({ systemId }) => systemId))
  return period && { period, systems: marked, outageId }
}

/** Whole months from the first of the instants to the last. */
function monthsFrom(instants: readonly Instant[]): Period | undefined {
  if (instants.length === 0) return undefined
  const dates = [Math.min(...instants), Math.max(...instants)].map((at) => localDateAt(reportZone, at))
  return { from: monthOf(dates[0] as string).from, to: monthOf(dates[1] as string).to }
}

function made(records: Records, { period, systems, outageId, place }: Subject, query: EitherQuery): FiguresMade {
  const { councilIds, now } = query
  const asked = { period, councilId: null, now }
  const ofSystems =
    systems === none
      ? []
      : availabilityFacts(records, asked)
          .systems.filter(({ system }) => systems === 'those that differ' || systems.has(system.id))
          .map((facts) => systemFigures(facts, asked))
  const isRead = councilIds.length > 0
  const outage = outageId !== undefined && isRead ? outageImpact(records, { outageId, councilIds, now }) : undefined
  const division = place?.councilIds.length
    ? impactReport(records, { period, councilIds: place.councilIds, now, whatIf: nothingChanged }).divisions.find(
        ({ divisionId }) => divisionId === place.divisionId,
      )
    : undefined
  return {
    systems: ofSystems.map(({ systemId, name, targetPercent, agreed }) => ({
      ...{ systemId, name, targetPercent },
      downtimeMs: agreed.downtimeMs,
      availabilityPercent: agreed.availabilityPercent,
      isMet: agreed.availabilityPercent === null ? null : (agreed.budget?.isMet ?? null),
    })),
    // Taken back, it costs nothing.
    outage: outage?.share ?? (outageId !== undefined && isRead ? { lostMs: 0, grossPence: null } : null),
    division: division
      ? {
          divisionId: division.divisionId,
          lostMs: division.figure.lostMs.headline,
          grossPence: division.figure.grossPence?.headline ?? null,
        }
      : null,
  }
}

/** The ids of the systems to be told of: those with a figure, the widest difference first. */
function told(shown: FiguresMade, other: FiguresMade, onlyDiffering: boolean): string[] {
  const ids = [...new Set([...shown.systems, ...other.systems].map(({ systemId }) => systemId))]
  return ids
    .map((id) => [shown, other].map(({ systems }) => systems.find(({ systemId }) => systemId === id)))
    .filter((pair) => pair.some((made) => typeof made?.availabilityPercent === 'number'))
    .map((pair) => ({ id: pair[0]?.systemId ?? pair[1]?.systemId ?? '', apart: apartness(pair[0], pair[1]) }))
    .filter(({ apart }) => !onlyDiffering || apart > 0)
    .sort((a, b) => b.apart - a.apart || (a.id < b.id ? -1 : 1))
    .slice(0, mostSystems)
    .map(({ id }) => id)
}

function apartness(a: SystemMade | undefined, b: SystemMade | undefined): number {
  const percent = (made: SystemMade | undefined) => made?.availabilityPercent ?? 0
  const target = (made: SystemMade | undefined) => made?.targetPercent ?? 0
  return (
    Math.abs(percent(a) - percent(b)) +
    Math.abs(target(a) - target(b)) +
    Math.abs((a?.downtimeMs ?? 0) - (b?.downtimeMs ?? 0)) / 3_600_000
  )
}
