// Keeps the rows of figures what recorded time makes of them, in the background: once three people's has come, and anew
// from all of it when the server starts, so that nothing is missed when it is killed.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { DAY_MS } from '../../domain/duration.ts'
import type { Scope } from '../../domain/record.ts'
import { catalogueScope } from '../../domain/scope.ts'
import { restsOnEnough } from '../../metrics/small-numbers.ts'
import { monthFigures } from '../../metrics/time-figures.ts'
import type { Database } from '../database/port.ts'
import type { Pokes } from '../sync/pokes.ts'
import { type Book, openBook } from './book.ts'
import { createLedger, isFollowed } from './ledger.ts'

export interface Figures {
  /**
   * After a commit; answers at once. Whoever compares sums before and after sees what came between: so the change of
   * fewer than three people waits for others', a day at most.
   */
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
  /** From the change that makes it three people's to the writing, so that what comes together is seen to together. */
  readonly delayMs?: number
  readonly longestMs?: number
}

/** After a fault of the database. */
const retryMs = 30_000

export function createFigures(options: FiguresOptions): Figures {
  const { database, pokes, now, log, delayMs = 1_000, longestMs = DAY_MS } = options
  const ledger = createLedger(database)
  /** Scopes of those whose time has come since the sums were written. */
  const people = new Set<Scope>()
  let book: Book | undefined
  let timer: NodeJS.Timeout | undefined
  let waitMs = 0
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
    people.clear()
    running = running.then(run).catch((error: unknown) => {
      if (!isStopped) log(`figures: ${error instanceof Error ? error.name : 'fault'}`)
      wait(retryMs)
    })
  }

  function wait(ms: number): void {
    if (isStopped || (timer && waitMs <= ms)) return
    clearTimeout(timer)
    waitMs = ms
    timer = setTimeout(begin, ms)
    timer.unref()
  }

  return {
    changed(scopes) {
      const followed = [...scopes].filter(isFollowed)
      if (followed.length === 0) return
      for (const scope of followed) if (scope !== catalogueScope) people.add(scope)
      wait(restsOnEnough(people) ? delayMs : longestMs)
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
