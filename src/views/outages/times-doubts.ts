// What looks wrong with an outage's times, and how it would be mended. Pure.
import { DAY_MS } from '../../domain/duration.ts'
import { readMoment, typedMomentOf } from './moment.ts'
import type { ReadTimes } from './times-form.ts'

export interface Doubt {
  /** What looks wrong, in a sentence. */
  readonly sentence: string
  /** The words on the button that mends it. */
  readonly fix: string
  readonly mended: ReadTimes
}

const longMs = 30 * DAY_MS

export function doubtsAbout({ startAt, endAt }: ReadTimes, now: number): Doubt[] {
  const doubts: Doubt[] = []
  if (endAt !== null && endAt < startAt)
    doubts.push({
      sentence: 'It ends before it starts. Saved like this it counts 0 minutes.',
      fix: 'Swap start and end',
      mended: { startAt: endAt, endAt: startAt },
    })
  if (startAt > now)
    doubts.push({ sentence: 'The start is still to come.', fix: 'Start it now', mended: { startAt: now, endAt } })
  if (endAt !== null && endAt > now && endAt >= startAt)
    doubts.push({ sentence: 'The end is still to come.', fix: 'End it now', mended: { startAt, endAt: now } })
  if (endAt !== null && endAt - startAt > longMs)
    doubts.push({
      sentence: `It lasts ${Math.floor((endAt - startAt) / DAY_MS)} days. Is the day right?`,
      fix: 'End it on the day it started',
      mended: { startAt, endAt: onSameDay(startAt, endAt) },
    })
  return doubts
}

/** The end's time of day on the day of the start, or on the day after where that would be too early. */
function onSameDay(startAt: number, endAt: number): number {
  const { time } = typedMomentOf(endAt)
  const onDay = (at: number) => {
    const read = readMoment({ ...typedMomentOf(at), time }, 'The end')
    return 'at' in read ? read.at : endAt
  }
  const sameDay = onDay(startAt)
  return sameDay > startAt ? sameDay : onDay(startAt + DAY_MS)
}
