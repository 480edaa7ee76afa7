import type { OutboxOp } from './database.ts'
import type { Store } from './store.ts'

/** Changes that the server has not answered, oldest first. */
export const unsentOps = (store: Store): Promise<OutboxOp[]> => store.database.outbox.orderBy('mid').toArray()
