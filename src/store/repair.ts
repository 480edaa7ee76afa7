// Records on this device that cannot be read any more are fetched anew from the server.
import { kindTable } from './database.ts'
import { showAgain } from './outbox.ts'
import { type Store, withDatabase } from './store.ts'
import { touchOf } from './touch.ts'

/** Each once: a record that comes back no better must not be asked for for ever. */
const tried = new WeakMap<Store, Set<string>>()

/** Drops what reads have found damaged and sets its scopes back to their beginning. Unsent changes stay. */
export async function repairDamaged(store: Store): Promise<void> {
  const { database, reads } = store
  const done = tried.get(store) ?? new Set()
  tried.set(store, done)
  const damaged = reads.damaged().filter((row) => !done.has(touchOf({ k: row.kind, id: row.id })))
  if (damaged.length === 0) return
  const kinds = [...new Set(damaged.map((row) => row.kind))].map((kind) => kindTable(database, kind))
  await withDatabase(store, () =>
    database.transaction('rw', [...kinds, database.outbox, database.sent, database.cursors], async () => {
      const known = (await database.cursors.toCollection().primaryKeys()).map(String)
      for (const { kind, id, scope } of damaged) {
        await kindTable(database, kind).delete(id)
        await showAgain(database, [touchOf({ k: kind, id })])
        const behind = known.includes(scope) ? [scope] : known
        await database.cursors.bulkPut(behind.map((s) => ({ s, ver: 0 })))
        done.add(touchOf({ k: kind, id }))
      }
    }),
  )
}
