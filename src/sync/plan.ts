// What to send next and what to make of what comes, as pure functions.
import type { PulledRow, Scope } from '../domain/record.ts'
import { pushLimits } from '../domain/wire.ts'
import type { Step } from '../store/apply.ts'

const encoder = new TextEncoder()

interface Numbered {
  readonly mid: number
  readonly text: string
}

/** The oldest ops that fit one push: in order, without a hole in their numbers, at least one when there is any. */
export function nextBatch<Op extends Numbered>(ops: readonly Op[]): Op[] {
  const batch: Op[] = []
  let bytes = 0
  for (const op of ops) {
    bytes += encoder.encode(op.text).length
    const last = batch.at(-1)
    if (last && (batch.length >= pushLimits.ops || bytes > pushLimits.bytes || op.mid !== last.mid + 1)) break
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

/** How long an answer asks to be left alone, ms: 0 for most, and never longer than a device waits of itself. */
export function restAskedMs(response: Response): number {
  const seconds = response.status === 429 || response.status === 503 ? Number(response.headers.get('retry-after')) : 0
  return Number.isFinite(seconds) ? Math.min(longestMs, Math.max(0, seconds * SECOND_MS)) : 0
}

/** Rows for each step: enough to be quick, few enough that a tap never waits. */
const rowsPerStep = 200

export interface Steps {
  /** Takes the next row; hands back a step that is whole now. */
  add(row: PulledRow): Step | undefined
  /** The answer broke off: what is left, without the last version, of which more rows may have been to come. */
  cut(): Step[]
  /** The answer is complete. */
  end(cursors: Readonly<Record<Scope, number>>): Step[]
}

/**
 * Rows as they come, in steps of one scope. Rows of one version were written by one op: they are never parted, so nobody
 * sees half an op and no cursor passes a row that has not come. `asked`: the cursors that were asked from.
 */
export function makeSteps(asked: Readonly<Record<Scope, number>>): Steps {
  const reached = new Map<Scope, number>(Object.entries(asked))
  let rows: PulledRow[] = []
  const step = (scope: Scope, stepRows: readonly PulledRow[], to: number): Step => {
    const from = reached.get(scope) ?? 0
    reached.set(scope, to)
    return { scope, rows: stepRows, from, to, isAnew: (stepRows[0]?.ver ?? to) <= from }
  }
  const flush = (): Step | undefined => {
    const last = rows.at(-1)
    if (!last) return undefined
    const whole = step(last.s, rows, last.ver)
    rows = []
    return whole
  }
  return {
    add(row) {
      const last = rows.at(-1)
      const isWhole = last && (last.s !== row.s || (rows.length >= rowsPerStep && row.ver !== last.ver))
      const whole = isWhole ? flush() : undefined
      rows.push(row)
      return whole
    },
    cut() {
      const last = rows.at(-1)
      rows = rows.filter((row) => row.ver !== last?.ver)
      return [flush() ?? []].flat()
    },
    end(cursors) {
      const steps = [flush() ?? []].flat()
      // Scopes whose turn has not come yet stand at 0, where a device that never asked for them is already.
      for (const [scope, ver] of Object.entries(cursors))
        if ((reached.get(scope) ?? 0) !== ver) steps.push(step(scope, [], ver))
      return steps
    },
  }
}
