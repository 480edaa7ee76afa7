// Changes that were refused: kept where their author sees them, with ways on.
import { keptElsewhereCode, kindTables, type ParkedOp } from './database.ts'
import { enqueue, showAgain } from './outbox.ts'
import { askAfterParts } from './parts.ts'
import { readOp } from './read-op.ts'
import { type Store, withDatabase } from './store.ts'
import { touchOf } from './touch.ts'

export { keptElsewhereCode, type ParkedOp }

export const parkedOps = (store: Store): Promise<ParkedOp[]> => store.database.parked.orderBy('parkedAt').toArray()

export const discardParked = (store: Store, id: string): Promise<void> =>
  withDatabase(store, () => store.database.parked.delete(id))

/** Puts a parked change back into the queue as its author made it: what others have set since is asked about, not lost. */
export async function retryParked(store: Store, id: string): Promise<void> {
  const { database } = store
  const tables = [...kindTables, 'outbox', 'sent', 'parked', 'meta']
  await withDatabase(store, () =>
    database.transaction('rw', tables, async () => {
      const op = readOp((await database.parked.get(id))?.text ?? '')
      if (!op) throw new Error('a parked change is gone or cannot be read')
      const { mid: _, ...rest } = op
      const isStored = await enqueue(database, { ...rest, by: store.personId })
      if (!isStored) throw new Error('a parked change is too large to be sent')
      await database.parked.delete(id)
      await askAfterParts(database, [op])
      await showAgain(database, new Set(op.changes.map(touchOf)))
    }),
  )
}
