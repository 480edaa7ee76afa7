// The folder that holds everything: made if need be, writable, sound, and used by one server only.
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import SqliteConnection from 'better-sqlite3'
import type { Database } from './database/port.ts'
import { faultsOf, openSqlite } from './database/sqlite.ts'
import { Unusable } from './unusable.ts'

export interface DataFolder {
  readonly database: Database
  /** Closes the database and lets another server have the folder. */
  release(): Promise<void>
}

export function openDataFolder(folder: string): DataFolder {
  makeWritable(folder)
  const unlock = lock(folder)
  try {
    const file = join(folder, 'uptally.db')
    const faults = existsSync(file) ? faultsOf(file) : []
    if (faults.length > 0)
      throw new Unusable(`The database ${file} is damaged (${faults[0]}). Restore it from a backup.`)
    const database = open(file)
    return { database, release: () => database.close().finally(unlock) }
  } catch (error) {
    unlock()
    throw error
  }
}

function open(file: string): Database {
  try {
    return openSqlite(file)
  } catch (error) {
    throw new Unusable(`The database ${file} cannot be opened: ${messageOf(error)}`)
  }
}

function makeWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new Unusable(`The data folder ${folder} cannot be written: ${messageOf(error)}`)
  }
}

/** The system's lock on an open file: it ends with the process, however that ends, so that no stale lock remains. */
function lock(folder: string): () => void {
  const connection = new SqliteConnection(join(folder, 'uptally.lock'), { timeout: 0 })
  try {
    connection.exec('BEGIN EXCLUSIVE')
  } catch {
    connection.close()
    throw new Unusable(`Another Uptally is running on the data folder ${folder}. Stop it first, or set UPTALLY_DATA.`)
  }
  return () => connection.close()
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
