/**
 * Outages as events, each with the days it is compared with: what was worked on the same weekdays of other weeks. All by
 * local date; a day of 23 or 25 hours is one day.
 */
import { dayOfDate, type LocalDate } from '../domain/local-date.ts'

/** One working day of a team; weekends and bank holidays have none, a date has at most one. */
export interface WorkedDay {
  readonly on: LocalDate
  /** What is compared, such as chargeable hours, of the whole team. */
  readonly hours: number
  /** People at work that day. */
  readonly presentCount: number
  /** People of the team that day, at work or away. */
  readonly teamCount: number
  /** Its timesheets are in: late entry looks like loss. */
  readonly isClosed: boolean
}

export interface EventWindow {
  readonly from: LocalDate
  /** The last day, included. */
  readonly through: LocalDate
}

export interface ComparedEvent extends EventWindow {
  readonly observedHours: number
  /** Hours of each set of comparable days, as if as many people had been present as on the event's days. */
  readonly baselineHours: readonly number[]
}

export interface ComparedEvents {
  /** In the order of dates. Having few or no baselines does not leave an event out. */
  readonly events: readonly ComparedEvent[]
  /** Not yet to be judged: a day of the window is still to come or its timesheets are not in. */
  readonly waiting: readonly EventWindow[]
}

export interface ComparisonRules {
  /** Working days after the outage that count with it, so that work moved to the next day is no loss. */
  readonly followingDays: number
  readonly weeksBefore: number
  readonly weeksAfter: number
}

export const COMPARISON_RULES: ComparisonRules = { followingDays: 2, weeksBefore: 12, weeksAfter: 4 }

/**
 * `outageDates`: the local dates that a relevant outage touched, in any order; one on which nobody was present makes no
 * event. A window is such a day and the next working days with people present; windows that touch or overlap are one
 * event. Its baselines are its dates moved by whole weeks, weeks before and after, without a set that has a day missing
 * (a bank holiday), in any event's window, touched by an outage, with timesheets still out, or under half the team.
 */
export function comparedEvents(
  days: readonly WorkedDay[],
  outageDates: ReadonlySet<LocalDate>,
  rules = COMPARISON_RULES,
): ComparedEvents {
  const dayByNumber = new Map(days.map((day) => [dayOfDate(day.on), day]))
  const windows = windowsOf(days, outageDates, rules.followingDays)
  const inWindow = new Set(windows.flatMap(({ days: own }) => own.map(({ on }) => on)))
  const isComparable = (day: WorkedDay) =>
    day.isClosed &&
    day.presentCount > 0 &&
    day.presentCount * 2 >= day.teamCount &&
    !inWindow.has(day.on) &&
    !outageDates.has(day.on)

  const events: ComparedEvent[] = []
  const waiting: EventWindow[] = []
  for (const { days: own, missingCount, from, through } of windows) {
    if (missingCount > 0 || own.some(({ isClosed }) => !isClosed)) waiting.push({ from, through })
    else {
      const inWeek = (weeks: number) =>
        scaledHours(own, (on) => dayByNumber.get(dayOfDate(on) + weeks * 7), isComparable)
      const baselineHours = weeksApart(rules)
        .map(inWeek)
        .filter((hours) => hours !== null)
      events.push({ from, through, observedHours: sumOfHours(own), baselineHours })
    }
  }
  return { events, waiting }
}

interface Window {
  readonly from: LocalDate
  through: LocalDate
  /** With people present, in order; one at least. */
  readonly days: WorkedDay[]
  /** Of the days after the last outage day, how many are not known yet. */
  missingCount: number
}

function windowsOf(days: readonly WorkedDay[], outageDates: ReadonlySet<LocalDate>, followingDays: number): Window[] {
  const present = days.filter(({ presentCount }) => presentCount > 0).sort((a, b) => (a.on < b.on ? -1 : 1))
  const windows: Window[] = []
  let open: Window | undefined
  for (const day of present) {
    if (outageDates.has(day.on)) {
      if (!open) {
        open = { from: day.on, through: day.on, days: [], missingCount: 0 }
        windows.push(open)
      }
      open.missingCount = followingDays + 1
    } else if (open?.missingCount === 0) open = undefined
    if (!open) continue
    open.days.push(day)
    open.through = day.on
    open.missingCount -= 1
  }
  return windows
}

/** The hours of these days in another week, day by day for as many people as were present; null when one is not comparable. */
function scaledHours(
  days: readonly WorkedDay[],
  dayLike: (on: LocalDate) => WorkedDay | undefined,
  isComparable: (day: WorkedDay) => boolean,
): number | null {
  let hours = 0
  for (const { on, presentCount } of days) {
    const other = dayLike(on)
    if (!other || !isComparable(other)) return null
    hours += (other.hours * presentCount) / other.presentCount
  }
  return hours
}

function sumOfHours(days: readonly WorkedDay[]): number {
  return days.reduce((sum, { hours }) => sum + hours, 0)
}

/** -12 to -1 and 1 to 4. */
function weeksApart({ weeksBefore, weeksAfter }: ComparisonRules): number[] {
  const all = Array.from({ length: weeksBefore + 1 + weeksAfter }, (_, index) => index - weeksBefore)
  return all.filter((weeks) => weeks !== 0)
}
