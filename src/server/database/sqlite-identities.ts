import type SqliteConnection from 'better-sqlite3'
import type { Identity, IdentityStatements } from './port.ts'

const fields = 'issuer, subject, user AS userId, created_at AS createdAt'

export function identityStatements(connection: SqliteConnection.Database): IdentityStatements {
  const one = connection.prepare<[string, string], Identity>(
    `SELECT ${fields} FROM identity WHERE issuer = ? AND subject = ?`,
  )
  const ofUser = connection.prepare<[string], Identity>(
    `SELECT ${fields} FROM identity WHERE user = ? ORDER BY created_at, issuer`,
  )
  const bound = connection.prepare<[], string>('SELECT DISTINCT user FROM identity').pluck()
  const add = connection.prepare<Identity>(
    'INSERT INTO identity (issuer, subject, user, created_at) VALUES (@issuer, @subject, @userId, @createdAt)',
  )
  const end = connection.prepare<[string]>('DELETE FROM identity WHERE user = ?')
  return {
    identity: async (issuer, subject) => one.get(issuer, subject),
    identitiesOf: async (userId) => ofUser.all(userId),
    usersWithIdentity: async () => new Set(bound.all()),
    addIdentity: async (identity) => void add.run(identity),
    endIdentities: async (userId) => void end.run(userId),
  }
}
