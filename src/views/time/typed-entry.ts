// A piece of time as it is being typed, and what it says: what can be saved, or what to mend. Pure.
import { billingUnits, type UnitPolicy } from '../../domain/billing-units.ts'
import { type ClockRange, writeDuration } from '../../domain/duration-text.ts'
import { formatClock } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { addDays, type LocalDate } from '../../domain/local-date.ts'
import type { FormError } from '../parts/form/error-summary.tsx'
import { dateProblemWords, readTypedMoment, type TypedMoment, typedMoment } from '../parts/form/typed-date.ts'
import { examples, readLine } from './read-line.ts'
import { clockText, type Folds, readRange, repeatedEnds } from './read-range.ts'
import { chargeLabels, dateAt, timeWords, unitsWords } from './time-words.ts'
import { dayName } from './week-words.ts'
import { type Work, workOf } from './work.ts'

export type DayChoice = 'today' | 'yesterday' | 'other'

export interface TypedEntry {
  /** "1.5 depot lease". */
  readonly line: string
  readonly day: DayChoice
  /** The date of `other`. */
  readonly date: TypedMoment
  readonly folds: Folds
  readonly work: Work
  readonly narrative: string
  readonly isEstimated: boolean
}

export const durationId = 'entry-duration'
export const dateId = 'entry-date'

type Entry = Recorded<'entry'>

export function newTyped(work: Work, on: LocalDate, today: LocalDate, line = ''): TypedEntry {
  const day = on === today ? 'today' : on === addDays(today, -1) ? 'yesterday' : 'other'
  const folds = { from: undefined, to: undefined }
  return { line, day, date: typedMoment(on), folds, work, narrative: '', isEstimated: false }
}

/** As it was recorded, to be corrected. */
export const typedOf = (entry: Entry, narrative: string, today: LocalDate): TypedEntry => ({
  ...newTyped(workOf(entry), entry.workedOn, today, writeDuration(entry.seconds)),
  narrative,
  isEstimated: entry.isEstimated,
})

/** What an entry says of its time. */
export interface ReadTimes {
  readonly workedOn: LocalDate
  readonly startAt: number | null
  readonly endAt: number | null
  /** 0 while nothing is typed. */
  readonly seconds: number
}

export type ReadEntry =
  | { readonly ok: true; readonly times: ReadTimes; readonly narrative: string }
  | { readonly ok: false; readonly errors: readonly FormError[] }

export interface Reading {
  readonly today: LocalDate
  readonly unitMinutes: number
  /** The entry that is corrected: what is not touched of it stays to the second. */
  readonly entry?: Entry | undefined
}

/** "yesterday" in the line. */
export function spokenDay({ line }: TypedEntry, { unitMinutes }: Pick<Reading, 'unitMinutes'>) {
  const read = readLine(line, unitMinutes)
  return read.ok ? read.day : undefined
}

/** The line without it, for when another day is chosen after all. */
export const withoutSpokenDay = (typed: TypedEntry, reading: Pick<Reading, 'unitMinutes'>): string =>
  spokenDay(typed, reading) ? typed.line.replace(/\b(today|yesterday)\b[,:]?\s*/i, '').trim() : typed.line

/** The day that is meant: said in the line, or chosen. undefined: the typed date is none. */
export function dayOf(typed: TypedEntry, reading: Pick<Reading, 'today' | 'unitMinutes'>): LocalDate | undefined {
  const { today } = reading
  const day = spokenDay(typed, reading) ?? typed.day
  if (day !== 'other') return day === 'today' ? today : addDays(today, -1)
  const read = readTypedMoment(typed.date, false)
  return 'date' in read ? read.date : undefined
}

export function readEntry(typed: TypedEntry, reading: Reading): ReadEntry {
  const on = dayOf(typed, reading)
  const times = readTimes(typed, reading, on)
  const errors = [
    ...('message' in times ? [{ fieldId: durationId, message: times.message }] : []),
    ...(on === undefined ? [dateError(typed.date)] : []),
  ]
  if (errors.length > 0 || 'message' in times) return { ok: false, errors }
  return { ok: true, times, narrative: narrativeOf(typed, reading) }
}

