// "Now", "15 min ago" or a typed moment: how a time is chosen wherever something has just happened. Pure.
import { MINUTE_MS } from '../../domain/duration.ts'
import { formatWhen } from '../../domain/format.ts'
import type { TypedMoment } from '../parts/form/typed-date.ts'
import type { ReadMoment } from './moment.ts'
import { readMoment } from './moment.ts'

/** Minutes ago, or `at`: as typed. */
export const agoChoices = ['0', '5', '15', '30'] as const
export type TimePick = (typeof agoChoices)[number] | 'at'

export interface TimeChoice {
  readonly pick: TimePick
  readonly typed: TypedMoment
}

export const minutesAgo = (pick: Exclude<TimePick, 'at'>, now: number): number => now - Number(pick) * MINUTE_MS

/** The instant chosen. `name` begins the sentence of a problem. */
export function readTimeChoice(choice: TimeChoice, now: number, name: string): ReadMoment {
  return choice.pick === 'at' ? readMoment(choice.typed, name) : { at: minutesAgo(choice.pick, now) }
}

/** Chips with the clock time that each of them means. */
export function timeOptions(now: number, picks: readonly TimePick[]) {
  return picks.map((pick) => {
    if (pick === 'at') return { value: pick, label: 'At…' }
    const label = pick === '0' ? 'Now' : `${pick} min ago`
    return { value: pick, label, detail: formatWhen(minutesAgo(pick, now), now) }
  })
}
