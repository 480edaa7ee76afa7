// Recorded time as sums that may leave the legal practice: by day for the team, by days and grades for each council.
//
// Why nobody learns one person's day from them. Chargeable time, its value, other time and what is due are each told only
// as sums over nobody or over three people or more: days (and grades) are joined until they are, and what fewer than
// three people have in a whole month is left out of it. Subtraction does not help: councils' days are joined alike, along the
// team's own, so that what no council is told of also rests on nobody or on three or more.
//
// The limit of that. Two of three people know the third's part. Where all are charged at one rate, the units that the value
// leaves out are those of the people without a rate. Where a council's time, or that of none, is one or two
// people's in the whole month, cells span the month, and the team's sums less the councils' are those people's month.
// Who compares sums before and after they were written anew sees what came between: three people's as a rule
// (server/figures), though one council's or one day's part of it may be one of theirs. And who knows everybody's hours may
// see from the contract hours who was away.
import type { Recorded } from '../domain/kinds.ts'
import { monthOf } from '../domain/period.ts'
import type { CouncilMonth, TeamMonth } from '../domain/time-figures.ts'
import { councilCells } from './council-cells.ts'
import { type Due, type DueFacts, dueTime } from './due-time.ts'
import { grouped } from './grouped.ts'
import { joinNeighbours } from './small-numbers.ts'
import {
  type FigureEntry,
  joinSpans,
  mayTell,
  mayTellValue,
  restOnEnough,
  type Span,
  sumsOf,
  withoutFew,
  withoutRates,
} from './time-sums.ts'

export type FigureAnswer = Pick<Recorded<'outage_answer'>, 'personId' | 'outageId' | 'answer'>

export interface MonthFacts extends DueFacts {
  readonly teamId: string
  /** `YYYY-MM` */
  readonly month: string
  /** Those that count, of this team and month. */
  readonly entries: readonly FigureEntry[]
  /** Of this team, for days of this month. */
  readonly answers: readonly FigureAnswer[]
}

export interface MonthFigures {
  readonly team: TeamMonth
  readonly councils: readonly CouncilMonth[]
}

/** Undefined when fewer than three people have recorded time in the month. */
export function monthFigures(facts: MonthFacts): MonthFigures | undefined {
  const { teamId, month } = facts
  const entries = facts.entries.filter(({ seconds }) => seconds > 0)
  if (entries.length === 0 || !restOnEnough(entries)) return undefined
  const due = dueTime(facts, monthOf(`${month}-01`))
  const kept = withoutFew(entries)
  const told = mayTellValue(kept) ? kept : withoutRates(kept)
  const days = joinNeighbours(daysWith(told, restOnEnough(due) ? due : []), (some) => {
    const joined = joinSpans(some)
    return mayTell(joined.entries) && restOnEnough(joined.dues)
  }).map(joinSpans)
  return {
    team: { teamId, month, days: days.map(dayOf), answers: answersOf(facts.answers) },
    councils: councilCells(days).map(({ councilId, cells }) => ({ councilId, teamId, month, cells })),
  }
}

function daysWith(entries: readonly FigureEntry[], dues: readonly Due[]): Span[] {
  const worked = grouped(entries, ({ workedOn }) => workedOn)
  const due = grouped(dues, ({ on }) => on)
  return [...new Set([...worked.keys(), ...due.keys()])].sort().map((on) => {
    const own = worked.get(on) ?? []
    const presentCount = new Set(own.map(({ personId }) => personId)).size
    const dueThen = due.get(on) ?? []
    return { on, through: on, entries: own, dues: dueThen, presentCount, expectedCount: dueThen.length }
  })
}

function dayOf({ on, through, entries, dues, presentCount, expectedCount }: Span): TeamMonth['days'][number] {
  const secondsOf = (hours: readonly number[]) => Math.round(hours.reduce((sum, each) => sum + each, 0) * 3600)
  const targetSeconds = secondsOf(dues.map(({ targetHours }) => targetHours))
  const contractSeconds = secondsOf(dues.map(({ contractHours }) => contractHours))
  return { on, through, ...sumsOf(entries), presentCount, expectedCount, targetSeconds, contractSeconds }
}

const mostAnswers = 200

/** Each person once for an outage: who lost time on one of its days lost time. */
function answersOf(answers: readonly FigureAnswer[]): TeamMonth['answers'] {
  const byOutage = [...grouped(answers, ({ outageId }) => outageId)].sort(([a], [b]) => (a < b ? -1 : 1))
  const told = byOutage.flatMap(([outageId, given]) => {
    if (!restOnEnough(given)) return []
    const lost = new Set(given.filter(({ answer }) => answer === 'lost').map(({ personId }) => personId))
    const all = new Set(given.map(({ personId }) => personId))
    return [{ outageId, lostCount: lost.size, workedRoundCount: all.size - lost.size }]
  })
  return told.slice(0, mostAnswers)
}
