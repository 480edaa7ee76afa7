// This device's records of one person: opened once, closed when somebody else signs in.
import { Dexie } from 'dexie'
import type { Access } from '../domain/access.ts'
import { type DatabaseOptions, makeDatabase, type StoreDatabase } from './database.ts'
import { type Lock, makeLock, readLease } from './lease.ts'
import { makeReads, type StoreReads } from './reads.ts'
import type { Cipher } from './sealing.ts'

export type { StoreReads }

export interface StoreOptions extends DatabaseOptions {
  /** One name for each server database and person: a change of person never mixes data. */
  readonly name: string
  readonly personId: string
  /** What the person may do now, as the server last said. */
  readonly access: () => Access
  readonly now: () => number
  readonly newId: (at?: number) => string
  /** Another tab holds the database at its former version; it opens as soon as that tab is closed. */
  readonly onBlocked?: (() => void) | undefined
}

/**
 * Why the store cannot be used: newer code has changed it, a sign-out in another tab has removed it, or (`refused`) the
 * browser took it away and does not give it back, which may pass.
 */
export type StoreTrouble = 'newer_version' | 'removed' | 'refused'

export interface Store {
  readonly name: string
  readonly reads: StoreReads
  readonly personId: string
  readonly access: () => Access
  readonly now: () => number
  readonly newId: (at?: number) => string
  /** For what is legal and the server has too: undefined when there is no lease, and when it has ended (`isLocked`). */
  readonly cipher: () => Cipher | undefined
  /** Legal text of the server's cannot be read here until the next contact, and must not be written down. */
  readonly isLocked: () => boolean
  /** Only for the siblings in this folder. */
  readonly database: StoreDatabase
  readonly lock: Lock
  onTrouble(listener: (trouble: StoreTrouble) => void): void
  close(): void
}

/** Rejects when newer code has changed the database, and when the browser does not give it. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { name, personId, access, now, newId } = options
  const lock = makeLock(now)
  const database = makeDatabase(name, lock, options)
  const listeners = new Set<(trouble: StoreTrouble) => void>()
  const giveUp = (trouble: StoreTrouble) => {
    if (trouble !== 'refused') closeForGood(database)
    for (const listener of listeners) listener(trouble)
  }
  // Dexie by default lets an old page reopen on a newer schema; an old page must stop writing instead.
  database.on('versionchange', ({ newVersion }) => {
    giveUp(newVersion === null ? 'removed' : 'newer_version')
    return false
  })
  database.on('blocked', () => options.onBlocked?.())
  await withDatabase({ database }, () => database.open())
  troubled.set(database, giveUp)
  if (personId !== nobody) await withDatabase({ database }, () => readLease({ database, lock, now }))
  return {
    name,
    reads: makeReads(database, lock),
    personId,
    access,
    now,
    newId,
    cipher: lock.cipher,
    isLocked: lock.isLocked,
    database,
    lock,
    onTrouble: (listener) => listeners.add(listener),
    close: () => closeForGood(database),
  }
}

const nobody = ''

/**
 * For threads, which read and never write: writing asks for who one is, and here nobody is. What lies sealed stays so
 * where no figure and no list needs a narrative, a note or the names of parties; `'all'`: it is read as long as the lease
 * runs at the start.
 */
export async function openToRead(name: string, what: 'open' | 'all' = 'open'): Promise<Store> {
  const access = () => ({ userId: nobody, grants: [] })
  if (what === 'open') return openStore({ name, personId: nobody, access, now: onlyReads, newId: onlyReads })
  const store = await openStore({ name, personId: nobody, access, now: Date.now, newId: onlyReads })
  await readLease(store)
  return store
}

function onlyReads(): never {
  throw new Error('this thread only reads')
}

/** Closed by us, to stay so. */
const closedForGood = new WeakSet<StoreDatabase>()
const reopenings = new WeakMap<StoreDatabase, Promise<unknown>>()
/** Who is told when a database that was open cannot be used any more. */
const troubled = new WeakMap<StoreDatabase, (trouble: StoreTrouble) => void>()

function closeForGood(database: StoreDatabase): void {
  closedForGood.add(database)
  database.close({ disableAutoOpen: true })
}

/** Those who find the connection gone at the same time wait for one and the same new one. */
function reopen(database: StoreDatabase): Promise<unknown> {
  const running = reopenings.get(database)
  if (running !== undefined) return running
  database.close({ disableAutoOpen: false })
  const opening = Promise.resolve(database.open()).finally(() => reopenings.delete(database))
  reopenings.set(database, opening)
  return opening
}

/** Nothing was committed: the connection was gone before the transaction began, or went and took it along. */
const isLostConnection = (error: unknown) =>
  error instanceof Error &&
  ['InvalidStateError', 'DatabaseClosedError', 'OpenFailedError', 'VersionError', 'UnknownError'].includes(error.name)

/**
 * Runs work on the database, and once more on a new connection when the browser has taken the old one away, as it may
 * in the background. A failed write never resolves.
 */
export async function withDatabase<T>({ database }: Pick<Store, 'database'>, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isLostConnection(error) || closedForGood.has(database)) throw error
    try {
      await reopen(database)
    } catch (refused) {
      const isNewer = refused instanceof Error && refused.name === 'VersionError'
      troubled.get(database)?.(isNewer ? 'newer_version' : 'refused')
      throw refused
    }
    return work()
  }
}

/** Everything of one person on this device. */
export const deleteStore = (name: string): Promise<void> => Dexie.delete(name)
