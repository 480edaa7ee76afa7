import type SqliteConnection from 'better-sqlite3'
import type { LeaseStatements, LegalKey } from './lease-port.ts'

export function leaseStatements(connection: SqliteConnection.Database): LeaseStatements {
  const one = connection.prepare<[string], LegalKey>('SELECT id, key FROM legal_key WHERE user = ?')
  const save = connection.prepare<[string, string, Uint8Array]>(
    'INSERT INTO legal_key (user, id, key) VALUES (?, ?, ?)',
  )
  return {
    legalKey: async (userId) => one.get(userId),
    saveLegalKey: async (userId, { id, key }) => void save.run(userId, id, key),
  }
}

/** Whoever may read nothing of Legal any more gets another key if they ever may again. */
export const dropLegalKey = (connection: SqliteConnection.Database) =>
  connection.prepare<[{ readonly id: string }]>(
    `DELETE FROM legal_key WHERE user = @id AND (
       EXISTS (SELECT 1 FROM user WHERE id = @id AND is_disabled = 1)
       OR NOT EXISTS (SELECT 1 FROM "grant" WHERE user = @id AND role = 'legal'))`,
  )
