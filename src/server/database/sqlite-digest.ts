// The digest of each scope, kept with every row that is written.
import type SqliteConnection from 'better-sqlite3'
import { type Digest, type DigestedRow, emptyDigest, replacedIn } from '../../domain/digest.ts'
import type { DigestStatements, StoredRow } from './port.ts'

/** What the schema's steps call to fill the digests of existing data. */
export function addDigestFunction(connection: SqliteConnection.Database): void {
  connection.aggregate('rows_digest', {
    deterministic: true,
    start: emptyDigest,
    step: (digest: Digest, row: string) => {
      const [k, id, ver, deleted] = JSON.parse(row) as [string, string, number, number]
      return replacedIn(digest, undefined, { k, id, ver, del: deleted === 1 })
    },
  })
}

/** Keeps the digest for a row that is about to be written, and hands the row back. */
export function digestKeeper(connection: SqliteConnection.Database): (row: StoredRow) => StoredRow {
  const before = connection.prepare<[string, string], { s: string; ver: number; del: number }>(
    'SELECT scope AS s, ver, deleted AS del FROM row WHERE kind = ? AND id = ?',
  )
  const digest = connection.prepare<[string], Digest>('SELECT digest FROM scope WHERE id = ?').pluck()
  const save = connection.prepare<[string, Digest]>(
    'INSERT INTO scope (id, head, digest) VALUES (?, 0, ?) ON CONFLICT (id) DO UPDATE SET digest = excluded.digest',
  )
  return (row) => {
    const found = before.get(row.k, row.id)
    const was: DigestedRow | undefined = found && { k: row.k, id: row.id, ver: found.ver, del: found.del === 1 }
    const scope = found?.s ?? row.s
    save.run(scope, replacedIn(digest.get(scope) ?? emptyDigest, was, row))
    return row
  }
}

export function digestStatements(connection: SqliteConnection.Database): DigestStatements {
  const digest = connection.prepare<[string], Digest>('SELECT digest FROM scope WHERE id = ?').pluck()
  // A group that was set before says that the record was there then. Ops are few beside the rows that they delete, and
  // long: each is read once.
  const deletedUnstated = connection
    .prepare<{ scope: string; after: number; but: string; names: string }, number>(
      `WITH
         gone AS MATERIALIZED (
           SELECT groups ->> '$.deleted.client' AS client, groups ->> '$.deleted.mid' AS mid FROM row
           WHERE scope = @scope AND ver > @after AND deleted = 1
             AND EXISTS (SELECT 1 FROM json_each(groups) WHERE value ->> 'v' <= @after)
         ),
         by_op AS MATERIALIZED (SELECT client, mid, count(*) AS size FROM gone GROUP BY client, mid)
       SELECT coalesce(sum(size), 0) FROM by_op LEFT JOIN op USING (client, mid)
       WHERE coalesce(body ->> 'name', '') NOT IN (SELECT value FROM json_each(@names)) AND client IS NOT @but`,
    )
    .pluck()
  return {
    digest: async (scope) => digest.get(scope) ?? emptyDigest,
    deletedUnstated: async (scope, after, names, but) =>
      deletedUnstated.get({ scope, after, but, names: JSON.stringify(names) }) ?? 0,
  }
}
