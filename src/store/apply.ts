// What the server says becomes what this device knows. Invariant: applying never adds to the outbox and never runs a
// mutation.
import { mayRead } from '../domain/access.ts'
import { isKindName, type KindName } from '../domain/kind-names.ts'
import { kindNamed } from '../domain/kinds.ts'
import { type Row, rowSchema, type Scope } from '../domain/record.ts'
import { kindOfTable, kindTable, kindTables, type SentOp, type StoreDatabase, type StoredRow } from './database.ts'
import { showAgain, storedRow } from './outbox.ts'
import { confirmedOf } from './overlay-row.ts'
import { readOp } from './read-op.ts'
import { type Store, withDatabase } from './store.ts'
import { touchOf } from './touch.ts'

/** Rows of one scope, in version order, that bring a device from one version of it to another. */
export interface Step {
  readonly scope: Scope
  readonly rows: readonly Row[]
  readonly from: number
  readonly to: number
  /** The server was put back to a backup and sends the scope from its beginning: what it does not send is no more. */
  readonly isAnew: boolean
}

const everyTable = [...kindTables, 'outbox', 'sent', 'cursors', 'unknown']

/**
 * Rows and the cursor they bring the device to, together or not at all. False, and nothing happens, when the device is
 * not at `from` any more: another tab was here first, or the scope was taken away.
 */
export async function applyStep(store: Store, { scope, rows, from, to, isAnew }: Step): Promise<boolean> {
  const { database } = store
  return withDatabase(store, () =>
    database.transaction('rw', everyTable, async () => {
      if ((await database.cursors.get(scope))?.ver !== from) return false
      const touches = new Set(isAnew ? await clear(database, scope) : [])
      for (const touch of await putRows(database, rows)) touches.add(touch)
      await database.cursors.put({ s: scope, ver: to })
      for (const touch of await settle(store, false)) touches.add(touch)
      await showAgain(database, touches)
      return true
    }),
  )
}

/** Hands back what has changes laid over it, to be shown anew. */
async function putRows(database: StoreDatabase, rows: readonly Row[]): Promise<string[]> {
  const byKind = new Map<KindName, StoredRow[]>()
  for (const row of rows) {
    if (!isKnown(row)) {
      await database.unknown.put({ key: touchOf(row), s: row.s, row })
      continue
    }
    const { id, s, ver, doc, groups } = row
    const stored: StoredRow = { id, s, ver, del: row.del ? 1 : 0, doc, groups }
    const list = byKind.get(row.k)
    if (list) list.push(stored)
    else byKind.set(row.k, [stored])
  }
  const waiting = new Set([
    ...(await database.sent.orderBy('touches').uniqueKeys()),
    ...(await database.outbox.orderBy('touches').uniqueKeys()),
  ])
  // A later version that this code can read does away with an earlier one that it could not.
  const hasUnknown = (await database.unknown.count()) > 0
  const touches: string[] = []
  for (const [k, stored] of byKind) {
    await kindTable(database, k).bulkPut(stored)
    if (hasUnknown) await database.unknown.bulkDelete(stored.map(({ id }) => touchOf({ k, id })))
    for (const { id } of stored) if (waiting.has(touchOf({ k, id }))) touches.push(touchOf({ k, id }))
  }
  return touches
}

const isKnown = (row: Row): row is Row & { k: KindName } =>
  isKindName(row.k) && kindNamed(row.k)?.schema.safeParse(row.doc).success === true

/** Forgets what is confirmed of a scope. Hands back what only this device has, to be shown anew. */
async function clear(database: StoreDatabase, scope: Scope): Promise<string[]> {
  const touches: string[] = []
  for (const kind of kindTables) {
    const table = database.table<StoredRow, string>(kind)
    const rows = await table.where('s').equals(scope).toArray()
    const overlaid = rows.filter((row) => row.confirmed !== undefined)
    await table.bulkDelete(rows.map((row) => row.id))
    const none = { doc: {}, del: 0, ver: 0 } as const
    await table.bulkPut(overlaid.map((row) => ({ ...row, ver: 0, groups: {}, confirmed: none })))
    touches.push(...overlaid.map(({ id }) => touchOf({ k: kindOfTable(kind), id })))
  }
  await database.unknown.where('s').equals(scope).delete()
  return touches
}

/** After a pull that is whole and that no other tab has overtaken: every row up to the cursors is here. */
export async function settleAll(store: Store): Promise<void> {
  const { database } = store
  await withDatabase(store, () =>
    database.transaction('rw', everyTable, async () => showAgain(database, await settle(store, true))),
  )
}

/**
 * Ops leave the overlay once the cursors have passed their versions: a person's own write never flickers away. While
 * rows are still to come (`isWhole` false) the records themselves must have got as far, for one that somebody has
 * changed since comes only with its later version.
 */
async function settle(store: Store, isWhole: boolean): Promise<string[]> {
  const { database, access } = store
  const open = await database.sent.where('isOpen').equals(1).toArray()
  if (open.length === 0) return []
  const cursors = new Map((await database.cursors.toArray()).map(({ s, ver }) => [s, ver]))
  const done: SentOp[] = []
  for (const op of open) {
    // Rows of a scope that this person may not read never come, so there is nothing to wait for.
    const awaited = Object.entries(op.vers).filter(([s]) => mayRead(access(), s))
    if (!awaited.every(([s, ver]) => (cursors.get(s) ?? 0) >= ver)) continue
    if (isWhole || (await hasCome(database, op, new Map(awaited)))) done.push(op)
  }
  await database.sent.bulkPut(done.map(({ isOpen: _, ...op }) => ({ ...op, touches: [] })))
  return done.flatMap((op) => op.touches)
}

async function hasCome(database: StoreDatabase, op: SentOp, awaited: ReadonlyMap<Scope, number>): Promise<boolean> {
  for (const change of readOp(op.text)?.changes ?? []) {
    const row = confirmedOf(await storedRow(database, touchOf(change)))
    if ((row?.ver ?? 0) < (awaited.get(change.s) ?? 0)) return false
  }
  return true
}

/** Cursors of scopes that this device may read from now on. */
export async function openScopes(store: Store, scopes: readonly Scope[]): Promise<void> {
  const { database } = store
  await withDatabase(store, () =>
    database.transaction('rw', 'cursors', async () => {
      for (const s of scopes) if (!(await database.cursors.get(s))) await database.cursors.put({ s, ver: 0 })
    }),
  )
}

export const readCursors = async (store: Store): Promise<Record<Scope, number>> =>
  Object.fromEntries((await store.database.cursors.toArray()).map(({ s, ver }) => [s, ver]))

/** Rows that were of no known kind or shape when they came may be so for newer code. */
export async function adoptUnknown(store: Store): Promise<void> {
  const { database } = store
  const found = (await database.unknown.toArray()).flatMap(({ key, row }) => {
    const { data } = rowSchema.safeParse(row)
    return data && isKnown(data) ? { key, row: data } : []
  })
  if (found.length === 0) return
  const rows = found.map(({ row }) => row)
  await withDatabase(store, () =>
    database.transaction('rw', everyTable, async () => {
      await showAgain(database, await putRows(database, rows))
      await database.unknown.bulkDelete(found.map(({ key }) => key))
    }),
  )
}
