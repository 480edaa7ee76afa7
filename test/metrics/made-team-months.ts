// The sums that the server writes of the sample's recorded time.
import { currentEntries } from '../../src/domain/current-entries.ts'
import type { Recorded } from '../../src/domain/kinds.ts'
import { grouped } from '../../src/metrics/grouped.ts'
import { workingDays } from '../../src/metrics/own-days.ts'
import { monthFigures } from '../../src/metrics/time-figures.ts'
import type { SampleRecords } from './made-sample.ts'

export function madeTeamMonths(sample: SampleRecords): Recorded<'team_month'>[] {
  const byMonth = grouped(currentEntries(sample.all<Recorded<'entry'>>('entry')).entries, ({ workedOn }) =>
    workedOn.slice(0, 7),
  )
  const answers = sample.all<Recorded<'outage_answer'>>('outage_answer')
  const facts = { posts: sample.all<Recorded<'post'>>('post'), absences: sample.all<Recorded<'absence'>>('absence') }
  return sample.teams.flatMap(({ id: teamId, divisionId }) => {
    const division = sample.divisions.find(({ id }) => id === divisionId)
    const calendar = sample.calendars.find(({ id }) => id === division?.calendarId)
    const working = workingDays(calendar, sample.holidays)
    return [...byMonth].sort().flatMap(([month, entries]) => {
      const workingDates = working?.datesOfYear(`${month}-01`) ?? []
      const told = answers.filter(({ on }) => on.startsWith(month))
      const figures = monthFigures({ teamId, month, entries, answers: told, workingDates, ...facts })
      return figures ? [{ id: `${teamId} ${month}`, ...figures.team }] : []
    })
  })
}
