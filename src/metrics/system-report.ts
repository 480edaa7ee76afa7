/** Availability of one system with all that it rests on: outages, records left out, planned work, months, people. */
import type { Interval } from '../domain/interval.ts'
import { periodInstants } from '../domain/period.ts'
import type { Instant } from '../domain/time.ts'
import { elapsedPeriod } from './availability.ts'
import type { AvailabilityRecords } from './availability-records.ts'
import type { AvailabilityReport, MonthFigures, SystemFigures } from './availability-report.ts'
import { monthFigures, reportOf } from './availability-report.ts'
import { type CountedOutage, countedOutages, type LeftOut, leftOutages } from './counted-outages.ts'
import { type PeopleAffected, peopleAffected } from './people-affected.ts'
import { workingWithin } from './service-time.ts'
import type { AvailabilityQuery, SystemFacts } from './system-facts.ts'
import { availabilityFacts, noticeMinutesAt, reportZone } from './system-facts.ts'

/** Planned work that touches the period, and whether it leaves the figures. */
export interface PlannedWork extends Interval {
  readonly maintenanceId: string
  readonly title: string
  readonly isExcused: boolean
  readonly isCancelled: boolean
  readonly noticeMinutes: number
  /** Agreed hours inside it, in the period. */
  readonly agreedMs: number
}

export interface DatedTarget extends Interval {
  readonly targetPercent: number | null
  readonly calendarName: string | undefined
}

export interface SystemReport extends Omit<AvailabilityReport, 'systems'> {
  readonly system: SystemFigures
  readonly months: readonly MonthFigures[]
  /** Agreements that hold in the period, in order, cut to it. */
  readonly agreements: readonly DatedTarget[]
  readonly outages: readonly CountedOutage[]
  readonly leftOut: readonly LeftOut[]
  readonly plannedWork: readonly PlannedWork[]
  readonly people: readonly PeopleAffected[]
  readonly recordsBeginAt: Instant
}

/**
 * undefined when the system is not among the records. `peopleCouncilIds`: the councils whose reach the asker may read;
 * without it, how many people were affected cannot be told.
 */
export function systemReport(
  records: AvailabilityRecords,
  query: AvailabilityQuery,
  systemId: string,
  peopleCouncilIds: readonly string[],
): SystemReport | undefined {
  const facts = availabilityFacts(records, query)
  const own = facts.systems.find(({ system }) => system.id === systemId)
  if (!own) return undefined
  const { systems, ...report } = reportOf(facts, query, [own])
  const [system] = systems
  if (!system) return undefined
  const councilIds = peopleCouncilIds.filter((id) => query.councilId === null || query.councilId === id)
  return {
    ...report,
    system,
    months: monthFigures(own, query),
    agreements: agreementsIn(own, query, records),
    outages: countedOutages(facts, own, query),
    leftOut: leftOutages(facts, own, query),
    plannedWork: plannedWork(own, query, records),
    people: councilIds.map((councilId) => peopleAffected(facts, own, query, councilId)),
    recordsBeginAt: own.recordsBeginAt,
  }
}

function agreementsIn(own: SystemFacts, query: AvailabilityQuery, { calendars }: AvailabilityRecords): DatedTarget[] {
  const period = periodInstants(query.period, reportZone)
  return own.stretches.flatMap(({ start, end, targetPercent, calendarId }) => {
    const cut = { start: Math.max(start, period.start), end: Math.min(end, period.end) }
    const calendarName = calendars.find((calendar) => calendar.id === calendarId)?.name
    return cut.start < cut.end ? [{ ...cut, targetPercent, calendarName }] : []
  })
}

function plannedWork(own: SystemFacts, query: AvailabilityQuery, records: AvailabilityRecords): PlannedWork[] {
  const period = periodInstants(query.period, reportZone)
  const elapsed = elapsedPeriod({ period, now: query.now })
  return records.maintenance
    .filter((work) => work.systemIds.includes(own.system.id) && work.startAt < period.end && work.endAt > period.start)
    .sort((a, b) => a.startAt - b.startAt)
    .map(({ id, title, startAt: start, endAt: end, announcedAt, cancelledAt }) => {
      const noticeMinutes = noticeMinutesAt(own.stretches, start, records)
      const isCancelled = cancelledAt !== null
      const isExcused = !isCancelled && announcedAt + noticeMinutes * 60_000 <= start
      const agreedMs = workingWithin(own.agreed.calendar, [{ start, end }], elapsed.start, elapsed.end)
      return { maintenanceId: id, title, start, end, isExcused, isCancelled, noticeMinutes, agreedMs }
    })
}
