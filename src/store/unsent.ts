import type { OutboxOp } from './database.ts'
import { type Store, withDatabase } from './store.ts'

export interface Unsent {
  readonly count: number
  /** The oldest. */
  readonly ops: readonly OutboxOp[]
}

/** Changes that the server has not answered: how many, and the first `most` of them, for each may weigh much. */
export const unsentOps = (store: Store, most: number): Promise<Unsent> =>
  withDatabase(store, async () => ({
    count: await store.database.outbox.count(),
    ops: await store.database.outbox.orderBy('mid').limit(most).toArray(),
  }))
