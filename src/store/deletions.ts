// A pull that would take much of a scope away, and nothing says why, waits for a person.
import type { Scope } from '../domain/record.ts'
import { type Cursor, kindTables, type StoreDatabase, type StoredRow } from './database.ts'
import { confirmedOf } from './overlay-row.ts'
import { type Store, withDatabase } from './store.ts'

/** More than so many records, and more than this share of a scope, are not deleted without a word. */
const mostRows = 50
const mostShare = 0.3

/**
 * `counts`: by scope, what the server would delete without a reason. Hands back those of which nothing is taken in until a
 * person has said how to go on; the others do not wait for them.
 */
export async function mustAsk(store: Store, counts: Readonly<Record<Scope, number>>): Promise<ReadonlySet<Scope>> {
  const { database } = store
  const held = new Set<Scope>()
  for (const [s, count] of Object.entries(counts)) {
    if (count <= mostRows) continue
    const deletion = await withDatabase(store, async () => (await database.cursors.get(s))?.deletion)
    if (deletion?.isAgreed) continue
    if (deletion?.count === count) {
      held.add(s)
      continue
    }
    const of = await withDatabase(store, () => liveCount(database, s))
    if (count <= of * mostShare) continue
    await withDatabase(store, () => database.cursors.update(s, { deletion: { count, of, isAgreed: false } }))
    held.add(s)
  }
  return held
}

async function liveCount(database: StoreDatabase, scope: Scope): Promise<number> {
  const isLive = (row: StoredRow) => confirmedOf(row)?.del === 0
  const counts = kindTables.map((kind) =>
    database.table<StoredRow, string>(kind).where('s').equals(scope).filter(isLive).count(),
  )
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
}

/** What was agreed to has come, or the server deletes it no more; `held` still waits. Inside a transaction over cursors. */
export async function forgetDeletions(database: StoreDatabase, held: ReadonlySet<Scope>): Promise<void> {
  const isOver = (cursor: Cursor) => cursor.deletion !== undefined && !held.has(cursor.s)
  for (const { deletion: _, ...cursor } of await database.cursors.filter(isOver).toArray())
    await database.cursors.put(cursor)
}

/** Scopes that wait for a person already. */
export const heldScopes = async (store: Store): Promise<Scope[]> =>
  (await askedDeletions(store)).map(({ scope }) => scope)

export interface AskedDeletion {
  readonly scope: Scope
  /** So many records would go ... */
  readonly count: number
  /** ... of so many. */
  readonly of: number
}

export async function askedDeletions({ database }: Store): Promise<AskedDeletion[]> {
  const cursors = await database.cursors.toArray()
  return cursors.flatMap(({ s, deletion }) =>
    deletion && !deletion.isAgreed ? { scope: s, count: deletion.count, of: deletion.of } : [],
  )
}

/** The next pull deletes what was asked about. */
export const agreeToDeletions = (store: Store): Promise<void> =>
  changeAsked(store, (cursor, deletion) => ({ ...cursor, deletion: { ...deletion, isAgreed: true } }))

/** The next pull brings these scopes from their beginning, in place of what is here. */
export const fetchAnew = (store: Store): Promise<void> => changeAsked(store, ({ s }) => ({ s, ver: 0, isOld: true }))

const changeAsked = (
  store: Store,
  change: (cursor: Cursor, deletion: NonNullable<Cursor['deletion']>) => Cursor,
): Promise<void> =>
  withDatabase(store, () =>
    store.database.transaction('rw', 'cursors', async () => {
      for (const cursor of await store.database.cursors.toArray())
        if (cursor.deletion && !cursor.deletion.isAgreed)
          await store.database.cursors.put(change(cursor, cursor.deletion))
    }),
  )
