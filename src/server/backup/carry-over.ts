// What a restored backup must not undo: who was signed out, which device is to be wiped, which key to legal text is in force.
import { existsSync } from 'node:fs'
import type SqliteConnection from 'better-sqlite3'
import { openToRead } from './copy.ts'

/** Rows of a database that is being replaced, by name of the table that takes them; only of tables that it has. */
export type Carried = ReadonlyMap<string, readonly unknown[]>

interface Carrying {
  readonly into: string
  readonly fields: readonly string[]
  /** The table that the rows are read from. */
  readonly from: string
  /** They stand in place of those of the backup; otherwise beside them. */
  readonly isWhole: boolean
}

const ended = { into: 'ended_session', fields: ['hash', 'id', 'user', 'label', 'seen_at'] } as const
/** In this order: asking to wipe a device drops the person's key. */
const carryings: readonly Carrying[] = [
  // Devices that a later wipe is to reach: none that has been wiped, or signed out by its person, since.
  { ...ended, from: 'ended_session', isWhole: true },
  { ...ended, from: 'session', isWhole: false },
  { into: 'wipe', from: 'wipe', fields: ['hash', 'id', 'user', 'label', 'asked_by', 'asked_at'], isWhole: true },
  { into: 'legal_key', from: 'legal_key', fields: ['user', 'id', 'key'], isWhole: true },
]

const hasTable = (connection: SqliteConnection.Database, name: string): boolean =>
  connection.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !== undefined

/** Undefined when there is no database, or one that cannot be read. */
export function readCarried(file: string): Carried | undefined {
  if (!existsSync(file)) return undefined
  let connection: SqliteConnection.Database | undefined
  try {
    connection = openToRead(file)
    const carried = new Map<string, readonly unknown[]>()
    for (const { from, fields } of carryings)
      if (hasTable(connection, from))
        carried.set(from, connection.prepare(`SELECT ${fields.join(', ')} FROM ${from}`).all())
    return carried
  } catch {
    return undefined
  } finally {
    connection?.close()
  }
}

/** People sign in anew: whom the backup has as signed in may have been signed out since. */
export function endSessions(copy: SqliteConnection.Database): void {
  copy.exec('DELETE FROM session')
}

/** Of people whom the backup has. */
export function carryOver(copy: SqliteConnection.Database, carried: Carried): void {
  for (const { into, from, fields, isWhole } of carryings) {
    const rows = carried.get(from)
    if (!rows || !hasTable(copy, into)) continue
    if (isWhole) copy.exec(`DELETE FROM ${into}`)
    const values = fields.map((field) => `@${field}`).join(', ')
    const insert = copy.prepare(
      `INSERT OR IGNORE INTO ${into} (${fields.join(', ')})
         SELECT ${values} WHERE EXISTS (SELECT 1 FROM user WHERE id = @user)`,
    )
    for (const row of rows) insert.run(row)
  }
}
