// What is known of sharing on this device, in all its tabs.
import { maySettle } from '../domain/access.ts'
import { filesWaiting } from './parts.ts'
import { type Store, withDatabase } from './store.ts'

export interface SharedState {
  /** Changes that the server has not acknowledged. */
  readonly waitingCount: number
  /** Files of which the server does not have every part. */
  readonly filesWaiting: number
  /** Refused changes, open conflicts that this person may settle, and deletions to agree to. */
  readonly needsCount: number
  /** When this device last had everything, ms; null: never. */
  readonly lastSyncedAt: number | null
}

export async function sharedState(store: Store): Promise<SharedState> {
  const { database, reads, access } = store
  const [waitingCount, waiting, parkedCount, conflicts, synced, asked] = await Promise.all([
    database.outbox.count(),
    filesWaiting(store),
    database.parked.count(),
    reads.all('conflict'),
    database.meta.get('lastSyncedAt'),
    database.cursors.filter(({ deletion }) => deletion?.isAgreed === false).count(),
  ])
  const own = conflicts.filter((conflict) => conflict.solvedAt === null && maySettle(access(), conflict))
  return {
    waitingCount,
    filesWaiting: waiting,
    needsCount: parkedCount + own.length + asked,
    lastSyncedAt: typeof synced?.value === 'number' ? synced.value : null,
  }
}

export const noteSynced = (store: Store, at: number): Promise<unknown> =>
  withDatabase(store, () => store.database.meta.put({ key: 'lastSyncedAt', value: at }))
