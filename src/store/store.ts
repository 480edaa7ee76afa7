// This device's records of one person: opened once, closed when somebody else signs in.
import { Dexie } from 'dexie'
import type { Access } from '../domain/access.ts'
import { type DatabaseOptions, makeDatabase, type StoreDatabase } from './database.ts'
import { makeReads, type StoreReads } from './reads.ts'

export type { StoreReads }

export interface StoreOptions extends DatabaseOptions {
  /** One name for each server database and person: a change of person never mixes data. */
  readonly name: string
  readonly personId: string
  /** What the person may do now, as the server last said. */
  readonly access: () => Access
  readonly now: () => number
  readonly newId: (at?: number) => string
}

/** Why the store cannot be used: newer code has changed it, or the browser took it away and did not give it back. */
export type StoreTrouble = 'newer_version' | 'lost'

export interface Store {
  readonly name: string
  readonly reads: StoreReads
  readonly personId: string
  readonly access: () => Access
  readonly now: () => number
  readonly newId: (at?: number) => string
  /** Only for the siblings in this folder. */
  readonly database: StoreDatabase
  onTrouble(listener: (trouble: StoreTrouble) => void): void
  close(): void
}

export async function openStore(options: StoreOptions): Promise<Store> {
  const database = makeDatabase(options.name, options)
  const listeners = new Set<(trouble: StoreTrouble) => void>()
  const tell = (trouble: StoreTrouble) => {
    for (const listener of listeners) listener(trouble)
  }
  // Dexie by default lets an old page reopen on a newer schema; an old page must stop writing instead.
  database.on('versionchange', () => {
    database.close({ disableAutoOpen: true })
    tell('newer_version')
    return false
  })
  await openAgain(database)
  const { name, personId, access, now, newId } = options
  return {
    name,
    reads: makeReads(database),
    personId,
    access,
    now,
    newId,
    database,
    onTrouble: (listener) => listeners.add(listener),
    close: () => database.close({ disableAutoOpen: true }),
  }
}

/** A browser in the background may take the connection away: closed, reopened, tried again, never given up in silence. */
async function openAgain(database: StoreDatabase): Promise<void> {
  try {
    await database.open()
  } catch (error) {
    if (!isLostConnection(error)) throw error
    database.close()
    await database.open()
  }
}

const isLostConnection = (error: unknown) =>
  error instanceof Error &&
  ['InvalidStateError', 'DatabaseClosedError', 'UnknownError', 'AbortError'].includes(error.name)

/** Runs work on the database; once more after reopening when the browser lost the connection. A failed write never resolves. */
export async function withDatabase<T>(store: Store, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isLostConnection(error)) throw error
    store.database.close({ disableAutoOpen: false })
    await store.database.open()
    return work()
  }
}

/** Everything of one person on this device. */
export const deleteStore = (name: string): Promise<void> => Dexie.delete(name)
