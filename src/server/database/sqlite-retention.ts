import type SqliteConnection from 'better-sqlite3'
import type { StoredRow } from './port.ts'
import type { Aged, RetentionStatements } from './retention-port.ts'

type RowRecord = Omit<StoredRow, 'del'> & { del: number }
const fields = 'kind AS k, id, scope AS s, ver, deleted AS del, doc, groups'
const toRow = (row: RowRecord): StoredRow => ({ ...row, del: row.del === 1 })

export const retentionStatements = (connection: SqliteConnection.Database): RetentionStatements => ({
  ...recordStatements(connection),
  ...opStatements(connection),
  ...endedStatements(connection),
})

function recordStatements(connection: SqliteConnection.Database) {
  const records = connection.prepare<[string, string, number], RowRecord>(
    `SELECT ${fields} FROM row WHERE kind = ? AND id > ? ORDER BY id LIMIT ?`,
  )
  const parts = connection.prepare<{ id: string }, RowRecord>(
    `SELECT ${fields} FROM row
       WHERE kind IN ('incident_event', 'comment', 'work_note') AND doc ->> 'incidentId' = @id
     UNION ALL SELECT ${fields} FROM row WHERE kind = 'narrative' AND doc ->> 'matterId' = @id
     UNION ALL SELECT ${fields} FROM row
       WHERE kind IN ('follow', 'attachment', 'conflict')
         AND coalesce(doc ->> 'incidentId', doc ->> 'ofId', doc ->> 'recordId') = @id`,
  )
  return {
    recordsFrom: async (kind: string, after: string, limit: number) => records.all(kind, after, limit).map(toRow),
    partsOf: async (id: string) => parts.all({ id }).map(toRow),
  }
}

function opStatements(connection: SqliteConnection.Database) {
  const ops = connection.prepare<[number, number], { place: number; client: string; mid: number; body: string }>(
    'SELECT rowid AS place, client, mid, body FROM op WHERE rowid > ? ORDER BY rowid LIMIT ?',
  )
  const wordless = connection.prepare<[], string>('SELECT id FROM wordless').pluck()
  const add = connection.prepare<[string]>('INSERT OR IGNORE INTO wordless (id) VALUES (?)')
  const end = connection.prepare<[string]>('DELETE FROM wordless WHERE id = ?')
  return {
    opsFrom: async (place: number, limit: number) => ops.all(place, limit),
    wordless: async () => new Set(wordless.all()),
    addWordless: async (ids: Iterable<string>) => {
      for (const id of ids) add.run(id)
    },
    endWordless: async (ids: Iterable<string>) => {
      for (const id of ids) end.run(id)
    },
  }
}

function endedStatements(connection: SqliteConnection.Database) {
  const acts = connection.prepare<[number], Aged>('SELECT count(*) AS count, min(at) AS oldest FROM act WHERE at < ?')
  const dropActs = connection.prepare<[number, number]>(
    'DELETE FROM act WHERE id IN (SELECT id FROM act WHERE at < ? ORDER BY at LIMIT ?)',
  )
  const ended = connection.prepare<{ at: number }, Aged>(
    `SELECT count(*) AS count, min(at) AS oldest FROM (
       SELECT seen_at AS at FROM ended_session WHERE seen_at < @at
       UNION ALL SELECT expires_at AS at FROM session WHERE expires_at < @at)`,
  )
  const invitations = connection.prepare<[number], Aged>(
    'SELECT count(*) AS count, min(until) AS oldest FROM invitation WHERE until < ?',
  )
  const drops = ['session WHERE expires_at < ?', 'ended_session WHERE seen_at < ?', 'invitation WHERE until < ?'].map(
    (what) => connection.prepare<[number]>(`DELETE FROM ${what}`),
  )
  const none: Aged = { count: 0, oldest: null }
  return {
    actsBefore: async (at: number) => acts.get(at) ?? none,
    dropActsBefore: async (at: number, limit: number) => dropActs.run(at, limit).changes,
    endedBefore: async (at: number) => ({
      sessions: ended.get({ at }) ?? none,
      invitations: invitations.get(at) ?? none,
    }),
    dropEndedBefore: async (at: number) => {
      for (const drop of drops) drop.run(at)
    },
  }
}
