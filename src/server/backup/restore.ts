// A backup takes the place of the database. What it replaces is kept, and devices are told that history has changed, so
// that they send again what was accepted since.
import { randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type SqliteConnection from 'better-sqlite3'
import { databaseName, lockFolder } from '../data-folder.ts'
import { Unusable } from '../unusable.ts'
import { carryOver, endSessions, readCarried } from './carry-over.ts'
import { copyDatabase, moveDatabase, openToRead } from './copy.ts'
import { backupName } from './rotation.ts'
import { verifyFile } from './verify.ts'

/** Where the replaced database lies now; undefined when there was none. Throws a sentence when it cannot be done. */
export function restoreInto(folder: string, backup: string, now: number): string | undefined {
  const file = join(folder, databaseName)
  if (!existsSync(backup)) throw new Unusable(`There is no file ${backup}.`)
  if (resolve(backup) === file) throw new Unusable(`${backup} is the database itself; name a backup of it.`)
  const unlock = lockFolder(folder)
  try {
    const [fault] = verifyFile(backup).faults
    if (fault) throw new Unusable(`${backup} cannot be restored. ${fault}`)
    if (existsSync(file) && isOther(file, backup))
      throw new Unusable(`${backup} is of another installation. Restore it into an empty folder, by UPTALLY_DATA.`)
    return replace(file, backup, now)
  } finally {
    unlock()
  }
}

/** No version of what was lost is ever given again: a device that has seen it would else be taken to have seen another. */
const step = 1_000_000_000

/** Makes another history of a backup's data: devices are told, by another epoch. */
export function beginHistory(copy: SqliteConnection.Database): void {
  copy.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('epoch', ?)").run(randomUUID())
  copy.prepare(`UPDATE scope SET head = (head / ${step} + 1) * ${step} WHERE head > 0`).run()
  // Words whose time has passed since come with the backup: they go again at once, not in the night.
  copy.prepare("DELETE FROM meta WHERE key = 'retention.ran'").run()
}

function replace(file: string, backup: string, now: number): string | undefined {
  const ready = `${file}.restored`
  const carried = readCarried(file)
  copyDatabase(backup, ready, (copy) => {
    beginHistory(copy)
    endSessions(copy)
    if (carried) carryOver(copy, carried)
  })
  if (!existsSync(file)) {
    for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true })
    moveDatabase(ready, file)
    return undefined
  }
  const replaced = join(file, '..', `replaced-${backupName(now)}`)
  moveDatabase(file, replaced)
  moveDatabase(ready, file)
  return replaced
}

/** Of one that is damaged nobody can tell. */
function isOther(file: string, backup: string): boolean {
  const [present, restored] = [idOf(file), idOf(backup)]
  return present !== undefined && present !== restored
}

function idOf(file: string): string | undefined {
  let connection: SqliteConnection.Database | undefined
  try {
    connection = openToRead(file)
    return connection.prepare<[], string>("SELECT value FROM meta WHERE key = 'db'").pluck().get()
  } catch {
    return undefined
  } finally {
    connection?.close()
  }
}
