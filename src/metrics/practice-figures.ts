// A legal practice as its manager sees it: each person's time against target and contract hours, and at which level work is done.
import type { Recorded } from '../domain/kinds.ts'
import { type Grade, grades, type MatterType, matterTypes } from '../domain/legal-words.ts'
import { daysOf, type Period } from '../domain/period.ts'
import { shareAway } from './due-time.ts'
import { dayTerms, workingDays } from './own-days.ts'
import { dayInstants, partsOn } from './own-parts.ts'
import { billingOf } from './own-time.ts'
import { yearTarget } from './target-prorata.ts'
import { groupUtilisation, percentOf, type Utilisation, utilisation } from './utilisation.ts'

type Entry = Recorded<'entry'>
type Post = Recorded<'post'>

export interface PracticeRecords {
  /** Those that count, of everybody. */
  readonly entries: readonly Entry[]
  /** Of the team. */
  readonly posts: readonly Post[]
  readonly absences: readonly Recorded<'absence'>[]
  /** Of the team's division. */
  readonly calendar: Recorded<'calendar'> | undefined
  readonly holidays: readonly Recorded<'holiday'>[]
}

export interface TimeOfPeople extends Utilisation {
  readonly recordedHours: number
  /** Recorded of available hours; null where none were available, or nobody has said the working days. */
  readonly completenessPercent: number | null
  /** Chargeable entries without a rate. */
  readonly unpricedCount: number
}
export interface TimeOfPerson extends TimeOfPeople {
  readonly personId: string
  /** Working days that are over, with nothing recorded and no absence for the whole of them. */
  readonly unrecordedDayCount: number
}

/** People with a post in the period, in no order. Days that are over count. Available: contract hours less absence. */
export function timeByPerson(records: PracticeRecords, period: Period, now: number): TimeOfPerson[] {
  const working = workingDays(records.calendar, records.holidays)
  const days = daysOf(period).flatMap(({ from }) => (dayInstants(from).end <= now ? [from] : []))
  const holds = (post: Post) => post.from < period.to && (post.to === null || post.to > period.from)
  const ids = new Set(records.posts.filter(holds).map(({ personId }) => personId))
  return [...ids].map((personId) => {
    const own = <R extends { readonly personId: string }>(all: readonly R[]) =>
      all.filter((each) => each.personId === personId)
    const [entries, posts, absences] = [own(records.entries), own(records.posts), own(records.absences)]
    const lines = days.map((on) => {
      const parts = partsOn(entries, on)
      const isUnrecorded = parts.length === 0 && shareAway(absences, on) < 1 && (working?.hoursOf(on).length ?? 0) > 0
      return { parts, terms: dayTerms(posts, absences, working, on), isUnrecorded }
    })
    const hoursOf = (of: (line: (typeof lines)[number]) => number) =>
      lines.reduce((sum, line) => sum + of(line), 0) / 3600
    const partHours = (isWanted: (entry: Entry) => boolean) =>
      hoursOf(({ parts }) => parts.reduce((sum, { entry, seconds }) => sum + (isWanted(entry) ? seconds : 0), 0))
    const known = lines.some(({ terms }) => terms !== null)
    const recordedHours = partHours(() => true)
    const figures = utilisation({
      chargeableHours: partHours(({ chargeability }) => chargeability === 'chargeable'),
      availableHours: known ? hoursOf(({ terms }) => terms?.availableSeconds ?? 0) : null,
      targetHours: known ? hoursOf(({ terms }) => terms?.targetSeconds ?? 0) : null,
    })
    return {
      personId,
      ...figures,
      recordedHours,
      completenessPercent: percentOf(recordedHours, figures.availableHours),
      unpricedCount: billingOf(entries.filter(({ workedOn }) => period.from <= workedOn && workedOn < period.to))
        .unpriced.length,
      unrecordedDayCount: lines.filter(({ isUnrecorded, terms }) => isUnrecorded && terms !== null).length,
    }
  })
}

/** Sum over sum, never a mean of people's percentages. */
export function timeOfAll(people: readonly TimeOfPerson[]): TimeOfPeople {
  const figures = groupUtilisation(people)
  const recordedHours = people.reduce((sum, person) => sum + person.recordedHours, 0)
  return {
    ...figures,
    recordedHours,
    completenessPercent: percentOf(recordedHours, figures.availableHours),
    unpricedCount: people.reduce((sum, person) => sum + person.unpricedCount, 0),
  }
}

/** The hours due of one person in a year, pro rata: 1,200 x 0.6 = 720. null: no day of the year has a post. */
export function targetOfYear(posts: readonly Post[], year: Period): number | null {
  const target = yearTarget(
    year,
    posts.map(({ from, to, fte, annualHours }) => ({ from, to: to ?? year.to, fte, annualHours })),
  )
  return target.coveredDayCount > 0 ? target.hours : null
}

/** Units by the level they were done at, against the grade that the matter wants. */
export interface Allocation {
  readonly type: MatterType
  /** By a higher grade than wanted. */
  readonly aboveUnits: number
  readonly atUnits: number
  readonly belowUnits: number
}
export interface Allocations {
  /** Types with any such unit, in the order of the list of types. */
  readonly rows: readonly Allocation[]
  /** Chargeable units on no matter, on one that is not here or wants no grade, or of nobody's grade. */
  readonly leftOutUnits: number
}

export function allocations(entries: readonly Entry[], matters: readonly Recorded<'matter'>[]): Allocations {
  const wanted = new Map(matters.map((matter) => [matter.id, matter]))
  const units = new Map<MatterType, Allocation>()
  let leftOutUnits = 0
  for (const entry of entries) {
    if (entry.chargeability !== 'chargeable') continue
    const matter = entry.matterId === null ? undefined : wanted.get(entry.matterId)
    if (!matter?.gradeWanted || entry.grade === null) leftOutUnits += entry.units
    else {
      const { type } = matter
      const row = units.get(type) ?? { type, aboveUnits: 0, atUnits: 0, belowUnits: 0 }
      const level = levelOf(entry.grade, matter.gradeWanted)
      units.set(type, { ...row, [level]: row[level] + entry.units })
    }
  }
  return { rows: matterTypes.flatMap((type) => units.get(type) ?? []), leftOutUnits }
}

const levelOf = (done: Grade, wanted: Grade): 'aboveUnits' | 'atUnits' | 'belowUnits' =>
  done === wanted ? 'atUnits' : grades.indexOf(done) < grades.indexOf(wanted) ? 'aboveUnits' : 'belowUnits'
