// Whether a database file holds together: what SQLite can tell, and what only Uptally knows of it. Changes nothing.
import SqliteConnection from 'better-sqlite3'
import { schemaSteps, schemaVersion } from '../database/schema.ts'
import { addDigestFunction } from '../database/sqlite-digest.ts'
import { openToRead } from './copy.ts'

export interface Verified {
  /** Sentences; empty when all is well. */
  readonly faults: readonly string[]
  /** How much there is of what. */
  readonly counts: Readonly<Record<string, number>>
}

const counted: Readonly<Record<string, string>> = {
  people: 'SELECT count(*) FROM user',
  installations: 'SELECT count(*) FROM client',
  operations: 'SELECT count(*) FROM op',
  records: 'SELECT count(*) FROM row WHERE deleted = 0',
  'records taken away': 'SELECT count(*) FROM row WHERE deleted = 1',
  scopes: 'SELECT count(*) FROM scope',
}

/** Each finds the ids of what is wrong. */
const checks: readonly { readonly says: string; readonly sql: string }[] = [
  {
    says: 'has records past its head',
    sql: `SELECT DISTINCT row.scope FROM row LEFT JOIN scope ON scope.id = row.scope
          WHERE scope.id IS NULL OR row.ver > scope.head OR row.ver < 1`,
  },
  {
    says: 'is a scope that has come further than nothing, and holds no record',
    sql: 'SELECT id FROM scope WHERE head > 0 AND NOT EXISTS (SELECT 1 FROM row WHERE row.scope = scope.id)',
  },
  {
    says: 'is a record that cannot be read',
    sql: 'SELECT id FROM row WHERE NOT json_valid(doc) OR NOT json_valid(groups)',
  },
  {
    says: 'is an installation whose operations have holes in their numbers',
    sql: `SELECT client.id FROM client
          LEFT JOIN (SELECT client, count(*) AS n, min(mid) AS first, max(mid) AS last FROM op GROUP BY client) AS ops
            ON ops.client = client.id
          WHERE coalesce(ops.n, 0) <> client.last_mid OR coalesce(ops.last, 0) <> client.last_mid OR ops.first <> 1`,
  },
  {
    says: 'is an installation that is not listed, and has operations',
    sql: 'SELECT DISTINCT client FROM op WHERE client NOT IN (SELECT id FROM client)',
  },
]

/** What was written is counted as it is written: a row that has come, gone or changed otherwise shows here. */
const digestCheck = {
  says: 'holds other records than were written',
  sql: `SELECT id FROM scope WHERE digest <>
          (SELECT rows_digest(json_array(kind, row.id, ver, deleted)) FROM row WHERE row.scope = scope.id)`,
}

export function verifyFile(file: string): Verified {
  let connection: SqliteConnection.Database | undefined
  try {
    connection = openToRead(file)
    const faults = wholeness(connection)
    if (faults.length > 0) return { faults, counts: {} }
    const count = (sql: string) => Number(connection?.prepare(sql).pluck().get())
    const counts = Object.fromEntries(Object.entries(counted).map(([name, sql]) => [name, count(sql)]))
    const hasDigests = thingsIn(connection).has('the column scope.digest')
    if (hasDigests) addDigestFunction(connection)
    const due = hasDigests ? [...checks, digestCheck] : checks
    return { faults: due.flatMap(({ says, sql }) => foundBy(connection, sql, says)), counts }
  } catch (error) {
    return { faults: [`It cannot be read: ${error instanceof Error ? error.message : String(error)}.`], counts: {} }
  } finally {
    connection?.close()
  }
}

function wholeness(connection: SqliteConnection.Database): string[] {
  const broken = (connection.pragma('integrity_check(5)') as { integrity_check: string }[])
    .map((line) => line.integrity_check)
    .filter((line) => line !== 'ok')
  if (broken.length > 0) return broken.map((line) => `It is damaged: ${line}.`)
  const version = connection.pragma('user_version', { simple: true }) as number
  if (version > schemaVersion)
    return [`It was written by a newer Uptally (schema ${version}; this one knows ${schemaVersion}).`]
  const present = thingsIn(connection)
  const wanted = new SqliteConnection(':memory:')
  try {
    // A step may call a function of ours to fill in what is there; here is nothing to fill in.
    wanted.aggregate('rows_digest', { varargs: true, start: null, step: () => null })
    for (const step of schemaSteps.slice(0, version)) wanted.exec(step)
    const missing = [...thingsIn(wanted)].filter((thing) => !present.has(thing))
    if (version === 0 || missing.length > 0)
      return [version === 0 ? 'It is no database of Uptally.' : `It lacks ${missing.join(', ')}.`]
  } finally {
    wanted.close()
  }
  const loose = connection.pragma('foreign_key_check') as { table: string }[]
  return [...new Set(loose.map(({ table }) => `In the table ${table} something names what is not there.`))]
}

/** Tables with their columns, and indexes. */
function thingsIn(connection: SqliteConnection.Database): Set<string> {
  const things = connection
    .prepare<[], string>(
      `SELECT 'the index ' || name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
       UNION ALL SELECT 'the column ' || t.name || '.' || c.name
         FROM sqlite_master AS t, pragma_table_info(t.name) AS c WHERE t.type = 'table'`,
    )
    .pluck()
    .all()
  return new Set(things)
}

const shownFaults = 5

function foundBy(connection: SqliteConnection.Database | undefined, sql: string, says: string): string[] {
  const ids = connection?.prepare<[], string>(sql).pluck().all() ?? []
  const shown = ids.slice(0, shownFaults).map((id) => `${id} ${says}.`)
  return ids.length > shownFaults ? [...shown, `${ids.length - shownFaults} more of this sort.`] : shown
}
