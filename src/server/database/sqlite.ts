// The embedded database: one connection, write-ahead log, every commit on the disk before it is acknowledged.
import { randomUUID } from 'node:crypto'
import SqliteConnection from 'better-sqlite3'
import type { Database, Statements } from './port.ts'
import { schemaSteps, schemaVersion } from './schema.ts'
import { accountStatements } from './sqlite-accounts.ts'
import { actStatements } from './sqlite-acts.ts'
import { addDigestFunction, digestStatements } from './sqlite-digest.ts'
import { fileStatements } from './sqlite-files.ts'
import { hotStatements } from './sqlite-hot.ts'
import { identityStatements } from './sqlite-identities.ts'
import { leaseStatements } from './sqlite-lease.ts'
import { passkeyStatements } from './sqlite-passkeys.ts'
import { privacyStatements } from './sqlite-privacy.ts'
import { quarantineStatements } from './sqlite-quarantine.ts'
import { retentionStatements } from './sqlite-retention.ts'
import { syncStatements } from './sqlite-sync.ts'
import { wipeStatements } from './sqlite-wipes.ts'

/**
 * Opens the file (or what is open already), makes it when there is none, and brings its schema up to date. Throws a
 * sentence for people.
 */
export function openSqlite(from: string | SqliteConnection.Database): Database {
  const connection = typeof from === 'string' ? new SqliteConnection(from) : from
  try {
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = FULL')
    connection.pragma('foreign_keys = ON')
    addDigestFunction(connection)
    bringUpToDate(connection)
  } catch (error) {
    connection.close()
    throw error
  }

  const transaction = marksOf(connection, 'BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK')
  const attempt = marksOf(connection, 'SAVEPOINT attempt', 'RELEASE attempt', 'ROLLBACK TO attempt', 'RELEASE attempt')
  const sync = syncStatements(connection)
  const accounts = accountStatements(connection)
  const statements: Statements = {
    ...passkeyStatements(connection),
    ...wipeStatements(connection),
    ...identityStatements(connection),
    ...quarantineStatements(connection),
    ...sync,
    ...digestStatements(connection),
    ...accounts,
    ...actStatements(connection),
    ...privacyStatements(connection),
    ...hotStatements(connection),
    ...fileStatements(connection),
    ...retentionStatements(connection),
    ...leaseStatements(connection),
    attempt: (work) => between(connection, attempt, work),
  }
  const meta = connection.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck()
  const id = meta.get('db') ?? ''

  let tail: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = tail.then(work)
    tail = turn.catch(() => undefined)
    return turn
  }
  return {
    id,
    epoch: meta.get('epoch') ?? id,
    read: (work) => inTurn(() => work(statements)),
    write: (work) => inTurn(() => between(connection, transaction, () => work(statements))),
    close: () =>
      inTurn(async () => {
        connection.pragma('wal_checkpoint(TRUNCATE)')
        connection.close()
      }),
  }
}

export function sqliteVersion(): string {
  const connection = new SqliteConnection(':memory:')
  try {
    return connection.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? ''
  } finally {
    connection.close()
  }
}

/** Every fault of the file that SQLite can find; empty when it is sound. */
export function faultsOf(path: string): readonly string[] {
  const connection = new SqliteConnection(path)
  try {
    const found = connection.pragma('integrity_check(5)', { simple: false }) as { integrity_check: string }[]
    return found.map((line) => line.integrity_check).filter((line) => line !== 'ok')
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  } finally {
    connection.close()
  }
}

function bringUpToDate(connection: SqliteConnection.Database): void {
  connection
    .transaction(() => {
      const found = connection.pragma('user_version', { simple: true }) as number
      if (found > schemaVersion)
        throw new Error(
          `The database was written by a newer Uptally (schema ${found}; this one knows ${schemaVersion}). Start the newer one.`,
        )
      for (const step of schemaSteps.slice(found)) connection.exec(step)
      connection.pragma(`user_version = ${schemaVersion}`)
      connection.prepare("INSERT OR IGNORE INTO meta (key, value) VALUES ('db', ?)").run(randomUUID())
    })
    .immediate()
}

/** Prepared once: every op is an attempt of its own. */
function marksOf(
  connection: SqliteConnection.Database,
  begin: string,
  done: string,
  ...undo: readonly string[]
): Marks {
  const steps = (texts: readonly string[]) => {
    const statements = texts.map((text) => connection.prepare(text))
    return () => {
      for (const statement of statements) statement.run()
    }
  }
  return { begin: steps([begin]), done: steps([done]), undo: steps(undo) }
}
type Marks = Readonly<Record<'begin' | 'done' | 'undo', () => void>>

async function between<T>(connection: SqliteConnection.Database, marks: Marks, work: () => Promise<T>): Promise<T> {
  marks.begin()
  try {
    const result = await work()
    marks.done()
    return result
  } catch (error) {
    // A full disk may have ended the transaction already.
    if (connection.inTransaction) marks.undo()
    throw error
  }
}
