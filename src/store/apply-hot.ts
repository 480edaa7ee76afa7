// What is going on comes before history. Rows ahead of their turn: they come again, in the order of versions.
import type { PulledRow, Scope } from '../domain/record.ts'
import { everyTable, putRows } from './apply.ts'
import { digestWith } from './digest.ts'
import { showAgain, storedRows } from './outbox.ts'
import { confirmedOf } from './overlay-row.ts'
import { type Store, withDatabase } from './store.ts'
import { touchOf } from './touch.ts'

/**
 * Shows them, where nothing of their scope has come in its turn yet; a scope that is being replaced keeps what it has.
 * The cursor stays where it is, so that whatever happens now, they come again.
 */
export async function applyHot(store: Store, rows: readonly PulledRow[]): Promise<void> {
  const { database } = store
  const byScope = new Map<Scope, PulledRow[]>()
  for (const row of rows) byScope.set(row.s, [...(byScope.get(row.s) ?? []), row])
  for (const [scope, own] of byScope)
    await withDatabase(store, () =>
      database.transaction('rw', everyTable, async () => {
        const cursor = await database.cursors.get(scope)
        if (cursor?.ver !== 0 || cursor.isOld === true) return
        const held = await storedRows(database, new Set(own.map(touchOf)))
        // Another tab may have been told something newer.
        const newer = own.filter((row) => (confirmedOf(held.get(touchOf(row)))?.ver ?? 0) < row.ver)
        const digest = cursor.digest && (await digestWith(database, cursor.digest, newer))
        const touches = await putRows(database, newer)
        await database.cursors.put({ ...cursor, ...(digest && { digest }) })
        await showAgain(database, touches)
      }),
    )
}
