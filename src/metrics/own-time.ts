// One person's week: what was recorded by day against target and contract hours, and what is odd about it. Days are
// those of Europe/London; seconds are whole.
import { billingUnits, type UnitPolicy, unitsAmountPence } from '../domain/billing-units.ts'
import { currentEntries } from '../domain/current-entries.ts'
import type { Interval } from '../domain/interval.ts'
import type { Recorded } from '../domain/kinds.ts'
import { addDays, type LocalDate } from '../domain/local-date.ts'
import { shareAway } from './due-time.ts'
import { type DayTerms, dayTerms, gapsIn, workingDays } from './own-days.ts'
import { type DayPart, dayInstants, partsOn, secondsOf } from './own-parts.ts'
import { percentOf, utilisation } from './utilisation.ts'

type Entry = Recorded<'entry'>

export interface OwnRecords {
  /** All of the person's entries, whichever of them count. */
  readonly entries: readonly Entry[]
  readonly timers: readonly Pick<Recorded<'timer'>, 'startAt'>[]
  readonly posts: readonly Recorded<'post'>[]
  readonly absences: readonly Recorded<'absence'>[]
  /** Of the division that the person's team is part of. */
  readonly calendar: Recorded<'calendar'> | undefined
  readonly holidays: readonly Recorded<'holiday'>[]
}

/**
 * recorded: there is an entry. unrecorded: a working day that is over, with none. free: no work was due. ahead: a working
 * day that is not over, with no entry yet.
 */
export type DayState = 'recorded' | 'unrecorded' | 'free' | 'ahead'

export interface OwnDay {
  readonly on: LocalDate
  readonly state: DayState
  readonly parts: readonly DayPart[]
  readonly seconds: number
  readonly chargeableSeconds: number
  /** null: no post on this day. */
  readonly terms: DayTerms | null
  readonly awayShare: number
  readonly isWorkingDay: boolean
  readonly hours: readonly Interval[]
  /** Working time that is over and has no entry with times, a quarter of an hour at least. */
  readonly gaps: readonly Interval[]
}

export interface OwnWeek {
  /** Monday to Sunday. */
  readonly days: readonly OwnDay[]
  readonly seconds: number
  readonly chargeableSeconds: number
  /** null: no post in this week. */
  readonly targetSeconds: number | null
  /** Of working days that are over; null when there are none. */
  readonly completenessPercent: number | null
  readonly utilisationPercent: number | null
  /** Of the chargeable entries that start in this week. */
  readonly billing: Billing
}

export interface Billing {
  readonly seconds: number
  readonly units: number
  readonly unitSeconds: number
  /** Of those with a rate. */
  readonly valuePence: number
  readonly unpriced: readonly Entry[]
}

export function ownWeek(records: OwnRecords, monday: LocalDate, now: number): OwnWeek {
  const { entries } = currentEntries(records.entries)
  const working = workingDays(records.calendar, records.holidays)
  const days = [0, 1, 2, 3, 4, 5, 6].map((i) => ownDay(records, entries, working, addDays(monday, i), now))
  const end = addDays(monday, 7)
  const over = days.filter(({ on, terms }) => terms !== null && dayInstants(on).end <= now)
  const hoursOf = (of: (day: OwnDay) => number) => over.reduce((sum, day) => sum + of(day), 0) / 3600
  const available = over.length === 0 ? null : hoursOf(({ terms }) => terms?.availableSeconds ?? 0)
  const chargeable = { chargeableHours: hoursOf((day) => day.chargeableSeconds), availableHours: available }
  const due = days.flatMap(({ terms }) => (terms ? terms.targetSeconds : []))
  return {
    days,
    seconds: sum(days.map(({ seconds }) => seconds)),
    chargeableSeconds: sum(days.map(({ chargeableSeconds }) => chargeableSeconds)),
    targetSeconds: due.length === 0 ? null : sum(due),
    completenessPercent: percentOf(
      hoursOf((day) => day.seconds),
      available,
    ),
    utilisationPercent: utilisation({ ...chargeable, targetHours: null }).utilisationPercent,
    billing: billingOf(entries.filter(({ workedOn }) => monday <= workedOn && workedOn < end)),
  }
}

/** Chargeable time of a week in per cent of its target; null without one. */
export const performance = ({ chargeableSeconds, targetSeconds }: OwnWeek): number | null =>
  percentOf(chargeableSeconds, targetSeconds)

