// The one line that a piece of time is typed in: a duration or two times, "yesterday", and what was done. Pure.
import { type ClockRange, readDuration, type UnreadReason } from '../../domain/duration-text.ts'

export type ReadLine =
  | {
      readonly ok: true
      /** 0 while nothing is typed. With `range`, by the clock alone: its day decides what it lasts. */
      readonly seconds: number
      readonly range: ClockRange | undefined
      /** The day that was typed with it. */
      readonly day: 'today' | 'yesterday' | undefined
      /** What is left: what was done. */
      readonly rest: string
    }
  | { readonly ok: false; readonly message: string }

const daySeconds = 86_400
/** No way of writing a duration has more words: "10 to 11.30", "1 hour 5 minutes". */
const mostWords = 6

export const examples = 'such as 1.5, 90m, 10-11.30 or 3u'

/** `unitMinutes` is what "3u" counts. A number alone is hours. */
export function readLine(text: string, unitMinutes: number): ReadLine {
  const { day, words } = withoutDay(text.trim().split(/\s+/).filter(Boolean))
  if (words.length === 0) return { ok: true, seconds: 0, range: undefined, day, rest: '' }
  let reason: UnreadReason = 'unreadable'
  for (let count = Math.min(words.length, mostWords); count > 0; count -= 1) {
    const read = readDuration(words.slice(0, count).join(' '), { unitMinutes, bareUnit: 'hours' })
    if (!read.ok) {
      if (read.reason !== 'unreadable') reason = read.reason
      continue
    }
    const after = withoutDay(words.slice(count))
    const rest = after.words.join(' ')
    // "1 30 call" may mean an hour and a half: it is not guessed.
    if (/^[\d.,:]/.test(rest)) break
    if (read.seconds > daySeconds) return { ok: false, message: tooLong(read.seconds, words[0] ?? '') }
    return { ok: true, seconds: read.seconds, range: read.range, day: day ?? after.day, rest }
  }
  return { ok: false, message: unread[reason] }
}

const unread: Readonly<Record<UnreadReason, string>> = {
  unreadable: `Begin with how long it took, ${examples}, and then what it was.`,
  negative: `A duration is more than nothing: write it without the minus, ${examples}.`,
  empty_range: 'It starts and ends at the same time. Write when it ended, such as 10-11.30.',
  end_before_start:
    'It ends before it starts. Past midnight, record the evening and the next morning apart, such as 22-24 and 0-1.',
}

const tooLong = (seconds: number, typed: string) =>
  `That is ${Math.round(seconds / 3600)} hours, more than a day. A number alone is hours: for minutes write ${
    Number.parseInt(typed, 10) || 90
  }m.`

function withoutDay(words: readonly string[]): {
  readonly day: 'today' | 'yesterday' | undefined
  readonly words: readonly string[]
} {
  const first = words[0]?.toLowerCase().replace(/[,:]$/, '')
  if (first !== 'today' && first !== 'yesterday') return { day: undefined, words }
  return { day: first, words: words.slice(1) }
}
