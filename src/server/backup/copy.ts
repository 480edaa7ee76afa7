// A whole copy of a database file, also of one that a server is writing to.
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteConnection from 'better-sqlite3'

/** Not as `readonly`, with which SQLite leaves its working files behind beside a database that nobody else has open. */
export function openToRead(file: string): SqliteConnection.Database {
  return new SqliteConnection(file, { fileMustExist: true })
}

/**
 * Copies the database as it is at this moment. The copy is one file, on the disk, readable by this account only; under
 * its name there is either all of it or nothing. `prepare` may change the copy before it gets its name.
 */
export function copyDatabase(from: string, to: string, prepare?: (copy: SqliteConnection.Database) => void): void {
  const part = `${to}.part`
  rmSync(part, { force: true })
  try {
    const source = openToRead(from)
    try {
      source.prepare('VACUUM INTO ?').run(part)
    } finally {
      source.close()
    }
    if (prepare) change(part, prepare)
    chmodSync(part, 0o600)
    toDisk(part)
    renameSync(part, to)
    toDisk(dirname(to))
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

function change(file: string, work: (copy: SqliteConnection.Database) => void): void {
  const copy = new SqliteConnection(file)
  try {
    copy.transaction(() => work(copy)).immediate()
  } finally {
    copy.close()
  }
}

function toDisk(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Gives a database another name, with what SQLite keeps beside a file that was not closed. */
export function moveDatabase(from: string, to: string): void {
  for (const suffix of ['-shm', '-wal', '']) if (existsSync(from + suffix)) renameSync(from + suffix, to + suffix)
}
