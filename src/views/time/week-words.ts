// A week of one's own time in words. Pure.
import { formatDay } from '../../domain/format.ts'
import { addDays, type LocalDate } from '../../domain/local-date.ts'
import type { OwnDay } from '../../metrics/own-time.ts'
import { clockWords, timeWords } from './time-words.ts'

/** A local date as formatters of instants take it, whatever their zone. */
export const noonOf = (on: LocalDate): number => Date.parse(`${on}T12:00:00Z`)

/** "Today", "Yesterday", "Mon 2 Mar". */
export function dayName(on: LocalDate, today: LocalDate): string {
  if (on === today) return 'Today'
  return on === addDays(today, -1) ? 'Yesterday' : formatDay(noonOf(on), noonOf(today))
}

/** "Mon 2". */
export const shortDay = (on: LocalDate): string => formatDay(noonOf(on), noonOf(on)).split(' ').slice(0, 2).join(' ')

/** "Mon 2 Mar to Sun 8 Mar". */
export const weekName = (monday: LocalDate, today: LocalDate): string =>
  `${formatDay(noonOf(monday), noonOf(today))} to ${formatDay(noonOf(addDays(monday, 6)), noonOf(today))}`

/** What stands under a day's bar: time, or why there is none. A day off and a day without entries look different. */
export function dayTotal({ state, seconds, awayShare }: OwnDay): string {
  if (state === 'recorded') return clockWords(seconds)
  if (awayShare >= 1) return 'Away'
  return state === 'unrecorded' ? 'None' : '–'
}

/** The same for those who hear it: "6 h 12 min recorded, 5 h chargeable, target 4 h 36 min". */
export function dayHeard({ state, seconds, chargeableSeconds, terms, awayShare, isWorkingDay }: OwnDay): string {
  const target = terms && terms.targetSeconds > 0 ? `, target ${timeWords(terms.targetSeconds)}` : ''
  const away = awayShare > 0 && awayShare < 1 ? ', away for part of it' : ''
  if (state === 'recorded')
    return `${timeWords(seconds)} recorded, ${timeWords(chargeableSeconds)} chargeable${target}${away}`
  if (awayShare >= 1) return 'away'
  if (state === 'unrecorded') return `nothing recorded${target}${away}`
  return isWorkingDay ? `nothing recorded yet${target}${away}` : 'no working day'
}
