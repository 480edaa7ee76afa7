// What lists of systems say, in columns.
import type { Recorded } from '../domain/kinds.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { type Agreement, agreementOn } from '../domain/system.ts'
import { columnsOf, listed } from './columns.ts'
import { type Names, named } from './names.ts'
import type { Column } from './table.ts'

type System = Recorded<'system'>

/** With what is agreed on a day. */
export function systemColumns(calendars: Names, today: LocalDate): Column<System>[] {
  const { text, wide, number, date } = columnsOf<System>()
  return [
    text('Name', 'what people call it', ({ name }) => name),
    wide('About', 'what it is for', ({ about }) => about),
    text('Owner', 'who answers for it', ({ owner }) => owner),
    text('Agreed hours', 'in force on the day of the export', (system) =>
      named(calendars, agreementOn(system, today).calendarId),
    ),
    number('Target', 'percent of the agreed hours', (system) => agreementOn(system, today).targetPercent),
    date('Retired on', 'empty while it is in service', ({ retiredOn }) => retiredOn),
    text('Id', 'the same in every export', ({ id }) => id),
  ]
}

/** One agreement of a system. */
export type AgreementRow = Agreement & { readonly systemId: string }

export function agreementColumns(systems: Names, calendars: Names): Column<AgreementRow>[] {
  const { text, number, date } = columnsOf<AgreementRow>()
  return [
    text('System', 'of which', ({ systemId }) => named(systems, systemId)),
    date('From', 'the day it holds from, until a later one', ({ from }) => from),
    text('Agreed hours', 'the calendar that counts', ({ calendarId }) => named(calendars, calendarId)),
    number('Target', 'percent of the agreed hours; empty: none', ({ targetPercent }) => targetPercent),
    number(
      'Notice minutes',
      'that planned work needs to be left out; empty: as for the partnership',
      ({ noticeMinutes }) => noticeMinutes,
    ),
    text('System id', 'as in systems.csv', ({ systemId }) => systemId),
  ]
}

export function dependencyColumns(systems: Names): Column<Recorded<'dependency'>>[] {
  const { text, wide, number } = columnsOf<Recorded<'dependency'>>()
  return [
    text('System', 'which needs something', ({ systemId }) => named(systems, systemId)),
    text('Type', 'hard: all of it stops; soft: a share; any: so many of several are enough', ({ type }) => type),
    wide('Needs', 'what it needs', ({ needs }) => listed(needs.map((id) => named(systems, id)))),
    number('Weight', 'the share that stops, for soft ones', ({ weight }) => weight),
    number('How many', 'of those it needs are enough', ({ need }) => need),
    text('Id', 'the same in every export', ({ id }) => id),
  ]
}
