/** A calendar as people write it, as records keep it and as calc takes it. The wall clock of its zone decides. */
import type { LocalDate } from './local-date.ts'

/** `[from, to]` as HH:MM; 24:00 is the end of a day. */
export type ClockSpan = readonly string[]

/** A date, a closure with its last day included, or a closure of every year (MM-DD, may wrap over New Year). */
export type Holiday =
  | LocalDate
  | {
      readonly from: string
      readonly through: string
      readonly every_year?: boolean | undefined
    }

export interface CalendarHours {
  readonly zone?: string | undefined
  readonly name?: string | undefined
  /** Weekday "1" (Monday) to "7"; a weekday not named is closed. */
  readonly week: Readonly<Record<string, readonly ClockSpan[]>>
  readonly holidays?: readonly Holiday[] | undefined
  /** The hours of a date, in place of the weekly ones. */
  readonly shifts?: Readonly<Record<LocalDate, readonly ClockSpan[]>> | undefined
  /** Taken away on a date. */
  readonly breaks?: Readonly<Record<LocalDate, readonly ClockSpan[]>> | undefined
}

export type CalendarSpec = '24x7' | CalendarHours

const CLOCK = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/

/** Minutes since midnight of HH:MM, 1440 for 24:00; undefined for anything else. */
export function clockMinutes(clock: string): number | undefined {
  const match = CLOCK.exec(clock)
  if (!match) return undefined
  return match[1] === undefined ? 1440 : Number(match[1]) * 60 + Number(match[2])
}
