// Records on this device that cannot be read any more are fetched anew from the server.
import { type KindName, kindNames } from '../domain/kind-names.ts'
import { kindNamed } from '../domain/kinds.ts'
import { kindTable, type StoredRow, tableName } from './database.ts'
import { showAgain } from './outbox.ts'
import type { DamagedRow } from './reads.ts'
import { inShape, isSealed } from './sealing.ts'
import { type Store, withDatabase } from './store.ts'
import { touchOf } from './touch.ts'

const rowsPerPage = 500

/** Looks through everything once, page by page: whatever lies in the database may have been written by other code. */
export async function findDamaged(
  store: Store,
  onRow?: (kind: KindName, row: StoredRow) => void,
): Promise<DamagedRow[]> {
  const found: DamagedRow[] = []
  for (const kind of kindNames)
    for (let after = ''; ; ) {
      const page = await kindTable(store.database, kind).where(':id').above(after).limit(rowsPerPage).toArray()
      for (const row of page) {
        if (!isSound(store, kind, row)) found.push({ kind, id: row.id, scope: row.s })
        onRow?.(kind, row)
      }
      const last = page.at(-1)
      if (!last || page.length < rowsPerPage) break
      after = last.id
    }
  return found
}

function isSound({ cipher }: Store, kind: KindName, row: StoredRow): boolean {
  // Not shown on purpose: changes of a record whose beginning was refused.
  if (row.confirmed?.ver === 0 && row.del === 1) return true
  const hasMarks = typeof row.groups === 'object' && row.groups !== null
  const isClosed = isSealed(row.doc) || isSealed(row.confirmed?.doc)
  if (isClosed && cipher()) return false
  const doc = isClosed ? inShape(tableName(kind), row.doc) : row.doc
  return hasMarks && kindNamed(kind)?.schema.safeParse(doc).success === true
}

/** Each once: a record that comes back no better must not be asked for for ever. */
const tried = new WeakMap<Store, Set<string>>()

/** Drops damaged rows and sets their scopes back to the beginning. Unsent changes stay. True when there was anything to do. */
export async function repairDamaged(store: Store, damaged: readonly DamagedRow[]): Promise<boolean> {
  const { database } = store
  const done = tried.get(store) ?? new Set()
  tried.set(store, done)
  const rows = damaged.filter(({ kind, id }) => !done.has(touchOf({ k: kind, id })))
  if (rows.length === 0) return false
  const kinds = [...new Set(rows.map((row) => row.kind))].map((kind) => kindTable(database, kind))
  await withDatabase(store, () =>
    database.transaction('rw', [...kinds, database.outbox, database.sent, database.cursors], async () => {
      const known = (await database.cursors.toCollection().primaryKeys()).map(String)
      for (const { kind, id, scope } of rows) {
        await kindTable(database, kind).delete(id)
        await showAgain(database, [touchOf({ k: kind, id })])
        const behind = known.includes(scope) ? [scope] : known
        await database.cursors.bulkPut(behind.map((s) => ({ s, ver: 0 })))
      }
    }),
  )
  for (const { kind, id } of rows) done.add(touchOf({ k: kind, id }))
  return true
}
