// What the server says becomes what this device knows. Invariant: applying never adds to the outbox and never runs a
// mutation.
import { mayRead } from '../domain/access.ts'
import { emptyDigest } from '../domain/digest.ts'
import { isKindName, type KindName } from '../domain/kind-names.ts'
import { kindNamed } from '../domain/kinds.ts'
import { isErased, type PulledRow, pulledRowSchema, type Scope } from '../domain/record.ts'
import {
  kindOfTable,
  kindTable,
  kindTables,
  type SentOp,
  type StoreDatabase,
  type StoredRow,
  versionOf,
} from './database.ts'
import { forgetDeletions } from './deletions.ts'
import { digestWith } from './digest.ts'
import { showAgain, storedRows } from './outbox.ts'
import { confirmedOf } from './overlay-row.ts'
import { readOp } from './read-op.ts'
import { isSealed } from './sealing.ts'
import { dropSentOf } from './sent-of-erased.ts'
import { type Store, withDatabase } from './store.ts'
import { touchOf } from './touch.ts'

/** Rows of one scope, in version order, that bring a device from one version of it to another. */
export interface Step {
  readonly scope: Scope
  readonly rows: readonly PulledRow[]
  readonly from: number
  readonly to: number
  /** The server was put back to a backup and sends the scope from its beginning: what it does not send is no more. */
  readonly isAnew: boolean
}

export const everyTable = [...kindTables, 'outbox', 'sent', 'cursors', 'unknown']

/**
 * Rows and the cursor they bring the device to, together or not at all. False, and nothing happens, when the device is
 * not at `from` any more: another tab was here first, or the scope was taken away.
 */
export async function applyStep(store: Store, { scope, rows, from, to, isAnew }: Step): Promise<boolean> {
  const { database } = store
  return withDatabase(store, () =>
    database.transaction('rw', everyTable, async () => {
      const cursor = await database.cursors.get(scope)
      if (cursor?.ver !== from) return false
      const isCleared = isAnew || cursor.isOld === true
      const touches = new Set(isCleared ? await clear(database, scope) : [])
      const { isOld: _, ...kept } = isCleared ? { ...cursor, digest: emptyDigest } : cursor
      const digest = kept.digest && (await digestWith(database, kept.digest, rows))
      for (const touch of await putRows(database, rows)) touches.add(touch)
      await database.cursors.put({ ...kept, ver: to, ...(digest && { digest }) })
      for (const touch of await settle(store, false)) touches.add(touch)
      for (const touch of await dropSentOf(database, rows)) touches.add(touch)
      await showAgain(database, touches)
      return true
    }),
  )
}

/** Hands back what has changes laid over it, to be shown anew. */
export async function putRows(database: StoreDatabase, rows: readonly PulledRow[]): Promise<string[]> {
  const byKind = new Map<KindName, StoredRow[]>()
  for (const row of rows) {
    if (!isKnown(row)) {
      await database.unknown.put({ key: touchOf(row), s: row.s, row })
      continue
    }
    const { id, s, ver, doc } = row
    const groups = Object.fromEntries(Object.entries(row.groups).map(([group, mark]) => [group, versionOf(mark)]))
    const stored: StoredRow = { id, s, ver, del: row.del ? 1 : 0, doc, groups }
    const list = byKind.get(row.k)
    if (list) list.push(stored)
    else byKind.set(row.k, [stored])
  }
  // A later version that this code can read does away with an earlier one that it could not.
  const hasUnknown = (await database.unknown.count()) > 0
  const touches: string[] = []
  for (const [k, stored] of byKind) {
    await kindTable(database, k).bulkPut(stored)
    const all = stored.map(({ id }) => touchOf({ k, id }))
    if (hasUnknown) await database.unknown.bulkDelete(all)
    touches.push(...(await overlaid(database, all)))
  }
  return touches
}

/** Those of the records that ops lie over. */
async function overlaid({ sent, outbox }: StoreDatabase, touches: readonly string[]): Promise<string[]> {
  const found = await Promise.all([sent, outbox].map((ops) => ops.where('touches').anyOf(touches).uniqueKeys()))
  return found.flat().map(String)
}

const isKnown = (row: PulledRow): row is PulledRow & { k: KindName } =>
  isKindName(row.k) && (isErased(row) || kindNamed(row.k)?.schema.safeParse(row.doc).success === true)

