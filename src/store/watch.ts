import { liveQuery } from 'dexie'
import { type Store, type StoreReads, withDatabase } from './store.ts'

/** Runs the query now and whenever what it read changes, in this tab or another. Hands back how to stop. */
export function watch<T>(
  store: Store,
  query: (reads: StoreReads) => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: unknown) => void = () => {},
): () => void {
  // Dexie keeps silent about a closed database, which may only have lost its connection.
  const live = liveQuery(async () => withDatabase(store, () => query(store.reads)))
  const subscription = live.subscribe({ next: onValue, error: onError })
  return () => subscription.unsubscribe()
}
