import { liveQuery } from 'dexie'
import type { Store, StoreReads } from './store.ts'

/** Runs the query now and whenever what it read changes, in this tab or another. Hands back how to stop. */
export function watch<T>(
  store: Store,
  query: (reads: StoreReads) => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: unknown) => void = () => {},
): () => void {
  const subscription = liveQuery(() => query(store.reads)).subscribe({ next: onValue, error: onError })
  return () => subscription.unsubscribe()
}
