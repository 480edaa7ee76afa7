// Statements of one piece of time that were made apart, in words. Pure.
import { currentEntries } from '../../domain/current-entries.ts'
import { formatClock, formatWhen } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { timeWords } from './time-words.ts'

type Entry = Recorded<'entry'>

/** Those of which its person has to choose: where all say that it was removed, nothing is asked. */
export const toChoose = (entries: readonly Entry[]): readonly (readonly [Entry, ...Entry[]])[] =>
  currentEntries(entries).toSettle.filter((group) => group.some(({ isRemoved }) => !isRemoved))

const isStop = ({ replaces, timerId, endAt, isRemoved }: Entry) =>
  timerId !== null && endAt !== null && replaces.length === 0 && !isRemoved

/** "Stopped twice: 12:00 (45 min) and 12:30 (75 min). Which is right?" */
export function settleQuestion(group: readonly Entry[], now: number): string {
  const areStops = group.every(isStop)
  const sides = group.map((entry) => sideWords(entry, areStops, now))
  const count = group.length === 2 ? 'twice' : `${group.length} times`
  return `${areStops ? 'Stopped' : 'Changed'} ${count}: ${sides.slice(0, -1).join(', ')} and ${sides.at(-1)}. Which is right?`
}

function sideWords(entry: Entry, areStops: boolean, now: number): string {
  if (entry.isRemoved) return 'removed'
  const lasts = timeWords(entry.seconds)
  return areStops && entry.endAt !== null
    ? `${formatClock(entry.endAt)} (${lasts})`
    : `${lasts}, said ${formatWhen(entry.recordedAt, now)}`
}

/** "Keep 45 min". */
export const keepWords = (entry: Entry): string =>
  entry.isRemoved ? 'Leave it removed' : `Keep ${timeWords(entry.seconds)}`
