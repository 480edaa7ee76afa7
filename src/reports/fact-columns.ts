// What is assumed of divisions, what their hours cost, and sums of recorded time, in columns.
import type { Recorded } from '../domain/kinds.ts'
import { columnsOf, listed } from './columns.ts'
import { type Names, named } from './names.ts'
import type { Column } from './table.ts'

export interface FactNames {
  readonly divisions: Names
  readonly systems: Names
  readonly people: Names
}

interface Stated {
  readonly source: string
  readonly asOf: string
  readonly byId: string
  readonly setAt: number
  readonly note: string
}

function statedColumns<Row extends Stated>(people: Names): Column<Row>[] {
  const { text, wide, instant, date } = columnsOf<Row>()
  return [
    text('Source', 'asked, measured or assumed', ({ source }) => source),
    date('As of', 'the day that it was found out', ({ asOf }) => asOf),
    text('Set by', 'who wrote it down', ({ byId }) => named(people, byId)),
    instant('Set', 'when they wrote it down', ({ setAt }) => setAt),
    wide('Note', 'what they noted', ({ note }) => note),
  ]
}

const topicWords = {
  reliance: 'share of the work that stops without the system',
  workaround: 'share of that loss avoided',
  present: 'share of posts at work',
  caught_up: 'share of lost work done later',
} as const

export function assumptionColumns({ divisions, systems, people }: FactNames): Column<Recorded<'assumption'>>[] {
  const { text, number, date } = columnsOf<Recorded<'assumption'>>()
  return [
    text('Division', 'whose work it is about', ({ divisionId }) => named(divisions, divisionId)),
    text('About', 'what the share means', ({ topic }) => topicWords[topic]),
    text('System', 'where it is about one', ({ systemId }) => named(systems, systemId)),
    date('From', 'the day it holds from, until a later one', ({ from }) => from),
    number('Share', '0 to 1', ({ share }) => share),
    number('After minutes', 'into an outage, for workarounds', ({ afterMinutes }) => afterMinutes),
    ...statedColumns<Recorded<'assumption'>>(people),
    text('Id', 'the same in every export', ({ id }) => id),
  ]
}

export function rateColumns({ divisions, people }: FactNames): Column<Recorded<'hourly_rate'>>[] {
  const { text, wide, number, date } = columnsOf<Recorded<'hourly_rate'>>()
  return [
    text('Division', 'whose hours they are', ({ divisionId }) => named(divisions, divisionId)),
    date('From', 'the day it holds from, until a later one', ({ from }) => from),
    number('Pounds an hour', 'of one post of the division’s mix of grades', ({ pencePerHour }) => pencePerHour / 100),
    wide('Working', 'what it was worked out from (JSON); empty: it was given', ({ working }) =>
      working === null ? '' : JSON.stringify(working),
    ),
    ...statedColumns<Recorded<'hourly_rate'>>(people),
    text('Id', 'the same in every export', ({ id }) => id),
  ]
}

/** One sum of a month. */
export type TimeSum = Recorded<'council_month'>['cells'][number] & { readonly teamId: string }

const hours = (seconds: number) => Math.round((seconds / 3600) * 1e6) / 1e6

export function timeSumColumns(teams: Names): Column<TimeSum>[] {
  const { text, number, date } = columnsOf<TimeSum>()
  return [
    text('Team', 'the legal team that worked for the council', ({ teamId }) => named(teams, teamId)),
    date('From', 'the first day that is summed', ({ on }) => on),
    date(
      'Through',
      'the last day; later than the first where one alone had fewer than three people',
      (sum) => sum.through,
    ),
    text('Grades', 'of those who worked', ({ grades }) => listed(grades)),
    number('Chargeable hours', 'recorded', ({ chargeableSeconds }) => hours(chargeableSeconds)),
    number('Chargeable units', 'the same in billing units', ({ chargeableUnits }) => chargeableUnits),
    number('Other hours', 'recorded', ({ otherSeconds }) => hours(otherSeconds)),
    number('Value in pounds', 'at the rates of the entries', ({ valuePence }) => valuePence / 100),
    number('Entries without a rate', 'which the value leaves out', ({ unpricedCount }) => unpricedCount),
  ]
}
