// Keeps this device and the server equal: pushes what waits, pulls what is new, tells what is so. Everything of the world
// (network, clock, timers, chance, other tabs) is passed in.
import type { Session, WipeOrder } from '../domain/wire.ts'
import { adoptUnknown } from '../store/apply.ts'
import { startCount } from '../store/digest.ts'
import { followLease } from '../store/lease-change.ts'
import { findDamaged, repairDamaged } from '../store/repair.ts'
import { forgetOldSent } from '../store/resend.ts'
import { sharedState } from '../store/shared-state.ts'
import type { Store } from '../store/store.ts'
import { watch } from '../store/watch.ts'
import { type Cycle, runCycle } from './cycle.ts'
import { backOffMs, restAskedMs } from './plan.ts'
import { type SyncFacts, type SyncStatus, statusOf } from './status.ts'
import type { Network } from './transport.ts'

export interface SyncWorld extends Network {
  readonly now: () => number
  /** 0 to 1. */
  readonly chance: () => number
  readonly build: number
  /** Whether a person sees this tab. */
  readonly isSeen: () => boolean
  /** Runs `lead` while this tab is the one that talks to the server, and what that hands back when it is no longer. */
  readonly elect: (lead: () => () => void) => () => void
  /** Calls back when the server says that there is something new; hands back how to stop. */
  readonly listen: (onPoke: () => void) => () => void
  /** Calls back when the page is seen again or the network returns. */
  readonly onWake: (run: () => void) => () => void
  /** Our own mistakes, and a store that is broken. */
  readonly onFault: (error: unknown) => void
}

export interface SyncOptions {
  readonly store: Store
  readonly session: Session
  readonly world: SyncWorld
  /** The roles as the server has them now. */
  readonly onGrants?: (grants: Session['grants']) => void
  /** Told to remove a person's records from this device, this one's or those of whoever signed in here since. */
  readonly onWipe?: (order: WipeOrder) => Promise<void>
}

export interface Sync {
  status(): SyncStatus
  subscribe(listener: (status: SyncStatus) => void): () => void
  /** Resolves when one round has ended, well or not, and the status says how. */
  syncNow(): Promise<void>
  stop(): void
}

const MINUTE_MS = 60_000
/** How soon a round follows one that left something to send: what was recorded in its last moment. */
const SOON_MS = 500
/** How long after a round that failed what is recorded waits for the next one, which comes by itself. */
const REST_MS = 5000

const nothingKnown: SyncFacts = {
  waitingCount: 0,
  filesWaiting: 0,
  needsCount: 0,
  lastSyncedAt: null,
  isSending: false,
  isSignedOut: false,
  mustUpgrade: false,
}

/** The facts and those who follow them. */
function makeBoard() {
  let facts = nothingKnown
  const listeners = new Set<(status: SyncStatus) => void>()
  return {
    facts: () => facts,
    tell: (change: Partial<SyncFacts>) => {
      facts = { ...facts, ...change }
      for (const listener of listeners) listener(statusOf(facts))
    },
    subscribe: (listener: (status: SyncStatus) => void) => {
      listeners.add(listener)
      listener(statusOf(facts))
      return () => void listeners.delete(listener)
    },
  }
}

/** One round at a time; what is asked for in the middle of one follows it. */
function makeRounds(cycle: Cycle, onEnd: (isWell: boolean) => void) {
  const { store, tell, world } = cycle
  let running: Promise<void> | undefined
  let isAskedAgain = false
  const one = async (): Promise<boolean> => {
    try {
      return await runCycle(cycle)
    } catch (error) {
      world.onFault(error)
      tell({ isSending: false, progress: undefined, lastError: 'device' })
      return false
    }
  }
  const all = async (): Promise<void> => {
    let isWell: boolean
    do {
      isAskedAgain = false
      isWell = await one()
    } while (isWell && isAskedAgain)
    running = undefined
    await sharedState(store).then(tell, world.onFault)
    onEnd(isWell)
  }
  return (): Promise<void> => {
    if (running !== undefined) isAskedAgain = true
    else running = all()
    return running
  }
}

/** What is due once after a start. True when something is to be fetched anew. */
async function keepHouse(store: Store): Promise<boolean> {
  await adoptUnknown(store)
  await forgetOldSent(store)
  const count = await startCount(store)
  const damaged = await findDamaged(store, count.add)
  const isOther = await count.keep()
  return (await repairDamaged(store, damaged)) || isOther
}

export function startSync({ store, session, onGrants, onWipe, ...options }: SyncOptions): Sync {
  const { facts, tell, subscribe } = makeBoard()
  let failures = 0
  let failedAt = Number.NEGATIVE_INFINITY
  let isStopped = false
  let restUntil = Number.NEGATIVE_INFINITY
  const world: SyncWorld = {
    ...options.world,
    fetch: async (input, init) => {
      const response = await options.world.fetch(input, init)
      const restMs = restAskedMs(response)
      if (restMs > 0) restUntil = world.now() + restMs
      return response
    },
    // A round that is cut off by the end of everything is no fault.
    onFault: (error) => {
      if (!isStopped) options.world.onFault(error)
    },
  }
  let isLeader = false
  let cancelTimer = () => {}
  const round = makeRounds({ store, session, world, tell, onGrants, onWipe, isOver: () => isStopped }, (isWell) => {
    cancelTimer()
    failures = isWell ? 0 : failures + 1
    failedAt = isWell ? Number.NEGATIVE_INFINITY : world.now()
    const { isSignedOut, mustUpgrade, waitingCount } = facts()
    // A session that has ended and a page that is too old wait for a person: no timer helps them.
    if (isStopped || !isLeader || isSignedOut || mustUpgrade) return
    if (!isWell)
      cancelTimer = world.after(Math.max(restUntil - world.now(), backOffMs(failures, world.chance())), nudge)
    else if (waitingCount > 0) cancelTimer = world.after(SOON_MS, nudge)
    else if (world.isSeen()) cancelTimer = world.after(MINUTE_MS, nudge)
  })
  const nudge = () => {
    if (isLeader && !isStopped) void round()
  }
  const stops = [
    watch(
      store,
      () => sharedState(store),
      (state) => {
        const isMore = state.waitingCount > facts().waitingCount
        tell(state)
        // A long piece of work without a network would else pack up and fail to send every part of it anew.
        if (isMore && world.now() > Math.max(failedAt + REST_MS, restUntil)) nudge()
      },
      world.onFault,
    ),
    world.onWake(nudge),
    followLease(store, world.onFault),
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
  keepHouse(store).then((isMore) => {
    if (isMore) nudge()
  }, world.onFault)

  return {
    status: () => statusOf(facts()),
    subscribe,
    syncNow: () => (isStopped ? Promise.resolve() : round()),
    stop: () => {
      isStopped = true
      for (const stop of stops) stop()
      cancelTimer()
    },
  }
}