/** What was done: what is left of the line before what is written below it. */
export function narrativeOf(typed: TypedEntry, { unitMinutes }: Pick<Reading, 'unitMinutes'>): string {
  const line = readLine(typed.line, unitMinutes)
  return [line.ok ? line.rest : '', typed.narrative.trim()].filter(Boolean).join('\n')
}

function readTimes(typed: TypedEntry, reading: Reading, on: LocalDate | undefined): ReadTimes | { message: string } {
  const { entry, unitMinutes } = reading
  const line = readLine(typed.line, unitMinutes)
  if (!line.ok) return line
  if (line.seconds === 0) return { message: `Say how long it took, ${examples}.` }
  // A wrong date has its own error; the times are read on any day.
  const workedOn = on ?? reading.today
  if (line.range) {
    const read = readRange(line.range, workedOn, typed.folds)
    return read.ok ? { workedOn, startAt: read.startAt, endAt: read.endAt, seconds: read.seconds } : read
  }
  const startAt = entry?.workedOn === workedOn ? entry.startAt : null
  const isUntouched = entry !== undefined && line.seconds === entry.seconds
  const endAt = startAt === null ? null : isUntouched ? entry.endAt : startAt + line.seconds * 1000
  return { workedOn, startAt, endAt, seconds: line.seconds }
}

const dateError = (date: TypedMoment): FormError => {
  const read = readTypedMoment(date, false)
  return 'problem' in read
    ? { fieldId: `${dateId}-${read.part}`, message: `${dateProblemWords('The date', read)}.` }
    : { fieldId: `${dateId}-day`, message: 'The date must be a real date.' }
}

/** Times of the line that come twice on the night of its day: which of them is meant has to be said. */
export function askedFolds(typed: TypedEntry, reading: Reading): { side: keyof Folds; clock: string }[] {
  const range = rangeOf(typed, reading)
  const on = dayOf(typed, reading)
  if (!range || on === undefined) return []
  return repeatedEnds(range, on).map((side) => ({ side, clock: clockText(range[side]) }))
}

function rangeOf(typed: TypedEntry, { unitMinutes }: Reading): ClockRange | undefined {
  const line = readLine(typed.line, unitMinutes)
  return line.ok ? line.range : undefined
}

export interface ReadBack {
  readonly words: string
  /** It cannot be saved so: the words say what is missing. */
  readonly isProblem: boolean
}

/** "1 h 12 min = 12 units", or what is missing; nothing while nothing is typed. */
export function readBack(typed: TypedEntry, reading: Reading, policyOn: (on: LocalDate) => UnitPolicy): ReadBack {
  if (typed.line.trim() === '') return { words: '', isProblem: false }
  const on = dayOf(typed, reading)
  const times = readTimes(typed, reading, on)
  if ('message' in times) return { words: times.message, isProblem: true }
  const { chargeability } = typed.work
  const units = billingUnits(times.seconds, policyOn(times.workedOn))
  const length =
    chargeability === 'chargeable'
      ? `${timeWords(times.seconds)} = ${unitsWords(units)}`
      : `${timeWords(times.seconds)}, ${chargeLabels[chargeability].toLowerCase()}`
  const { startAt, endAt } = times
  const when = startAt === null || endAt === null ? '' : `, ${formatClock(startAt)} to ${formatClock(endAt)}`
  const line = readLine(typed.line, reading.unitMinutes)
  const rest = line.ok && line.rest !== '' ? ` Done: ${line.rest}` : ''
  return { words: `${length}. ${dayName(times.workedOn, reading.today)}${when}.${rest}`, isProblem: false }
}

/** What looks odd and is saved all the same. */
export function oddities(times: ReadTimes, now: number): string[] {
  if (times.endAt !== null && times.endAt > now) return ['It ends later than now.']
  return times.workedOn > dateAt(now) ? ['Its day is still to come.'] : []
}
