// Two times of a day's clock as instants. On the two nights when the clock changes, one that does not exist is refused and
// one that occurs twice is asked about. Pure.
import { DAY_MS, MINUTE_MS } from '../../domain/duration.ts'
import type { ClockRange } from '../../domain/duration-text.ts'
import { formatDate } from '../../domain/format.ts'
import { dayOfDate, type LocalDate } from '../../domain/local-date.ts'
import { DEFAULT_ZONE, type LocalReading, localToUtc, zoneOf } from '../../domain/zone.ts'

/** Which of two like times is meant: before the clocks go back, or after. */
export type Fold = 'first' | 'second'
export interface Folds {
  readonly from: Fold | undefined
  readonly to: Fold | undefined
}

export type ReadRange =
  | { readonly ok: true; readonly startAt: number; readonly endAt: number; readonly seconds: number }
  /** `ask`: these times occur twice on that night, and nobody has said which is meant. */
  | { readonly ok: false; readonly message: string; readonly ask?: readonly (keyof Folds)[] }

const zone = zoneOf(DEFAULT_ZONE)

/** "01:30". */
export const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

export function readRange({ from, to }: ClockRange, on: LocalDate, folds: Folds): ReadRange {
  const [start, end] = [readingOf(on, from), readingOf(on, to)]
  if (start.status === 'skipped') return { ok: false, message: skippedWords(on, from) }
  // The moment itself at which the clock jumps is a good end.
  if (end.status === 'skipped' && readingOf(on, to - 1).status === 'skipped')
    return { ok: false, message: skippedWords(on, to) }
  const unsaid = twice(start, end).filter((side) => folds[side] === undefined)
  if (unsaid.length > 0) {
    const times = [...new Set(unsaid.map((side) => clockText(side === 'from' ? from : to)))]
    const words =
      times.length === 1 ? `${times[0]} comes twice. Say which` : `${times.join(' and ')} come twice. Say which`
    return { ok: false, ask: unsaid, message: `The clocks go back on this night, so ${words}.` }
  }
  const startAt = meant(start, folds.from)
  const endAt = meant(end, folds.to)
  if (endAt <= startAt)
    return {
      ok: false,
      message: 'It ends before it starts: choose the second time for the end, or the first for the start.',
    }
  return { ok: true, startAt, endAt, seconds: (endAt - startAt) / 1000 }
}

/** Which ends of a range occur twice on that day. */
export const repeatedEnds = ({ from, to }: ClockRange, on: LocalDate): (keyof Folds)[] =>
  twice(readingOf(on, from), readingOf(on, to))

const twice = (start: LocalReading, end: LocalReading): (keyof Folds)[] => [
  ...(start.status === 'repeated' ? (['from'] as const) : []),
  ...(end.status === 'repeated' ? (['to'] as const) : []),
]

const readingOf = (on: LocalDate, minute: number) => localToUtc(zone, dayOfDate(on) * DAY_MS + minute * MINUTE_MS)

const meant = ({ utc, secondUtc }: LocalReading, fold: Fold | undefined) =>
  fold === 'second' && secondUtc !== null ? secondUtc : utc

const skippedWords = (on: LocalDate, minute: number) =>
  `There is no ${clockText(minute)} on ${formatDate(on)}: the clocks go from 01:00 to 02:00 that night. Write another time.`
