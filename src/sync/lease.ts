// Asks the server for the key to legal text, when it is time to.
import { readsLegalText } from '../domain/access.ts'
import { protocol } from '../domain/wire.ts'
import { enterEpoch } from '../store/epoch.ts'
import { readLease } from '../store/lease.ts'
import { takeLease } from '../store/lease-change.ts'
import type { Store } from '../store/store.ts'
import type { Cycle } from './cycle.ts'
import { askLease, TransportError } from './transport.ts'

const dueMs = 3_600_000
const askedAt = new WeakMap<Store, number>()

/**
 * At the start of a round: an hour after the last time, and whenever legal text is locked. As long as it is locked and the
 * server does not answer to this, the round ends here: what came of legal text could not be kept.
 */
export async function renewLease({ store, session, world }: Pick<Cycle, 'store' | 'session' | 'world'>): Promise<void> {
  const lease = await readLease(store)
  const now = world.now()
  if (lease?.key === undefined && !readsLegalText(store.access())) return
  const since = now - (lease?.key === undefined ? (askedAt.get(store) ?? Number.NEGATIVE_INFINITY) : lease.grantedAt)
  if (!store.isLocked() && since >= 0 && since < dueMs) return
  askedAt.set(store, now)
  try {
    const answer = await askLease(world, { x: protocol, db: session.db, user: session.userId })
    // With another key, what lies sealed goes: what the server may have lost goes back to the queue as long as it opens.
    if (answer.epoch !== undefined && store.cipher()) await enterEpoch(store, answer.epoch, session.db)
    await takeLease(store, answer.lease, now)
  } catch (error) {
    if (!(error instanceof TransportError)) throw error
    if (error.code === 'not_found') return takeLease(store, 'unknown', now)
    const isPassing = error.code === 'transport' || error.code === 'refused'
    if (!isPassing || store.isLocked()) throw error
  }
}
