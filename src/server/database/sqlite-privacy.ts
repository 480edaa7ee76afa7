import type SqliteConnection from 'better-sqlite3'
import type { Client, StoredRow } from './port.ts'
import type { PrivacyStatements } from './privacy-port.ts'

type RowRecord = Omit<StoredRow, 'del'> & { del: number }

export function privacyStatements(connection: SqliteConnection.Database): PrivacyStatements {
  const clients = connection.prepare<[string], Client>(
    'SELECT id, user AS userId, last_mid AS lastMid, build, seen_at AS seenAt FROM client WHERE user = ? ORDER BY id',
  )
  const naming = connection.prepare<{ person: string; kind: string; id: string; limit: number }, RowRecord>(
    `SELECT kind AS k, id, scope AS s, ver, deleted AS del, doc, groups FROM row
     WHERE (kind, id) > (@kind, @id) AND (id = @person OR instr(doc, @person) > 0 OR instr(groups, @person) > 0)
     ORDER BY kind, id LIMIT @limit`,
  )
  const ops = connection.prepare<[string], { client: string; mid: number; body: string }>(
    'SELECT client, mid, body FROM op WHERE instr(body, ?) > 0',
  )
  const saveBody = connection.prepare<[string, string, number]>('UPDATE op SET body = ? WHERE client = ? AND mid = ?')
  return {
    opsNaming: async (id) => ops.all(id),
    saveOpBody: async (client, mid, body) => void saveBody.run(body, client, mid),
    clientsOf: async (userId) => clients.all(userId),
    rowsNaming: async (person, { k, id }, limit) =>
      naming.all({ person, kind: k, id, limit }).map((row) => ({ ...row, del: row.del === 1 })),
  }
}
