// The folder that holds everything: made if need be, writable, sound, and used by one server only.
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import SqliteConnection from 'better-sqlite3'
import type { Database } from './database/port.ts'
import { faultsOf, openSqlite, sqliteVersion } from './database/sqlite.ts'
import { Unusable } from './unusable.ts'

export interface DataFolder {
  readonly database: Database
  /** Closes the database and lets another server have the folder. */
  release(): Promise<void>
}

export const databaseName = 'uptally.db'

/** Earlier ones may lose what was committed when a write-ahead log starts anew while another connection reads. */
const leastSqlite = [3, 51, 3]

export function checkSqlite(version: string): void {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  const [leastMajor = 0, leastMinor = 0, leastPatch = 0] = leastSqlite
  const isEnough =
    major > leastMajor ||
    (major === leastMajor && (minor > leastMinor || (minor === leastMinor && patch >= leastPatch)))
  if (!isEnough)
    throw new Unusable(
      `Uptally needs SQLite ${leastSqlite.join('.')} or later; this is ${version}. Install the packages anew.`,
    )
}

export function openDataFolder(folder: string): DataFolder {
  checkSqlite(sqliteVersion())
  const unlock = lockFolder(folder)
  try {
    const file = join(folder, databaseName)
    const faults = existsSync(file) ? opened(file, faultsOf) : []
    if (faults.length > 0)
      throw new Unusable(`The database ${file} is damaged (${faults[0]}). Restore it from a backup.`)
    const database = opened(file, openSqlite)
    return { database, release: () => database.close().finally(unlock) }
  } catch (error) {
    unlock()
    throw error
  }
}

/** Makes the folder if need be and keeps every other server out of it; hands back how to let others in. */
export function lockFolder(folder: string): () => void {
  makeWritable(folder)
  return lock(folder)
}

/** What `open` makes of the file; a file that the system keeps from us is said, not thrown. */
function opened<T>(file: string, open: (file: string) => T): T {
  try {
    return open(file)
  } catch (error) {
    throw new Unusable(`The file ${file} cannot be opened: ${messageOf(error)}`)
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
  const file = join(folder, 'uptally.lock')
  const connection = opened(file, () => new SqliteConnection(file, { timeout: 0 }))
  try {
    connection.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    connection.close()
    if (!(error instanceof SqliteConnection.SqliteError) || error.code !== 'SQLITE_BUSY')
      throw new Unusable(`The file ${file} cannot be used: ${messageOf(error)}`)
    throw new Unusable(`Another Uptally is running on the data folder ${folder}. Stop it first, or set UPTALLY_DATA.`)
  }
  return () => connection.close()
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
