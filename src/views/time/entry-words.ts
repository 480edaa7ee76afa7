// One piece of recorded time and its history in words. Pure.
import { unitsAmountPence } from '../../domain/billing-units.ts'
import { formatClock, formatPence } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { timeWords, unitsWords } from './time-words.ts'
import { dayName } from './week-words.ts'

type Entry = Recorded<'entry'>

/** "1 h 12 min (e), Today, 10:00 to 11:12". */
export function entryWords(entry: Entry, today: LocalDate): string {
  const { seconds, isEstimated, startAt, endAt, workedOn } = entry
  const times = startAt === null || endAt === null ? '' : `, ${formatClock(startAt)} to ${formatClock(endAt)}`
  return `${timeWords(seconds)}${isEstimated ? ' (e)' : ''}, ${dayName(workedOn, today)}${times}`
}

/** "12 units at £80.00 an hour: £96.00"; what has no rate has no value. */
export function billedWords({ chargeability, units, unitMinutes, pencePerHour }: Entry): string {
  if (chargeability !== 'chargeable') return 'Not charged'
  if (pencePerHour === null) return `${unitsWords(units)}, no rate yet`
  const value = formatPence(unitsAmountPence(units, unitMinutes, pencePerHour))
  return `${unitsWords(units)} at ${formatPence(pencePerHour)} an hour: ${value}`
}

const sourceWords: Readonly<Record<Entry['source'], string>> = {
  timer: 'By timer',
  typed: 'Typed in',
  again: 'Repeated from an earlier entry',
  import: 'Imported',
}
export const sourceOf = ({ source }: Entry): string => sourceWords[source]

/** What a version did to those before it. `versions`: oldest first. */
export function versionTitle(version: Entry, versions: readonly Entry[]): string {
  const before = versions.filter(({ id }) => version.replaces.includes(id))
  if (before.length > 1) return version.isRemoved ? 'Chosen: removed' : `Chosen: ${timeWords(version.seconds)}`
  if (version.isRemoved) return 'Removed'
  if (before.some(({ isRemoved }) => isRemoved)) return 'Brought back'
  if (version.replaces.length > 0) return `Corrected to ${timeWords(version.seconds)}`
  return version.timerId === null
    ? `Recorded: ${timeWords(version.seconds)}`
    : `Timer stopped: ${timeWords(version.seconds)}`
}
