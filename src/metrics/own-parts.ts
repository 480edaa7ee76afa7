// One person's recorded time laid on local days: an entry keeps its start day, totals split it at local midnight.
import { currentEntries } from '../domain/current-entries.ts'
import type { Interval } from '../domain/interval.ts'
import type { Recorded } from '../domain/kinds.ts'
import { addDays, type LocalDate } from '../domain/local-date.ts'
import { DEFAULT_ZONE, midnight, zoneOf } from '../domain/zone.ts'

type Entry = Recorded<'entry'>
const zone = zoneOf(DEFAULT_ZONE)

/** What of an entry falls on one local day. */
export interface DayPart {
  readonly entry: Entry
  readonly seconds: number
  /** null: the entry has no times. */
  readonly span: Interval | null
}

/** The parts of entries on a local date, timed ones first and in order. The parts of an entry add up to its seconds. */
export function partsOn(entries: readonly Entry[], on: LocalDate): DayPart[] {
  const day = dayInstants(on)
  return entries
    .flatMap((entry) => partOn(entry, on, day) ?? [])
    .sort((a, b) => (a.span?.start ?? Infinity) - (b.span?.start ?? Infinity) || (a.entry.id < b.entry.id ? -1 : 1))
}

function partOn(entry: Entry, on: LocalDate, day: Interval): DayPart | undefined {
  const { startAt, endAt, seconds } = entry
  if (startAt === null || endAt === null || endAt <= startAt)
    return entry.workedOn === on ? { entry, seconds, span: null } : undefined
  const start = Math.max(startAt, day.start)
  const end = Math.min(endAt, day.end)
  if (end <= start) return undefined
  // What was recorded may be less than the span it lies in: each day has its share, and no second is lost between them.
  const until = (at: number) => Math.round((seconds * (at - startAt)) / (endAt - startAt))
  return { entry, seconds: until(end) - until(start), span: { start, end } }
}

/** From local midnight to local midnight: 23 or 25 hours where the clock changes. */
export const dayInstants = (on: LocalDate): Interval => ({
  start: midnight(zone, on),
  end: midnight(zone, addDays(on, 1)),
})

export interface DaySeconds {
  readonly seconds: number
  readonly chargeableSeconds: number
}

export function secondsOf(parts: readonly DayPart[]): DaySeconds {
  const isChargeable = ({ entry }: DayPart) => entry.chargeability === 'chargeable'
  const total = (of: readonly DayPart[]) => of.reduce((sum, { seconds }) => sum + seconds, 0)
  return { seconds: total(parts), chargeableSeconds: total(parts.filter(isChargeable)) }
}

/** What counts of a person's entries on one local date. */
export const secondsOn = (records: readonly Entry[], on: LocalDate): DaySeconds =>
  secondsOf(partsOn(currentEntries(records).entries, on))
