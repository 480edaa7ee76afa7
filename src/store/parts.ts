// Parts of files on their way: which the server lacks, what becomes of them once it has them, and when they leave.
// Invariant: a part that may be nowhere else goes only with its scope, its file, or on the server's word. As long as the
// server may have lost what it had, nothing is let go of for want of room or of a record.
import type { Attachment } from '../domain/attachment.ts'
import type { Scope } from '../domain/record.ts'
import { kindTable, type StoreDatabase, type StoredPart, tableName } from './database.ts'
import { isLegal, isSealed } from './sealing.ts'
import { type Store, withDatabase } from './store.ts'

export const partKey = (id: string, n: number): string => `${id} ${n}`
export const fileOfKey = (key: string): string => key.slice(0, key.indexOf(' '))

const addName = 'attachment.add'
const removeName = 'attachment.remove'

/** So many parts that the server has too are kept: 100 MiB at most. */
const mostKept = 400

/** The bytes as they were; undefined where they lie sealed and there is no key for them. */
export function openedPart({ cipher }: Pick<Store, 'cipher'>, part: StoredPart): Uint8Array<ArrayBuffer> | undefined {
  if (part.isSealed !== 1) return part.bytes
  return cipher()?.open(part.bytes, `parts ${part.key}`) as Uint8Array<ArrayBuffer> | undefined
}

type Whole = Omit<StoredPart, 'isSealed' | 'isUnsent' | 'usedAt'>

/** A part that the server has, as it is kept; undefined when it may not be, for want of a key. */
function keptPart({ cipher, isLocked, now }: Store, { bytes, ...part }: Whole): StoredPart | undefined {
  const kept = { ...part, bytes, usedAt: now() }
  if (!isLegal(part.s)) return kept
  const sealed = cipher()?.seal(bytes, `parts ${part.key}`) as Uint8Array<ArrayBuffer> | undefined
  if (sealed) return { ...kept, bytes: sealed, isSealed: 1 }
  return isLocked() ? undefined : kept
}

const wholePart = ({ key, of, n, s, hash }: StoredPart, bytes: Uint8Array<ArrayBuffer>): Whole => ({
  key,
  of,
  n,
  s,
  hash,
  bytes,
})

const inParts = <T>(store: Store, work: () => Promise<T>): Promise<T> =>
  withDatabase(store, () => store.database.transaction('rw', ['parts', tableName('attachment'), 'meta'], work))

const unsentKeys = ({ parts }: StoreDatabase) => parts.where('isUnsent').equals(1).primaryKeys()

/** Ids of files with parts that the server does not have. Of those whose record was refused, that is what waits, not they. */
export const waitingFiles = (store: Store): Promise<ReadonlySet<string>> =>
  withDatabase(store, async () => {
    const { parked } = store.database
    const keys = await unsentKeys(store.database)
    const ids = new Set(keys.map(fileOfKey))
    if (ids.size === 0) return ids
    for (const { text } of await parked.toArray()) for (const id of ids) if (text.includes(id)) ids.delete(id)
    return ids
  })

/** How many files are only here until they are sent. */
export const filesWaiting = async (store: Store): Promise<number> => (await waitingFiles(store)).size

export const hasParts = (store: Store): Promise<boolean> =>
  withDatabase(store, async () => (await store.database.parts.count()) > 0)

/** Those of the files whose record waits here: it was not sent yet, or was refused and not let go of. */
async function waitingRecords({ outbox, parked }: StoreDatabase, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const waiting = (await Promise.all([outbox.toArray(), parked.toArray()])).flat()
  return new Set(ids.filter((id) => waiting.some(({ text }) => text.includes(id))))
}

