// What the server says becomes what this device knows. Invariant: applying never adds to the outbox and never runs a
// mutation.
import { isKindName, kindNamed, kindNames } from '../domain/kinds.ts'
import type { Row, Scope } from '../domain/record.ts'
import { kindTable, type OutboxOp, type StoreDatabase, type StoredRow, tableName } from './database.ts'
import { showAgain } from './outbox.ts'
import { type Store, withDatabase } from './store.ts'

/** Rows for each transaction: enough to be quick, few enough that a tap never waits. */
export const rowsPerTransaction = 500

const everyTable = () => [...kindNames.map(tableName), 'outbox', 'cursors', 'unknown', 'meta', 'parked']

/** Rows and the cursors they bring the device to, together or not at all. */
export async function applyRows(
  store: Store,
  rows: readonly Row[],
  cursors: Readonly<Record<Scope, number>>,
): Promise<void> {
  const { database } = store
  await withDatabase(store, () =>
    database.transaction('rw', everyTable(), async () => {
      const touches = new Set<string>()
      const pending = new Set((await database.outbox.toArray()).flatMap((op) => op.touches))
      const known = new Map<string, StoredRow[]>()
      for (const row of rows) {
        if (!isKindName(row.k) || !kindNamed(row.k)?.schema.safeParse(row.doc).success) {
          await database.unknown.put({ key: `${row.k} ${row.id}`, s: row.s, row })
          continue
        }
        const { id, s, ver, doc, groups } = row
        const stored: StoredRow = { id, s, ver, del: row.del ? 1 : 0, doc, groups }
        known.set(row.k, [...(known.get(row.k) ?? []), stored])
        if (pending.has(`${row.k} ${id}`)) touches.add(`${row.k} ${id}`)
      }
      for (const [kind, stored] of known) if (isKindName(kind)) await kindTable(database, kind).bulkPut(stored)
      await database.cursors.bulkPut(Object.entries(cursors).map(([s, ver]) => ({ s, ver })))
      for (const touch of await settle(database)) touches.add(touch)
      await showAgain(database, touches)
    }),
  )
}

/** Ops leave the overlay once the cursors have passed their versions: a person's own write never flickers away. */
async function settle(database: StoreDatabase): Promise<string[]> {
  const cursors = new Map((await database.cursors.toArray()).map(({ s, ver }) => [s, ver]))
  const passed = (op: OutboxOp) =>
    op.acknowledged !== undefined &&
    // A scope that this device may not read has no cursor: its rows never come, so there is nothing to wait for.
    Object.entries(op.acknowledged).every(([s, ver]) => (cursors.get(s) ?? Number.POSITIVE_INFINITY) >= ver)
  const done = (await database.outbox.toArray()).filter(passed)
  await database.outbox.bulkDelete(done.map((op) => op.mid))
  return done.flatMap((op) => op.touches)
}

export const readCursors = async (store: Store): Promise<Record<Scope, number>> =>
  Object.fromEntries((await store.database.cursors.toArray()).map(({ s, ver }) => [s, ver]))