/** Forgets what is confirmed of a scope. Hands back what only this device has, to be shown anew. */
export async function clear(database: StoreDatabase, scope: Scope): Promise<string[]> {
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

/** After a pull that is whole, but for scopes that are held, and that no other tab has overtaken: every row up to the cursors is here. */
export async function settleAll(store: Store, held: ReadonlySet<Scope> = new Set()): Promise<void> {
  const { database } = store
  await withDatabase(store, () =>
    database.transaction('rw', everyTable, async () => {
      const touches = new Set(await dropOld(database))
      await forgetDeletions(database, held)
      for (const touch of await settle(store, true)) touches.add(touch)
      await showAgain(database, touches)
    }),
  )
}

/** Of scopes that a restored server does not have (yet) nothing came in place of what was here. */
async function dropOld(database: StoreDatabase): Promise<string[]> {
  const old = await database.cursors.filter((cursor) => cursor.isOld === true).toArray()
  const touches: string[] = []
  for (const { isOld: _, ...cursor } of old) {
    touches.push(...(await clear(database, cursor.s)))
    await database.cursors.put({ ...cursor, digest: emptyDigest })
  }
  return touches
}

/**
 * Ops leave the overlay once the cursors have passed their versions: a person's own write never flickers away. While
 * rows are still to come (`isWhole` false) the records themselves must have got as far, for one that somebody has
 * changed since comes only with its later version.
 */
async function settle(store: Store, isWhole: boolean): Promise<string[]> {
  const { database, access } = store
  const cursors = new Map((await database.cursors.toArray()).map(({ s, ver }) => [s, ver]))
  const passed: number[] = []
  for (const [seq, vers] of await openVersions(database)) {
    // Rows of a scope that this person may not read never come, so there is nothing to wait for.
    const awaited = Object.entries(vers).filter(([s]) => mayRead(access(), s))
    if (awaited.every(([s, ver]) => (cursors.get(s) ?? 0) >= ver)) passed.push(seq)
  }
  const touches: string[] = []
  for (let from = 0; from < passed.length; from += opsAtOnce) {
    const done: SentOp[] = []
    for (const op of await database.sent.bulkGet(passed.slice(from, from + opsAtOnce)))
      if (op && (isWhole || (await hasCome(store, op)))) done.push(op)
    await database.sent.bulkPut(done.map(({ isOpen: _, ...op }) => ({ ...op, touches: [] })))
    for (const op of done) touches.push(...op.touches)
  }
  return touches
}

/** So many ops are read at a time: each may weigh as much as an op may. */
const opsAtOnce = 20

/** What an op was given never changes; to read it the text comes along. So it is read once. */
const knownVersions = new WeakMap<StoreDatabase, Map<number, SentOp['vers']>>()

/** Versions given to the ops that still lie over records, by their place in the order of answers. */
async function openVersions(database: StoreDatabase): Promise<Map<number, SentOp['vers']>> {
  const known = knownVersions.get(database)
  const open = await database.sent.where('isOpen').equals(1).primaryKeys()
  const versions = new Map<number, SentOp['vers']>()
  for (const seq of open) versions.set(seq, known?.get(seq) ?? (await database.sent.get(seq))?.vers ?? {})
  knownVersions.set(database, versions)
  return versions
}

async function hasCome({ database, access }: Store, op: SentOp): Promise<boolean> {
  const changes = readOp(op.text)?.changes ?? []
  const rows = await storedRows(database, new Set(changes.map(touchOf)))
  return changes.every((change) => {
    const awaited = mayRead(access(), change.s) ? (op.vers[change.s] ?? 0) : 0
    return (confirmedOf(rows.get(touchOf(change)))?.ver ?? 0) >= awaited
  })
}

/** Cursors of scopes that this device may read from now on. */
export async function openScopes(store: Store, scopes: readonly Scope[]): Promise<void> {
  const { database } = store
  await withDatabase(store, () =>
    database.transaction('rw', 'cursors', async () => {
      for (const s of scopes)
        if (!(await database.cursors.get(s))) await database.cursors.put({ s, ver: 0, digest: emptyDigest })
    }),
  )
}

export const readCursors = async (store: Store): Promise<Record<Scope, number>> =>
  Object.fromEntries((await store.database.cursors.toArray()).map(({ s, ver }) => [s, ver]))

/** Rows that were of no known kind or shape when they came may be so for newer code. */
export async function adoptUnknown(store: Store): Promise<void> {
  const { database } = store
  const found = (await database.unknown.toArray()).flatMap((held) => {
    if (isSealed(held)) return []
    const { key, row } = held
    const { data } = pulledRowSchema.safeParse(row)
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