/** Files of which a part may be missing at the server, the oldest first; `isNewEpoch`: all that are here. */
export const filesToAsk = (store: Store, isNewEpoch: boolean): Promise<string[]> =>
  withDatabase(store, async () => {
    const { database } = store
    const keys = isNewEpoch ? await database.parts.toCollection().primaryKeys() : await unsentKeys(database)
    const ids = [...new Set(keys.map(fileOfKey))].sort()
    // Of a record that the server has not taken yet it knows nothing.
    const waiting = await waitingRecords(database, ids)
    return ids.filter((id) => !waiting.has(id))
  })

/** What the server said of a file: the parts that it lacks; undefined: there is no such file, or it is not ours to send. */
export const takeMissing = (store: Store, id: string, missing: readonly number[] | undefined): Promise<void> =>
  inParts(store, async () => {
    const { parts } = store.database
    for (const part of await parts.where('of').equals(id).toArray()) {
      if (missing?.includes(part.n) && part.isUnsent !== 1) await makeUnsent(store, part)
      else if (missing && !missing.includes(part.n) && part.isUnsent === 1) await makeSent(store, part)
      else if (missing === undefined && part.isUnsent === 1) await parts.delete(part.key)
    }
  })

/** The server was put back to a backup and has lost it. */
async function makeUnsent(store: Store, part: StoredPart): Promise<void> {
  const bytes = openedPart(store, part)
  if (bytes) await store.database.parts.put({ ...wholePart(part, bytes), isUnsent: 1 })
  else await store.database.parts.delete(part.key)
}

async function makeSent(store: Store, part: StoredPart): Promise<void> {
  const kept = keptPart(store, wholePart(part, part.bytes))
  if (kept) await store.database.parts.put(kept)
  else await store.database.parts.delete(part.key)
}

export const markSent = (store: Store, id: string, n: number): Promise<void> =>
  inParts(store, async () => {
    const part = await store.database.parts.get(partKey(id, n))
    if (part?.isUnsent === 1) await makeSent(store, part)
  })

/** Parts that are to be sent, the oldest file first. */
export const partsToSend = (store: Store): Promise<{ readonly id: string; readonly n: number }[]> =>
  withDatabase(store, async () => {
    const asked = new Set(await filesToAsk(store, false))
    const keys = await unsentKeys(store.database)
    return keys
      .map((key) => ({ id: fileOfKey(key), n: Number(key.slice(key.indexOf(' ') + 1)) }))
      .filter(({ id }) => asked.has(id))
      .sort((a, b) => (a.id === b.id ? a.n - b.n : a.id < b.id ? -1 : 1))
  })

export const unsentPart = (store: Store, id: string, n: number): Promise<Uint8Array<ArrayBuffer> | undefined> =>
  withDatabase(store, async () => {
    const part = await store.database.parts.get(partKey(id, n))
    return part?.isUnsent === 1 ? part.bytes : undefined
  })

type File = Pick<Attachment, 'parts'> & { readonly id: string }

