// Between instants and what people type: the clock is that of the partnership, whatever the device's own zone.

import { DAY_MS, MINUTE_MS } from '../../domain/duration.ts'
import { formatClock } from '../../domain/format.ts'
import { dayOfDate } from '../../domain/local-date.ts'
import { DEFAULT_ZONE, localDateAt, localToUtc, zoneOf } from '../../domain/zone.ts'
import type { TypedMoment, TypedPart } from '../parts/form/typed-date.ts'
import { readTypedMoment, typedMoment } from '../parts/form/typed-date.ts'

export type ReadMoment =
  | { readonly at: number }
  /** What to mend, in a sentence, and in which part of the field. */
  | { readonly problem: string; readonly part: TypedPart }

/** The local date of an instant. */
export const dateOf = (at: number): string => localDateAt(zoneOf(DEFAULT_ZONE), at)

export const typedMomentOf = (at: number): TypedMoment => typedMoment(dateOf(at), formatClock(at))

/**
 * The instant of a typed date and time. `name` begins the sentence of a problem: "The start". A time that the clock skips
 * moves on by the gap; of one that occurs twice it is the first.
 */
export function readMoment(typed: TypedMoment, name: string): ReadMoment {
  const read = readTypedMoment(typed, true)
  if ('problem' in read) {
    if (read.problem === 'missing') return { problem: `${name} needs a ${read.part}.`, part: read.part }
    if (read.problem === 'not a time')
      return { problem: `${name} must be a time of day, such as 10:05.`, part: read.part }
    return { problem: `${name} must be a real date, such as 27 3 2026.`, part: read.part }
  }
  const [hour = 0, minute = 0] = (read.time ?? '').split(':').map(Number)
  const localMs = dayOfDate(read.date) * DAY_MS + (hour * 60 + minute) * MINUTE_MS
  return { at: localToUtc(zoneOf(DEFAULT_ZONE), localMs).utc }
}
