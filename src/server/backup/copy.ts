// A whole copy of a database file, also of one that a server is writing to.
import { once } from 'node:events'
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { chmod, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
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

/** On a thread of its own; as text, for there is no second file where the server is bundled into one. */
const copier = `
  const { createRequire } = require('node:module')
  const { workerData } = require('node:worker_threads')
  const SqliteConnection = createRequire(workerData.near)('better-sqlite3')
  const source = new SqliteConnection(workerData.from, { fileMustExist: true })
  try {
    source.prepare('VACUUM INTO ?').run(workerData.part)
  } finally {
    source.close()
  }
`

/** As `copyDatabase`, for a server that goes on answering meanwhile. Given up, with nothing left of it, when it is stopped. */
export async function copyMeanwhile(from: string, to: string, stopped: AbortSignal): Promise<void> {
  const part = `${to}.part`
  rmSync(part, { force: true })
  try {
    const worker = new Worker(copier, { eval: true, workerData: { from, part, near: import.meta.url } })
    stopped.addEventListener('abort', () => void worker.terminate(), { once: true })
    const [code] = (await once(worker, 'exit')) as [number]
    if (code !== 0) throw new Error(stopped.aborted ? 'stopped' : 'the copy ended early')
    await chmod(part, 0o600)
    await toDiskLater(part)
    await rename(part, to)
    await toDiskLater(dirname(to))
  } catch (error) {
    for (const suffix of ['', '-journal']) rmSync(part + suffix, { force: true })
    throw error
  }
}

async function toDiskLater(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
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