function ownDay(
  records: OwnRecords,
  entries: readonly Entry[],
  working: ReturnType<typeof workingDays>,
  on: LocalDate,
  now: number,
): OwnDay {
  const parts = partsOn(entries, on)
  const away = shareAway(records.absences, on)
  const hours = working?.hoursOf(on) ?? []
  const isDue = hours.length > 0 && away < 1
  const running = records.timers.map(({ startAt }) => ({ start: startAt, end: now }))
  const taken = [...parts.flatMap(({ span }) => span ?? []), ...running]
  const isOver = dayInstants(on).end <= now
  return {
    on,
    state: parts.length > 0 ? 'recorded' : isDue ? (isOver ? 'unrecorded' : 'ahead') : 'free',
    parts,
    ...secondsOf(parts),
    terms: dayTerms(records.posts, records.absences, working, on),
    awayShare: away,
    isWorkingDay: hours.length > 0,
    hours,
    gaps: isDue ? gapsIn(hours, taken, now) : [],
  }
}

/** Chargeable entries as they are billed. What has no rate has no value, and is listed. */
export function billingOf(entries: readonly Entry[]): Billing {
  const chargeable = entries.filter(({ chargeability }) => chargeability === 'chargeable')
  return {
    seconds: sum(chargeable.map(({ seconds }) => seconds)),
    units: sum(chargeable.map(({ units }) => units)),
    unitSeconds: sum(chargeable.map(({ units, unitMinutes }) => units * unitMinutes * 60)),
    valuePence: sum(
      chargeable.map(({ units, unitMinutes, pencePerHour }) =>
        pencePerHour === null ? 0 : unitsAmountPence(units, unitMinutes, pencePerHour),
      ),
    ),
    unpriced: chargeable.filter(({ pencePerHour }) => pencePerHour === null),
  }
}

/** Entries of one matter and day that are each shorter than a unit, and take fewer units as one. */
export interface ShortEntries {
  readonly matterId: string
  readonly count: number
  readonly seconds: number
  readonly units: number
  readonly unitsAsOne: number
}

const fewestShort = 3

export function shortEntries(parts: readonly DayPart[], policy: UnitPolicy): ShortEntries[] {
  const byMatter = new Map<string, Entry[]>()
  for (const { entry } of parts) {
    const { matterId, seconds, unitMinutes, chargeability } = entry
    if (matterId === null || chargeability !== 'chargeable' || seconds >= unitMinutes * 60) continue
    byMatter.set(matterId, [...(byMatter.get(matterId) ?? []), entry])
  }
  return [...byMatter].flatMap(([matterId, entries]) => {
    const { seconds, units } = billingOf(entries)
    const unitsAsOne = billingUnits(seconds, policy)
    return entries.length >= fewestShort && unitsAsOne < units
      ? [{ matterId, count: entries.length, seconds, units, unitsAsOne }]
      : []
  })
}

/** Entries with times that share some with [start, end): touching ends share none. */
export function overlapping(
  entries: readonly Entry[],
  { start, end }: Interval,
): { readonly entry: Entry; readonly sharedMs: number }[] {
  return entries.flatMap((entry) => {
    if (entry.startAt === null || entry.endAt === null) return []
    const sharedMs = Math.min(end, entry.endAt) - Math.max(start, entry.startAt)
    return sharedMs > 0 ? [{ entry, sharedMs }] : []
  })
}

/** An outage as it touched the working hours of a day. */
export interface Touch<O> {
  readonly outage: O
  readonly start: number
  /** null: it goes on. */
  readonly end: number | null
}

/** The longest first. */
export function touching<O extends { readonly startAt: number; readonly endAt: number | null; readonly loss: number }>(
  outages: readonly O[],
  hours: readonly Interval[],
  now: number,
): Touch<O>[] {
  const touches = outages.flatMap((outage) => {
    const until = Math.min(outage.endAt ?? now, now)
    const cut = hours.flatMap(({ start, end }) => {
      const part = { start: Math.max(start, outage.startAt), end: Math.min(end, until) }
      return part.start < part.end ? part : []
    })
    const [first, last] = [cut[0], cut.at(-1)]
    if (!first || !last || outage.loss === 0) return []
    const goesOn = outage.endAt === null && last.end === now
    return [{ outage, start: first.start, end: goesOn ? null : last.end, ms: sum(cut.map((c) => c.end - c.start)) }]
  })
  return touches.sort((a, b) => b.ms - a.ms).map(({ ms: _, ...touch }) => touch)
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
