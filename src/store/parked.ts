// Changes that were refused: kept where their author sees them, with ways on.
import { kindNames } from '../domain/kinds.ts'
import { schemaNumber } from '../domain/wire.ts'
import { kindTable, type ParkedOp, tableName } from './database.ts'
import { readOp, showAgain, touchOf } from './outbox.ts'
import { confirmedOf } from './overlay-row.ts'
import { type Store, withDatabase } from './store.ts'

export type { ParkedOp }

export const parkedOps = (store: Store): Promise<ParkedOp[]> => store.database.parked.orderBy('parkedAt').toArray()

export const discardParked = (store: Store, id: string): Promise<void> => store.database.parked.delete(id)

/** Puts a parked change back into the queue, on what is recorded now. */
export async function retryParked(store: Store, id: string): Promise<void> {
  const { database } = store
  const tables = [...kindNames.map(tableName), 'outbox', 'parked', 'meta']
  await withDatabase(store, () =>
    database.transaction('rw', tables, async () => {
      const parked = await database.parked.get(id)
      if (!parked) return
      const op = readOp(parked.text)
      const mid = (((await database.meta.get('lastMid'))?.value as number | undefined) ?? 0) + 1
      const changes = []
      for (const change of op.changes) {
        const kind = kindNames.find((name) => name === change.k)
        const confirmed = kind && confirmedOf(await kindTable(database, kind).get(change.id))
        const base = Object.fromEntries(Object.keys(change.set).map((g) => [g, confirmed?.groups[g]?.v ?? 0]))
        changes.push({ ...change, base })
      }
      const text = JSON.stringify({ ...op, mid, by: store.personId, schema: schemaNumber, changes })
      const touches = changes.map(touchOf)
      await database.outbox.add({ mid, text, name: op.name, at: op.at, touches })
      await database.meta.put({ key: 'lastMid', value: mid })
      await database.parked.delete(id)
      await showAgain(database, new Set(touches))
    }),
  )
}
