import type SqliteConnection from 'better-sqlite3'
import type { OpResult } from '../../domain/wire.ts'
import type { Client, StoredOp, StoredRow, SyncStatements } from './port.ts'
import { digestKeeper } from './sqlite-digest.ts'
import { partSweeper } from './sqlite-files.ts'
import { type RowRecord, rowFields, toRow } from './sqlite-rows.ts'

type OpRecord = Omit<StoredOp, 'outcome'> & { outcome: string }

export function syncStatements(connection: SqliteConnection.Database): SyncStatements {
  const client = connection.prepare<[string], Client>(
    'SELECT id, user AS userId, last_mid AS lastMid, build, seen_at AS seenAt FROM client WHERE id = ?',
  )
  const saveClient = connection.prepare<Client>(
    `INSERT INTO client (id, user, last_mid, build, seen_at) VALUES (@id, @userId, @lastMid, @build, @seenAt)
     ON CONFLICT (id) DO UPDATE SET last_mid = excluded.last_mid, build = excluded.build, seen_at = excluded.seen_at`,
  )
  const op = connection.prepare<[string, number], OpRecord>(
    `SELECT client, mid, hash, user AS userId, received_at AS receivedAt, body, outcome
     FROM op WHERE client = ? AND mid = ?`,
  )
  const midOfHash = connection
    .prepare<[string, string], number>('SELECT mid FROM op WHERE client = ? AND hash = ? ORDER BY mid LIMIT 1')
    .pluck()
  const addOp = connection.prepare<OpRecord>(
    `INSERT INTO op (client, mid, hash, user, received_at, body, outcome)
     VALUES (@client, @mid, @hash, @userId, @receivedAt, @body, @outcome)`,
  )
  const heads = connection.prepare<[], [string, number]>('SELECT id, head FROM scope ORDER BY id').raw()
  const head = connection.prepare<[string], number>('SELECT head FROM scope WHERE id = ?').pluck()
  const saveHead = connection.prepare<[string, number]>(
    'INSERT INTO scope (id, head) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET head = excluded.head',
  )
  const row = connection.prepare<[string, string], RowRecord>(`SELECT ${rowFields} FROM row WHERE kind = ? AND id = ?`)
  const saveRow = rowSaver(connection)
  const rowsAfter = connection.prepare<{ scope: string; version: number; skip: number }, RowRecord>(
    `SELECT ${rowFields} FROM row
     WHERE scope = @scope AND ver > @version AND ver <= coalesce(
       (SELECT ver FROM row WHERE scope = @scope AND ver > @version ORDER BY ver LIMIT 1 OFFSET @skip),
       9007199254740991)
     ORDER BY ver`,
  )
  const countAfter = connection
    .prepare<[string, number], number>('SELECT count(*) FROM row WHERE scope = ? AND ver > ?')
    .pluck()
  const rowsOfKind = connection.prepare<[string, string, number], RowRecord>(
    `SELECT ${rowFields} FROM row WHERE kind = ? AND id > ? AND deleted = 0 ORDER BY id LIMIT ?`,
  )
  const commentsOf = connection.prepare<[string, number], RowRecord>(
    `SELECT ${rowFields} FROM row WHERE kind = 'comment' AND deleted = 0 AND doc ->> 'incidentId' = ?
     ORDER BY id DESC LIMIT ?`,
  )
  const lineOf = connection.prepare<[string, string], { 1: 1 }>(
    `SELECT 1 FROM row WHERE kind IN ('incident_event', 'comment', 'work_note') AND doc ->> 'incidentId' = ?
     UNION ALL SELECT 1 FROM row WHERE kind = 'attachment' AND deleted = 0 AND doc ->> 'ofId' = ? LIMIT 1`,
  )

  return {
    client: async (id) => client.get(id),
    saveClient: async (value) => void saveClient.run(value),
    op: async (clientId, mid) => {
      const found = op.get(clientId, mid)
      return found && { ...found, outcome: JSON.parse(found.outcome) as OpResult }
    },
    midOfHash: async (clientId, hash) => midOfHash.get(clientId, hash),
    addOp: async (value) => void addOp.run({ ...value, outcome: JSON.stringify(value.outcome) }),
    heads: async () => new Map(heads.all()),
    head: async (scope) => head.get(scope) ?? 0,
    saveHead: async (scope, value) => void saveHead.run(scope, value),
    row: async (kind, id) => {
      const found = row.get(kind, id)
      return found && toRow(found)
    },
    saveRow: async (value) => saveRow(value),
    rowsAfter: async (scope, version, limit) => rowsAfter.all({ scope, version, skip: limit - 1 }).map(toRow),
    countAfter: async (scope, version) => countAfter.get(scope, version) ?? 0,
    rowsOfKind: async (kind, after, limit) => rowsOfKind.all(kind, after, limit).map(toRow),
    commentsOf: async (incidentId, limit) => commentsOf.all(incidentId, limit).map(toRow),
    isWorkedOn: async (incidentId) => lineOf.get(incidentId, incidentId) !== undefined,
  }
}

/** With what follows from a row: the digest of its scope, and the end of a file's parts. */
function rowSaver(connection: SqliteConnection.Database): (row: StoredRow) => void {
  const save = connection.prepare<RowRecord>(
    `INSERT INTO row (kind, id, scope, ver, deleted, doc, groups) VALUES (@k, @id, @s, @ver, @del, @doc, @groups)
     ON CONFLICT (kind, id) DO UPDATE SET
       ver = excluded.ver, deleted = excluded.deleted, doc = excluded.doc, groups = excluded.groups`,
  )
  const keepDigest = digestKeeper(connection)
  const sweepParts = partSweeper(connection)
  return (row) => {
    save.run({ ...keepDigest(row), del: row.del ? 1 : 0 })
    sweepParts(row)
  }
}
