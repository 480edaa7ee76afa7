// Keeps this device and the server equal: pushes what waits, pulls what is new, tells what is so. Everything of the world
// (network, clock, timers, chance, other tabs) is passed in.
import { type Session, schemaNumber } from '../domain/wire.ts'
import { clientId } from '../store/answers.ts'
import type { Store } from '../store/store.ts'
import { watch } from '../store/watch.ts'
import { type Cycle, runCycle } from './cycle.ts'
import { backOffMs } from './plan.ts'
import { type SyncFacts, type SyncStatus, statusOf } from './status.ts'
import type { Fetch } from './transport.ts'

export interface SyncWorld {
  readonly fetch: Fetch
  readonly now: () => number
  /** 0 to 1. */
  readonly chance: () => number
  readonly build: number
  /** Calls back once after ms; hands back how to cancel. */
  readonly after: (ms: number, run: () => void) => () => void
  /** Runs `lead` while this tab is the one that talks to the server; hands back how to give that up. */
  readonly elect: (lead: () => () => void) => () => void
  /** Calls back when the server says that there is something new; hands back how to stop. */
  readonly listen: (onPoke: () => void) => () => void
  /** Calls back when the page is seen again or the network returns. */
  readonly onWake: (run: () => void) => () => void
}

export interface SyncOptions {
  readonly store: Store
  readonly session: Session
  readonly world: SyncWorld
  /** The roles as the server has them now. */
  readonly onGrants?: (grants: Session['grants']) => void
}

export interface Sync {
  status(): SyncStatus
  subscribe(listener: (status: SyncStatus) => void): () => void
  /** Resolves when one round has ended, well or not. */
  syncNow(): Promise<void>
  stop(): void
}

const MINUTE_MS = 60_000

export function startSync({ store, session, world, onGrants }: SyncOptions): Sync {
  let facts: SyncFacts = {
    waitingCount: 0,
    needsCount: 0,
    lastSyncedAt: null,
    isSending: false,
    isSignedOut: false,
    mustUpgrade: false,
  }
  const listeners = new Set<(status: SyncStatus) => void>()
  const tell = (change: Partial<SyncFacts>) => {
    facts = { ...facts, ...change }
    const status = statusOf(facts)
    for (const listener of listeners) listener(status)
  }

  let running: Promise<void> | undefined
  let isAskedAgain = false
  let failures = 0
  let isStopped = false
  let isLeader = false
  let cancelTimer = () => {}

  const schedule = (ms: number) => {
    cancelTimer()
    if (!isStopped && isLeader) cancelTimer = world.after(ms, nudge)
  }
  const cycle: Cycle = { store, session, world, schema: schemaNumber, tell, onGrants }
  const round = (): Promise<void> => {
    if (isStopped) return Promise.resolve()
    if (running !== undefined) {
      isAskedAgain = true
      return running
    }
    isAskedAgain = false
    running = runCycle(cycle).then(
      (isWell) => {
        running = undefined
        failures = isWell ? 0 : failures + 1
        if (isAskedAgain && isWell) return nudge()
        schedule(isWell ? MINUTE_MS : backOffMs(failures, world.chance()))
      },
      (error: unknown) => {
        // Our own mistake or a broken store: said, and tried again later; nothing was acknowledged that was not stored.
        running = undefined
        failures += 1
        tell({ isSending: false, progress: undefined, lastError: 'server' })
        schedule(backOffMs(failures, world.chance()))
        throw error
      },
    )
    return running
  }
  const nudge = () => {
    if (isLeader) void round().catch(() => {})
  }

  const stops = [
    watch(store, countsOf(store), (counts) => {
      const isMore = counts.waitingCount > facts.waitingCount
      tell(counts)
      if (isMore) nudge()
    }),
    world.onWake(nudge),
    world.elect(() => {
      isLeader = true
      const stopListening = world.listen(nudge)
      nudge()
      return () => {
        isLeader = false
        stopListening()
        cancelTimer()
      }
    }),
  ]
  void clientId(store)

  return {
    status: () => statusOf(facts),
    subscribe: (listener) => {
      listeners.add(listener)
      listener(statusOf(facts))
      return () => listeners.delete(listener)
    },
    syncNow: () => round().catch(() => {}),
    stop: () => {
      isStopped = true
      cancelTimer()
      for (const stop of stops) stop()
    },
  }
}

const countsOf = (store: Store) => async () => {
  const [ops, parked, conflicts, lastSynced] = await Promise.all([
    store.database.outbox.toArray(),
    store.database.parked.count(),
    store.reads.all('conflict'),
    store.database.meta.get('lastSyncedAt'),
  ])
  return {
    waitingCount: ops.filter((op) => op.acknowledged === undefined).length,
    needsCount: parked + conflicts.filter((conflict) => conflict.solvedAt === null).length,
    lastSyncedAt: typeof lastSynced?.value === 'number' ? lastSynced.value : null,
  }
}
