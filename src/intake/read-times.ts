// The times of one entry: texts -> instants, with the flags that say what had to be assumed.

import { localToUtc, type Zone } from '../domain/zone.ts'
import { type DateText, readDateText } from './date-text.ts'
import type { Flag } from './parsed-import.ts'

export interface ReadOptions {
  /** The zone of times that name none. */
  readonly zone: Zone
  /** The time of the import, ms: what lies after it is flagged. */
  readonly now: number
}

/** Empty and missing texts mean the same. `utcOffsetMinutes` is what the form itself says about times without a zone. */
export interface TimeTexts {
  readonly start: string | undefined
  readonly end: string | undefined
  readonly announced?: string | undefined
  readonly utcOffsetMinutes?: number | undefined
  /** The file says that it is over, whether or not it says when. */
  readonly isOver?: boolean
}

export interface Times {
  readonly startAt: number
  readonly endAt: number | undefined
  readonly announcedAt?: number
  readonly flags: readonly Flag[]
}

const latest = 7_258_118_400_000

/** A reason (a sentence) when a time cannot be read. */
export function readTimes(texts: TimeTexts, options: ReadOptions): Times | { readonly reason: string } {
  const flags = new Set<Flag>()
  const [start, end, announced] = [texts.start, texts.end, texts.announced].map((text) => readText(text))
  const wrong = [start, end, announced].find((part) => typeof part === 'string')
  if (wrong !== undefined) return { reason: `"${wrong}" is not a date that can be read.` }
  if (!isDate(start)) return { reason: 'It has no start.' }

  const instant = (date: DateText, other: DateText | undefined) => {
    if (!date.hasTime) flags.add('no_time')
    if (date.offsetMinutes !== undefined) return utcOf(date.localMs, date.offsetMinutes)
    if (texts.utcOffsetMinutes !== undefined) return utcOf(date.localMs, texts.utcOffsetMinutes)
    flags.add(other?.offsetMinutes === undefined ? 'no_zone' : 'zone_of_other_end')
    if (other?.offsetMinutes !== undefined) return utcOf(date.localMs, other.offsetMinutes)
    const read = localToUtc(options.zone, date.localMs)
    if (read.status === 'repeated') flags.add('ambiguous_time')
    if (read.status === 'skipped') flags.add('skipped_time')
    return read.utc
  }
  const endDate = isDate(end) ? end : undefined
  const startAt = instant(start, endDate)
  const endAt = endDate ? instant(endDate, start) : texts.isOver ? startAt : undefined
  if (!endDate) flags.add(texts.isOver ? 'end_unknown' : 'open')
  const announcedAt = isDate(announced) ? instant(announced, start) : undefined
  if ([startAt, endAt ?? 0, announcedAt ?? 0].some((at) => at < 0 || at > latest)) {
    return { reason: 'A time lies before 1970 or after 2199.' }
  }
  for (const flag of orderFlags(startAt, endDate ? endAt : undefined, options.now)) flags.add(flag)
  return { startAt, endAt, ...(announcedAt === undefined ? {} : { announcedAt }), flags: [...flags] }
}

function orderFlags(startAt: number, endAt: number | undefined, now: number): Flag[] {
  const flags: Flag[] = []
  if (endAt !== undefined && endAt < startAt) flags.push('end_before_start')
  if (endAt === startAt) flags.push('zero_length')
  if (startAt > now || (endAt !== undefined && endAt > now)) flags.push('future')
  return flags
}

/** A text that is not a date comes back as it is. */
function readText(text: string | undefined): DateText | string | undefined {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? undefined : (readDateText(trimmed) ?? trimmed.slice(0, 60))
}

const isDate = (part: DateText | string | undefined): part is DateText => typeof part === 'object'

const utcOf = (localMs: number, offsetMinutes: number) => localMs - offsetMinutes * 60_000
