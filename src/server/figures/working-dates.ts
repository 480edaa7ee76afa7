// The working dates of teams: those on which the calendar of a team's division has hours.
import type { LocalDate } from '../../domain/local-date.ts'
import { type WorkingDays, workingDays } from '../../metrics/own-days.ts'
import type { Held } from './ledger.ts'

export interface WorkingDates {
  /** Of the whole financial year in which the month (`YYYY-MM`) lies; none where a calendar is missing. */
  of(teamId: string, month: string): readonly LocalDate[]
  /** After a change of teams, divisions, calendars or holidays. */
  forget(): void
}

export function createWorkingDates(held: Pick<Held, 'team' | 'division' | 'calendar' | 'holiday'>): WorkingDates {
  const byTeam = new Map<string, WorkingDays | undefined>()
  const daysOf = (teamId: string) => {
    const division = held.division.get(held.team.get(teamId)?.divisionId ?? '')
    return workingDays(held.calendar.get(division?.calendarId ?? ''), [...held.holiday.values()])
  }
  return {
    of(teamId, month) {
      if (!byTeam.has(teamId)) byTeam.set(teamId, daysOf(teamId))
      return byTeam.get(teamId)?.datesOfYear(`${month}-01`) ?? []
    },
    forget: () => byTeam.clear(),
  }
}
