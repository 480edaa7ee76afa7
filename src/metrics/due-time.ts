// What is due from each fee earner of a team on each day of a month: the day's part of the target, and contract hours.
import type { Absence, Post } from '../domain/legal-practice.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { daysOf, type Period } from '../domain/period.ts'
import { grouped } from './grouped.ts'
import { phasedTargetHours } from './target-prorata.ts'

export interface DueFacts {
  /** Of one team. */
  readonly posts: readonly Post[]
  /** Of whomever. */
  readonly absences: readonly Absence[]
  /** Every working date of the financial year that the days lie in. */
  readonly workingDates: readonly LocalDate[]
}

export interface Due {
  readonly personId: string
  readonly on: LocalDate
  readonly targetHours: number
  readonly contractHours: number
}

const forEver: LocalDate = '9999-12-31'

/**
 * People and days with something due, in the order of ids and dates. Contract hours of a working day are a fifth of the
 * week's. Absence lowers both by its share of the day; it is not caught up on other days.
 */
export function dueTime({ posts, absences, workingDates }: DueFacts, month: Period): Due[] {
  const dates = workingDates.filter((date) => month.from <= date && date < month.to)
  const days = daysOf(month).filter(({ from }) => dates.includes(from))
  const people = [...grouped(posts, ({ personId }) => personId)].sort(([a], [b]) => (a < b ? -1 : 1))
  return people.flatMap(([personId, held]) => {
    const segments = [...held]
      .sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)))
      .map((post) => ({ ...post, to: post.to ?? forEver }))
    const own = absences.filter((absence) => absence.personId === personId)
    const away = new Map(dates.map((date) => [date, shareAway(own, date)]))
    return days.flatMap((day) => {
      const on = day.from
      const targetHours = phasedTargetHours({ segments, workingDates, absences: away }, day) ?? 0
      const post = segments.find(({ from, to }) => from <= on && on < to)
      const contractHours = ((post?.weeklyHours ?? 0) * (post?.fte ?? 0) * (1 - (away.get(on) ?? 0))) / 5
      return targetHours > 0 || contractHours > 0 ? [{ personId, on, targetHours, contractHours }] : []
    })
  })
}

/** Of the day; absences that overlap do not make it more than one. */
export function shareAway(absences: readonly Pick<Absence, 'from' | 'to' | 'share'>[], date: LocalDate): number {
  const shares = absences.filter(({ from, to }) => from <= date && date < to).map(({ share }) => share)
  return Math.min(
    1,
    shares.reduce((sum, share) => sum + share, 0),
  )
}
