// The working dates of a team's financial years: those on which its division's calendar has hours.
import { hoursOfDay } from '../../domain/calendar-day.ts'
import { dayOfDate, type LocalDate } from '../../domain/local-date.ts'
import { daysOf, financialYearOf } from '../../domain/period.ts'
import { hoursOfCalendar } from '../../metrics/service-calendar.ts'
import type { Held } from './ledger.ts'

export interface WorkingDates {
  /** Of the whole financial year in which the month (`YYYY-MM`) lies; none where a calendar is missing. */
  of(teamId: string, month: string): readonly LocalDate[]
  /** After a change of teams, divisions, calendars or holidays. */
  forget(): void
}

export function createWorkingDates(held: Pick<Held, 'team' | 'division' | 'calendar' | 'holiday'>): WorkingDates {
  const years = new Map<string, readonly LocalDate[]>()
  return {
    of(teamId, month) {
      const division = held.division.get(held.team.get(teamId)?.divisionId ?? '')
      const calendar = held.calendar.get(division?.calendarId ?? '')
      if (!calendar) return []
      const year = financialYearOf(`${month}-01`)
      const key = `${calendar.id} ${year.from}`
      const known = years.get(key)
      if (known) return known
      const openOn = hoursOfDay(hoursOfCalendar(calendar, [...held.holiday.values()]))
      const dates = daysOf(year).map(({ from }) => from)
      const working = dates.filter((date) => openOn(dayOfDate(date)).length > 0)
      years.set(key, working)
      return working
    },
    forget: () => years.clear(),
  }
}
