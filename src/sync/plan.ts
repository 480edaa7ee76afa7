// What to send next, as pure functions.

import { pushLimits } from '../domain/wire.ts'
import type { OutboxOp } from '../store/database.ts'

const encoder = new TextEncoder()

/** The oldest ops that fit one push, in order. Always at least one when there is any. */
export function nextBatch(ops: readonly OutboxOp[]): OutboxOp[] {
  const batch: OutboxOp[] = []
  let bytes = 0
  for (const op of ops) {
    bytes += encoder.encode(op.text).length
    if (batch.length > 0 && (batch.length >= pushLimits.ops || bytes > pushLimits.bytes)) break
    batch.push(op)
  }
  return batch
}

const SECOND_MS = 1000
const longestMs = 120 * SECOND_MS

/** How long to wait after so many failures in a row, ms; `chance` (0 to 1) spreads devices apart. There is no last try. */
export function backOffMs(failures: number, chance: number): number {
  const full = Math.min(longestMs, SECOND_MS * 2 ** Math.min(failures, 10))
  return full / 2 + (full / 2) * chance
}
