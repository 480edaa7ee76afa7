// Outages that took enough of a division's day to be compared with days without one.
import { headCountOn } from '../domain/head-count.ts'
import { addDays, type LocalDate } from '../domain/local-date.ts'
import { daysOf, periodInstants } from '../domain/period.ts'
import { localDateAt } from '../domain/zone.ts'
import type { MetricsRecords } from './availability-records.ts'
import type { ImpactCell } from './impact-cells.ts'
import type { LegalQuery, LegalReport } from './legal-figures.ts'
import { calendarBook } from './service-calendar.ts'
import { reportZone } from './system-facts.ts'

/** From this share of a working day of all its people on, an outage is one to compare with. */
export const RELEVANT_SHARE_OF_DAY = 0.1

export interface RelevantOutage {
  readonly outageId: string
  readonly title: string
  readonly startAt: number
  readonly endAt: number | null
  readonly lostMs: number
  /** Working days of the division that it touched. */
  readonly dates: readonly LocalDate[]
}

/** Oldest first; `cells` are the division's. The share is of the people in post on the outage's first working day. */
export function relevantOutages(
  records: MetricsRecords,
  divisionId: string,
  { councilIds, now }: Pick<LegalQuery, 'councilIds' | 'now'>,
  cells: readonly ImpactCell[],
): RelevantOutage[] {
  const division = records.divisions.find(({ id }) => id === divisionId)
  const calendar = division && calendarBook(records.calendars, records.holidays)(division.calendarId)
  if (!calendar) return []
  const lost = new Map<string, number>()
  for (const { byOutage } of cells) for (const [id, { lostMs }] of byOutage) lost.set(id, (lost.get(id) ?? 0) + lostMs)
  return records.outages
    .flatMap(({ id, title, startAt, endAt }): RelevantOutage[] => {
      const lostMs = lost.get(id) ?? 0
      if (lostMs === 0) return []
      const dates = datesOf(startAt, endAt ?? now).filter((date) => calendar.workingMs(...instantsOf(date)) > 0)
      const [first] = dates
      if (first === undefined) return []
      const people = councilIds.reduce((sum, councilId) => sum + headCountOn(division, councilId, first), 0)
      const dayMs = calendar.workingMs(...instantsOf(first)) * people
      return lostMs >= dayMs * RELEVANT_SHARE_OF_DAY ? [{ outageId: id, title, startAt, endAt, lostMs, dates }] : []
    })
    .sort((a, b) => a.startAt - b.startAt || (a.outageId < b.outageId ? -1 : 1))
}

function datesOf(startAt: number, endAt: number): LocalDate[] {
  const last = localDateAt(reportZone, Math.max(startAt, endAt - 1))
  return daysOf({ from: localDateAt(reportZone, startAt), to: addDays(last, 1) }).map(({ from }) => from)
}

function instantsOf(date: LocalDate): [number, number] {
  const { start, end } = periodInstants({ from: date, to: addDays(date, 1) }, reportZone)
  return [start, end]
}

/** What people said of outages, added up over the months of the team. */
export function answersOf(records: MetricsRecords, teamId: string): ReadonlyMap<string, Answers> {
  const answers = new Map<string, Answers>()
  for (const month of records.teamMonths)
    if (month.teamId === teamId)
      for (const { outageId, lostCount, workedRoundCount } of month.answers) {
        const known = answers.get(outageId) ?? { lostCount: 0, workedRoundCount: 0 }
        answers.set(outageId, {
          lostCount: known.lostCount + lostCount,
          workedRoundCount: known.workedRoundCount + workedRoundCount,
        })
      }
  return answers
}

type Answers = Pick<LegalReport['outages'][number], 'lostCount' | 'workedRoundCount'>
