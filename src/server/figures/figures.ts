// Keeps the rows of figures what recorded time makes of them, in the background: after each push that touched it, and
// anew from all of it when the server starts, so that nothing is missed when it is killed.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Scope } from '../../domain/record.ts'
import { monthFigures } from '../../metrics/time-figures.ts'
import type { Database } from '../database/port.ts'
import type { Pokes } from '../sync/pokes.ts'
import { type Book, openBook } from './book.ts'
import { createLedger, isFollowed } from './ledger.ts'

export interface Figures {
  /** After a commit; answers at once. Changes that come together are seen to together. */
  changed(scopes: Iterable<Scope>): void
  /** At the start, and after whatever changed much: looks at everything. */
  refresh(): void
  /** Does what is waiting now; done when it is written. */
  settled(): Promise<void>
  stop(): Promise<void>
}

export interface FiguresOptions {
  readonly database: Database
  readonly pokes: Pick<Pokes, 'poke'>
  readonly now: () => number
  readonly log: (line: string) => void
  /** From the first change to the writing. */
  readonly delayMs?: number
}

/** After a fault of the database. */
const retryMs = 30_000

export function createFigures({ database, pokes, now, log, delayMs = 1_000 }: FiguresOptions): Figures {
  const ledger = createLedger(database)
  let book: Book | undefined
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let isStopped = false

  async function run(): Promise<void> {
    if (!book) {
      book = await openBook(database)
      for (const month of book.months()) ledger.stale.add(month)
    }
    await ledger.catchUp()
    const faults: unknown[] = []
    for (const month of [...ledger.stale].sort().reverse()) {
      if (isStopped) return
      // A fault in one month must not keep the others from being written.
      await writeMonth(book, month).catch((error: unknown) => faults.push(error))
      await nextTurn()
    }
    if (faults.length > 0) throw faults[0]
  }

  async function writeMonth(into: Book, month: string): Promise<void> {
    const figures = ledger.teamIds().flatMap((teamId) => monthFigures(ledger.factsOf(teamId, month)) ?? [])
    const touched = await into.write(month, figures, now())
    ledger.stale.delete(month)
    if (touched.size > 0) pokes.poke(touched)
  }

  function begin(): void {
    clearTimeout(timer)
    timer = undefined
    running = running.then(run).catch((error: unknown) => {
      if (!isStopped) log(`figures: ${error instanceof Error ? error.name : 'fault'}`)
      wait(retryMs)
    })
  }

  function wait(ms: number): void {
    if (timer || isStopped) return
    timer = setTimeout(begin, ms)
    timer.unref()
  }

  return {
    changed(scopes) {
      if ([...scopes].some(isFollowed)) wait(delayMs)
    },
    refresh: () => wait(delayMs),
    settled() {
      if (timer) begin()
      return running
    },
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
