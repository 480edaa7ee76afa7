// A timer that has run for so long that it was probably forgotten: nothing is thrown away, its person is asked. Pure.
import { HOUR_MS } from '../../domain/duration.ts'
import { formatInstant, formatWhen } from '../../domain/format.ts'
import type { Interval } from '../../domain/interval.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { timeWords } from './time-words.ts'

export const longRunMs = 10 * HOUR_MS

/** `stillAt`: when its person last said that it is running rightly; asked again as long after that. */
export const isForgotten = (
  timer: Pick<Recorded<'timer'>, 'startAt'>,
  stillAt: number | undefined,
  now: number,
): boolean => now - Math.max(timer.startAt, stillAt ?? 0) >= longRunMs

/** Where the answer to "Still working?" is kept on the device. */
export const stillKey = (timerId: string): string => `${timerId}:still`

export interface StopChoice {
  readonly value: 'end_of_day' | 'last_entry' | 'ten_hours'
  readonly label: string
  /** "Mon 9 Nov, 17:00: 7 h". */
  readonly detail: string
  readonly at: number
}

interface StopFacts {
  readonly startAt: number
  /** Working time of the local day of the start. */
  readonly hours: readonly Interval[]
  /** The person's entries. */
  readonly entries: readonly Pick<Recorded<'entry'>, 'endAt' | 'recordedAt'>[]
  readonly now: number
}

/** Moments since the start at which it may have ended. */
export function stopChoices({ startAt, hours, entries, now }: StopFacts): StopChoice[] {
  const isPossible = (at: number) => startAt < at && at <= now
  const dayEnd = hours.at(-1)?.end ?? 0
  const lastEntry = Math.max(0, ...entries.map(({ endAt, recordedAt }) => endAt ?? recordedAt).filter(isPossible))
  const choices = [
    { value: 'end_of_day', label: 'At the end of that working day', at: dayEnd },
    { value: 'last_entry', label: 'With my last entry', at: lastEntry },
    { value: 'ten_hours', label: 'Ten hours in', at: startAt + longRunMs },
  ] as const
  return choices.flatMap((choice) =>
    isPossible(choice.at)
      ? { ...choice, detail: `${formatInstant(choice.at, now)}: ${timeWords((choice.at - startAt) / 1000)}` }
      : [],
  )
}

/** "Running since Mon 9 Nov, 17:40." */
export const sinceWords = (startAt: number, now: number): string => `Running since ${formatWhen(startAt, now)}.`