/** Keeps a part that was fetched, as long as its file is here: it may have been taken away in the meantime. */
export const keepPart = (store: Store, { id, parts }: File, n: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> =>
  inParts(store, async () => {
    const row = await kindTable(store.database, 'attachment').get(id)
    const hash = parts[n]
    if (row?.del !== 0 || hash === undefined) return
    const kept = keptPart(store, { key: partKey(id, n), of: id, n, s: row.s, hash, bytes })
    if (kept) await store.database.parts.put(kept)
  })

const DAY_MS = 86_400_000

/** That a file was looked at: what nobody looks at goes first. */
export const noteUsed = (store: Store, id: string): Promise<void> =>
  inParts(store, async () => {
    const isStale = ({ usedAt }: StoredPart) => usedAt !== undefined && usedAt < store.now() - DAY_MS
    await store.database.parts.where('of').equals(id).filter(isStale).modify({ usedAt: store.now() })
  })

/**
 * After a pull that is whole: parts of files that are no more here, and the least looked at beyond what is kept. What lies
 * open of legal scopes is sealed once there is a key.
 */
export const sweepParts = (store: Store): Promise<void> =>
  withDatabase(store, () =>
    store.database.transaction(
      'rw',
      ['parts', tableName('attachment'), 'outbox', 'sent', 'parked', 'meta'],
      async () => {
        const { parts } = store.database
        const files = (await parts.orderBy('of').uniqueKeys()).map(String)
        const rows = await kindTable(store.database, 'attachment').bulkGet(files)
        const waiting = await waitingRecords(store.database, files)
        const isUncertain = await isUnchecked(store.database)
        const added = await addedHere(
          store.database,
          files.filter((_, i) => !rows[i]),
        )
        for (const [i, id] of files.entries()) {
          const row = rows[i]
          const isNowhere = !row && !isUncertain && !waiting.has(id) && !added.has(id)
          // Taken away, and the server has said so.
          const isTakenAway = row?.del === 1 && row.confirmed === undefined
          if (isNowhere || isTakenAway)
            await parts
              .where('of')
              .equals(id)
              .filter((part) => part.isUnsent !== 1)
              .delete()
        }
        if (!isUncertain) await makeRoom(store.database, waiting)
        await sealOpen(store)
      },
    ),
  )

/**
 * Files that were added here, and not taken away, within the time that accepted ops are kept: whoever may not read what they
 * add to has no record of them, and is the one to bring them back where the server loses them.
 */
async function addedHere({ sent, parts }: StoreDatabase, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const ops = await sent.filter(({ name }) => name === addName || name === removeName).toArray()
  const isNamed = (id: string, by: string) => ops.some(({ name, text }) => name === by && text.includes(id))
  const found = new Set(ids.filter((id) => isNamed(id, addName) && !isNamed(id, removeName)))
  // Which files those name that cannot be read now is not known.
  if (ops.some(isSealed))
    for (const id of ids) if (isLegal((await parts.where('of').equals(id).first())?.s)) found.add(id)
  return found
}

async function makeRoom({ parts }: StoreDatabase, waiting: ReadonlySet<string>): Promise<void> {
  const kept = await parts.orderBy('usedAt').primaryKeys()
  const surplus = kept.slice(0, Math.max(0, kept.length - mostKept))
  await parts.bulkDelete(surplus.filter((key) => !waiting.has(fileOfKey(key))))
}

async function sealOpen(store: Store): Promise<void> {
  if (!store.cipher()) return
  const { parts } = store.database
  const scopes = (await parts.orderBy('s').uniqueKeys()).map(String).filter(isLegal)
  const isOpen = (part: StoredPart) => part.isUnsent !== 1 && part.isSealed !== 1
  for (const key of await parts.where('s').anyOf(scopes).filter(isOpen).primaryKeys()) {
    const part = await parts.get(key)
    if (part) await makeSent(store, part)
  }
}

/** Inside a transaction over `parts`. */
export const wipeParts = (database: StoreDatabase, scopes: readonly Scope[]): Promise<number> =>
  database.parts.where('s').anyOf(scopes).delete()

const checkedKey = 'partsEpoch'

async function isUnchecked({ meta }: StoreDatabase): Promise<boolean> {
  const [epoch, checked] = await meta.bulkGet(['epoch', checkedKey])
  return epoch?.value !== checked?.value
}

/** Whether the server may have lost parts since this device last asked: it was put back to a backup. */
export const mayLackParts = (store: Store): Promise<boolean> => withDatabase(store, () => isUnchecked(store.database))

/** Inside a transaction over `meta`: ops go to the server once more, and it may lack the parts of the files among them. */
export async function askAfterParts({ meta }: StoreDatabase, ops: readonly { readonly name: string }[]): Promise<void> {
  if (ops.some(({ name }) => name === addName)) await meta.put({ key: checkedKey, value: null })
}

export const notePartsChecked = (store: Store): Promise<void> =>
  inParts(store, async () => {
    const epoch = await store.database.meta.get('epoch')
    await store.database.meta.put({ key: checkedKey, value: epoch?.value })
  })
