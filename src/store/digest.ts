// Whether this device holds the rows that the server holds, scope by scope; and back to the beginning where it does not.
import { type Digest, type DigestedRow, emptyDigest, replacedIn } from '../domain/digest.ts'
import { pulledRowSchema, type Scope } from '../domain/record.ts'
import type { Cursor, StoreDatabase, StoredRow } from './database.ts'
import { storedRows } from './outbox.ts'
import { confirmedOf } from './overlay-row.ts'
import { type Store, withDatabase } from './store.ts'
import { touchOf } from './touch.ts'

/** A stored row as the server has it; undefined when only this device has it. */
function digestedOf(k: string, row: StoredRow | undefined): DigestedRow | undefined {
  const found = confirmedOf(row)
  return found && found.ver > 0 ? { k, id: found.id, ver: found.ver, del: found.del === 1 } : undefined
}

/** A record may have been read once and then have come in a shape that is not known here: the later counts. */
function laterOf(a: DigestedRow | undefined, unknown: unknown): DigestedRow | undefined {
  const b = pulledRowSchema.safeParse(unknown).data
  return b && (!a || b.ver > a.ver) ? b : a
}

/** The digest with these rows of one scope in it. Inside a transaction over kinds and `unknown`, before they are put. */
export async function digestWith(
  database: StoreDatabase,
  digest: Digest,
  rows: readonly DigestedRow[],
): Promise<Digest> {
  const touches = [...new Set(rows.map(touchOf))]
  const stored = await storedRows(database, touches)
  const unknown = (await database.unknown.count()) > 0 ? await database.unknown.bulkGet(touches) : []
  const held = new Map<string, DigestedRow | undefined>()
  touches.forEach((touch, i) => {
    held.set(touch, laterOf(digestedOf(touch.split(' ')[0] ?? '', stored.get(touch)), unknown[i]?.row))
  })
  let next = digest
  for (const row of rows) {
    next = replacedIn(next, held.get(touchOf(row)), row)
    held.set(touchOf(row), row)
  }
  return next
}

export interface Count {
  /** A row as it was met in its table. */
  add(k: string, row: StoredRow): void
  /** Keeps what was counted where nothing has changed since. True when some scope held other rows than was thought. */
  keep(): Promise<boolean>
}

/** Counts anew what is really here: something else than this code may have changed it. Begin before the first row is read. */
export async function startCount(store: Store): Promise<Count> {
  const { database } = store
  const before = await withDatabase(store, () => database.cursors.toArray())
  const unknown = new Map((await database.unknown.toArray()).map((row) => [row.key, row]))
  const digests = new Map<Scope, Digest>()
  const put = (scope: Scope, row: DigestedRow | undefined) =>
    digests.set(scope, replacedIn(digests.get(scope) ?? emptyDigest, undefined, row))
  return {
    add: (k, row) => {
      const touch = touchOf({ k, id: row.id })
      put(row.s, laterOf(digestedOf(k, row), unknown.get(touch)?.row))
      unknown.delete(touch)
    },
    keep: () => {
      for (const { s, row } of unknown.values()) put(s, laterOf(undefined, row))
      return withDatabase(store, () =>
        database.transaction('rw', 'cursors', async () => {
          let isOther = false
          for (const { s, ver, digest } of before) {
            const cursor = await database.cursors.get(s)
            const counted = digests.get(s) ?? emptyDigest
            const isSame = cursor && cursor.ver === ver && cursor.digest === digest && !cursor.isOld
            if (!isSame || digest === counted) continue
            await database.cursors.put({ ...cursor, digest: counted })
            isOther ||= digest !== undefined
          }
          return isOther
        }),
      )
    },
  }
}

const DAY_MS = 86_400_000

/**
 * After a whole pull: sets scopes whose rows are others than the server's (`digests`, of a device at `cursors`) back to
 * the beginning, but for those in `done`, and hands them back. Where that has not helped it is not tried again for a day.
 */
export async function resetDiffering(
  store: Store,
  cursors: Readonly<Record<Scope, number>>,
  digests: Readonly<Record<Scope, Digest>>,
  done: ReadonlySet<Scope>,
): Promise<Scope[]> {
  const { database } = store
  const at = store.now()
  const isAbout = ({ s, ver, digest, isOld }: Cursor) =>
    Object.hasOwn(digests, s) && ver === cursors[s] && digest !== undefined && !isOld
  const isDue = ({ s, digest, differed }: Cursor) => (digest === digests[s] ? differed?.isEqual === false : true)
  const seen = await withDatabase(store, () => database.cursors.toArray())
  if (!seen.some((cursor) => isAbout(cursor) && isDue(cursor))) return []
  return withDatabase(store, () =>
    database.transaction('rw', 'cursors', async () => {
      const reset: Scope[] = []
      for (const cursor of (await database.cursors.toArray()).filter(isAbout).filter(isDue)) {
        const { s, digest, differed } = cursor
        if (digest === digests[s])
          await database.cursors.put({ ...cursor, differed: { at: differed?.at ?? at, isEqual: true } })
        else if (!done.has(s) && (differed?.isEqual !== false || at - differed.at > DAY_MS)) {
          await database.cursors.put({ s, ver: 0, isOld: true, differed: { at, isEqual: false } })
          reset.push(s)
        }
      }
      return reset
    }),
  )
}
