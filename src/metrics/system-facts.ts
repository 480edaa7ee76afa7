// What availability is computed from, made ready: losses by system, hours, excused windows, targets.
import { type Calendar, compileCalendar } from '../domain/calendar.ts'
import type { Dependencies } from '../domain/dependency.ts'
import type { Interval } from '../domain/interval.ts'
import { union } from '../domain/interval.ts'
import type { Recorded } from '../domain/kinds.ts'
import { addDays, type LocalDate } from '../domain/local-date.ts'
import type { Period } from '../domain/period.ts'
import type { Instant } from '../domain/time.ts'
import { DEFAULT_ZONE, localDateAt, midnight, zoneOf } from '../domain/zone.ts'
import type { AvailabilityInput } from './availability.ts'
import type { AvailabilityRecords } from './availability-records.ts'
import { dependencyGraph, effectiveLoss } from './effective-loss.ts'
import { excusedWindows } from './excused-windows.ts'
import type { LossSpan } from './loss.ts'
import type { OutageLosses } from './outage-losses.ts'
import { outageLosses } from './outage-losses.ts'
import type { AgreementStretch } from './service-calendar.ts'
import { agreementStretches, calendarBook, joinedCalendar } from './service-calendar.ts'
import { workingWithin } from './service-time.ts'

export interface AvailabilityQuery {
  /** Local dates in the partnership's zone. */
  readonly period: Period
  /** null: the whole partnership, that is any of its councils. */
  readonly councilId: string | null
  /** Periods and open outages are cut here. */
  readonly now: Instant
}

export type MeasureInput = Omit<AvailabilityInput, 'period'>

export interface SystemFacts {
  readonly system: Recorded<'system'>
  /** In its agreed hours, and in all hours of all days. */
  readonly agreed: MeasureInput
  readonly allHours: MeasureInput
  readonly stretches: readonly AgreementStretch[]
  /** An agreement in the period names a calendar that is not here. */
  readonly isCalendarMissing: boolean
  /** Its first agreement or its first outage, whichever is earlier: before it nobody wrote anything down. */
  readonly recordsBeginAt: Instant
}

export interface AvailabilityFacts {
  readonly records: AvailabilityRecords
  readonly graph: Dependencies
  readonly losses: readonly OutageLosses[]
  /** By system, own and inherited. */
  readonly effective: ReadonlyMap<string, readonly LossSpan[]>
  readonly systems: readonly SystemFacts[]
}

export const reportZone = zoneOf(DEFAULT_ZONE)
/** The last local date of the period that has begun. */
export function lastElapsedDay({ period, now }: AvailabilityQuery): LocalDate {
  const today = localDateAt(reportZone, now)
  return period.to <= today ? addDays(period.to, -1) : today
}

const always = compileCalendar('24x7')

export function availabilityFacts(records: AvailabilityRecords, query: AvailabilityQuery): AvailabilityFacts {
  const graph = dependencyGraph(records.dependencies)
  const losses = outageLosses(records, query.councilId, query.now)
  const systemIds = records.systems.map((system) => system.id)
  const effective = effectiveLoss(systemIds, graph, losses)
  const findCalendar = calendarBook(records.calendars, records.holidays)
  const firstOutageAt = firstOutages(records)
  const isOpen = losses.some((outage) => outage.isOpen)
  const systems = records.systems.map((system): SystemFacts => {
    const stretches = agreementStretches(system, reportZone)
    const excused = excusedFor(system, stretches, records)
    const outages = (effective.get(system.id) ?? []).map(({ start, end, loss }) => ({
      start,
      // What runs up to now because it is open stays open.
      end: isOpen && end === query.now ? null : end,
      loss,
    }))
    const parts = stretches.flatMap(({ start, end, calendarId }) => {
      const calendar = findCalendar(calendarId)
      return calendar ? [{ start, end, calendar }] : []
    })
    const facts = { outages, excused, now: query.now }
    const allDays = stretches.map(({ start, end }) => ({ start, end, calendar: always }))
    return {
      system,
      stretches,
      agreed: { ...facts, calendar: joinedCalendar(parts, reportZone) },
      allHours: { ...facts, calendar: joinedCalendar(touching(allDays), reportZone) },
      isCalendarMissing: parts.length < stretches.length,
      recordsBeginAt: Math.min(firstAgreementAt(system), firstOutageAt.get(system.id) ?? Number.POSITIVE_INFINITY),
    }
  })
  return { records, graph, losses, effective, systems }
}

/** Neighbours with one calendar as one, so that a change of agreement costs nothing. */
function touching<T extends Interval & { readonly calendar: Calendar }>(parts: readonly T[]): T[] {
  const [first] = parts
  const last = parts.at(-1)
  return first && last ? [{ ...first, end: last.end }] : []
}

function firstAgreementAt(system: Recorded<'system'>): Instant {
  const dates = system.agreements.map((agreement) => agreement.from).sort()
  return midnight(reportZone, dates[0] as string)
}

function firstOutages({ outages, affected }: AvailabilityRecords): ReadonlyMap<string, Instant> {
  const startAt = new Map(outages.map((outage) => [outage.id, outage.startAt]))
  const first = new Map<string, Instant>()
  for (const { outageId, systemId } of affected) {
    const at = startAt.get(outageId)
    if (at !== undefined && at < (first.get(systemId) ?? Number.POSITIVE_INFINITY)) first.set(systemId, at)
  }
  return first
}

/** Notice that a window of the system needs in minutes: its agreement's on that day, else the partnership's. */
export function noticeMinutesAt(
  stretches: readonly AgreementStretch[],
  at: Instant,
  { partnership }: Pick<AvailabilityRecords, 'partnership'>,
): number {
  const stretch = stretches.find(({ start, end }) => start <= at && at < end)
  return stretch?.noticeMinutes ?? partnership?.noticeMinutes ?? 0
}

function excusedFor(
  system: Recorded<'system'>,
  stretches: readonly AgreementStretch[],
  records: AvailabilityRecords,
): Interval[] {
  return union(
    records.maintenance
      .filter((work) => work.cancelledAt === null && work.systemIds.includes(system.id))
      .flatMap(({ startAt, endAt, announcedAt }) =>
        excusedWindows([{ start: startAt, end: endAt, announcedAt }], noticeMinutesAt(stretches, startAt, records)),
      ),
  )
}

/**
 * The target that holds for a period, in percent. Where it changes on the way, the mean of the targets by their service
 * time, which allows exactly the sum of what each allows. null when no target is agreed for some of it.
 */
export function targetOf(facts: SystemFacts, period: Interval): number | null {
  const within = facts.stretches
    .map((stretch) => ({
      ...stretch,
      start: Math.max(stretch.start, period.start),
      end: Math.min(stretch.end, period.end),
    }))
    .filter(({ start, end }) => start < end)
  const targets = within.map((stretch) => stretch.targetPercent)
  if (targets.length === 0 || targets.includes(null)) return null
  if (new Set(targets).size === 1) return targets[0] as number
  const { calendar, excused = [] } = facts.agreed
  let whole = 0
  let weighted = 0
  for (const { start, end, targetPercent } of within) {
    const ms = calendar.workingMs(start, end) - workingWithin(calendar, excused, start, end)
    whole += ms
    weighted += ms * (targetPercent ?? 0)
  }
  return whole > 0 ? weighted / whole : (targets.at(-1) ?? null)
}
