// Councils, divisions, calendars, people: who and when, in columns.
import type { Recorded } from '../domain/kinds.ts'
import { columnsOf, listed, yesNo } from './columns.ts'
import { type Names, named } from './names.ts'
import type { Column } from './table.ts'

export function councilColumns(): Column<Recorded<'council'>>[] {
  const { text } = columnsOf<Recorded<'council'>>()
  return [
    text('Name', 'of the council', ({ name }) => name),
    text('Short name', 'for charts', ({ shortName }) => shortName),
    text('Id', 'the same in every export', ({ id }) => id),
  ]
}

export function divisionColumns(calendars: Names): Column<Recorded<'division'>>[] {
  const { text } = columnsOf<Recorded<'division'>>()
  return [
    text('Name', 'of the division', ({ name }) => name),
    text('Working hours', 'its calendar', ({ calendarId }) => named(calendars, calendarId)),
    text('Id', 'the same in every export', ({ id }) => id),
  ]
}

export interface HeadCountRow {
  readonly divisionId: string
  readonly from: string
  readonly people: number
}

export function headCountColumns(divisions: Names): Column<HeadCountRow>[] {
  const { text, number, date } = columnsOf<HeadCountRow>()
  return [
    text('Division', 'of which', ({ divisionId }) => named(divisions, divisionId)),
    date('From', 'the day it holds from, until a later one', ({ from }) => from),
    number('People', 'of this council at work there', ({ people }) => people),
    text('Division id', 'as in divisions.csv', ({ divisionId }) => divisionId),
  ]
}

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const spans = (of: readonly (readonly [string, string])[]) => of.map(([from, to]) => `${from}-${to}`).join(', ')

export function calendarColumns(): Column<Recorded<'calendar'>>[] {
  const { text, wide } = columnsOf<Recorded<'calendar'>>()
  return [
    text('Name', 'of the calendar', ({ name }) => name),
    text('Zone', 'whose clocks', ({ zone }) => zone),
    text('Always open', 'yes: every minute of every day', ({ isAlwaysOpen }) => yesNo(isAlwaysOpen)),
    wide('Week', 'the hours of each day; a day not named is closed', ({ week }) =>
      listed(dayNames.flatMap((name, i) => (week[i + 1]?.length ? `${name} ${spans(week[i + 1] ?? [])}` : []))),
    ),
    text('Holidays', 'yes: closed on those of holidays.csv', ({ observesHolidays }) => yesNo(observesHolidays)),
    wide('Closures', 'other days closed', ({ closures }) =>
      listed(closures.map(({ from, through }) => `${from} to ${through}`)),
    ),
    wide('Other hours', 'of single dates, in place of the week’s', ({ shifts }) =>
      listed(Object.entries(shifts).map(([on, of]) => `${on} ${spans(of) || 'closed'}`)),
    ),
    text('Id', 'the same in every export', ({ id }) => id),
  ]
}

export function holidayColumns(): Column<Recorded<'holiday'>>[] {
  const { text, date } = columnsOf<Recorded<'holiday'>>()
  return [
    date('Date', 'of the holiday', ({ on }) => on),
    text('Name', 'of the holiday', ({ name }) => name),
    text('Source', 'where it was published', ({ source }) => source),
    text('Id', 'the same in every export', ({ id }) => id),
  ]
}

export function personColumns(): Column<Recorded<'person'>>[] {
  const { text } = columnsOf<Recorded<'person'>>()
  return [
    text('Name', 'of somebody whom a record names', ({ name }) => name),
    text('Team', 'as it is written with their account', ({ team }) => team),
    text('Id', 'of their account', ({ id }) => id),
  ]
}

export function deskTeamColumns(people: Names): Column<Recorded<'desk_team'>>[] {
  const { text, wide } = columnsOf<Recorded<'desk_team'>>()
  return [
    text('Name', 'of the team', ({ name }) => name),
    wide('People', 'who are in it', ({ personIds }) => listed(personIds.map((id) => named(people, id)))),
    text('Id', 'the same in every export', ({ id }) => id),
  ]
}
