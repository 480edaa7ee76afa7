import { MINUTE_MS } from '../../domain/duration.ts'
import { formatCount } from '../../domain/format.ts'

/** "120 min", "30 min so far": elapsed minutes, 0 where the end precedes the start. */
export function elapsedWords(startAt: number, endAt: number | null, now: number): string {
  const minutes = Math.max(0, Math.round(((endAt ?? now) - startAt) / MINUTE_MS))
  return `${formatCount(minutes)} min${endAt === null ? ' so far' : ''}`
}
