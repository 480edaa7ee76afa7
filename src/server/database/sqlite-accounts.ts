import type SqliteConnection from 'better-sqlite3'
import type { Role } from '../../domain/access.ts'
import type { AccountStatements, Invitation, StoredSession, User } from './port.ts'
import { dropLegalKey } from './sqlite-lease.ts'

interface UserRecord extends Omit<User, 'grants' | 'isDisabled' | 'isSample'> {
  isDisabled: number
  isSample: number
}
const userFields = `id, email, name, password_hash AS passwordHash, is_disabled AS isDisabled, is_sample AS isSample`
const sessionFields =
  'hash, id, user AS userId, label, created_at AS createdAt, seen_at AS seenAt, expires_at AS expiresAt'

export const accountStatements = (connection: SqliteConnection.Database): AccountStatements => ({
  ...userStatements(connection),
  ...sessionStatements(connection),
  ...invitationStatements(connection),
})

function userStatements(connection: SqliteConnection.Database) {
  const byId = connection.prepare<[string], UserRecord>(`SELECT ${userFields} FROM user WHERE id = ?`)
  const byEmail = connection.prepare<[string], UserRecord>(`SELECT ${userFields} FROM user WHERE email = ?`)
  const all = connection.prepare<[], UserRecord>(`SELECT ${userFields} FROM user ORDER BY name, id`)
  const save = connection.prepare<UserRecord>(
    `INSERT INTO user (id, email, name, password_hash, is_disabled, is_sample)
     VALUES (@id, @email, @name, @passwordHash, @isDisabled, @isSample)
     ON CONFLICT (id) DO UPDATE SET email = excluded.email, name = excluded.name,
       password_hash = excluded.password_hash, is_disabled = excluded.is_disabled`,
  )
  const grants = connection.prepare<[string], { role: Role; on: string | null }>(
    `SELECT role, held_for AS "on" FROM "grant" WHERE user = ? ORDER BY position`,
  )
  const dropGrants = connection.prepare<[string]>(`DELETE FROM "grant" WHERE user = ?`)
  const addGrant = connection.prepare<[string, number, string, string | null]>(
    `INSERT INTO "grant" (user, position, role, held_for) VALUES (?, ?, ?, ?)`,
  )
  const dropKey = dropLegalKey(connection)
  const toUser = (record: UserRecord): User => ({
    ...record,
    grants: grants.all(record.id),
    isDisabled: record.isDisabled === 1,
    isSample: record.isSample === 1,
  })
  const maybe = (record: UserRecord | undefined) => record && toUser(record)
  return {
    user: async (id: string) => maybe(byId.get(id)),
    userByEmail: async (email: string) => maybe(byEmail.get(email)),
    users: async () => all.all().map(toUser),
    saveUser: async ({ grants: held, ...user }: User) => {
      save.run({ ...user, isDisabled: user.isDisabled ? 1 : 0, isSample: user.isSample ? 1 : 0 })
      dropGrants.run(user.id)
      for (const [position, grant] of held.entries()) addGrant.run(user.id, position, grant.role, grant.on)
      dropKey.run({ id: user.id })
    },
  }
}

function sessionStatements(connection: SqliteConnection.Database) {
  const one = connection.prepare<[string], StoredSession>(`SELECT ${sessionFields} FROM session WHERE hash = ?`)
  const ofUser = connection.prepare<[string], StoredSession>(
    `SELECT ${sessionFields} FROM session WHERE user = ? ORDER BY seen_at DESC, id`,
  )
  const save = connection.prepare<StoredSession>(
    `INSERT INTO session (hash, id, user, label, created_at, seen_at, expires_at)
     VALUES (@hash, @id, @userId, @label, @createdAt, @seenAt, @expiresAt)
     ON CONFLICT (hash) DO UPDATE SET seen_at = excluded.seen_at, expires_at = excluded.expires_at`,
  )
  const end = connection.prepare<[string, string]>('DELETE FROM session WHERE user = ? AND id = ?')
  return {
    session: async (hash: string) => one.get(hash),
    sessionsOf: async (userId: string) => ofUser.all(userId),
    saveSession: async (session: StoredSession) => void save.run(session),
    endSession: async (userId: string, id: string) => void end.run(userId, id),
  }
}

function invitationStatements(connection: SqliteConnection.Database) {
  const one = connection.prepare<[string], Invitation>(
    'SELECT hash, user AS userId, until FROM invitation WHERE hash = ?',
  )
  const all = connection.prepare<[], Invitation>('SELECT hash, user AS userId, until FROM invitation')
  const end = connection.prepare<[string]>('DELETE FROM invitation WHERE user = ?')
  const add = connection.prepare<Invitation>(
    'INSERT INTO invitation (hash, user, until) VALUES (@hash, @userId, @until)',
  )
  const setting = connection.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck()
  const dropSetting = connection.prepare<[string]>('DELETE FROM meta WHERE key = ?')
  const addSetting = connection.prepare<[string, string]>('INSERT INTO meta (key, value) VALUES (?, ?)')
  return {
    invitation: async (hash: string) => one.get(hash),
    invitations: async () => all.all(),
    saveInvitation: async (invitation: Invitation) => {
      end.run(invitation.userId)
      add.run(invitation)
    },
    endInvitations: async (userId: string) => void end.run(userId),
    setting: async (key: string) => setting.get(key),
    saveSetting: async (key: string, value: string | null) => {
      dropSetting.run(key)
      if (value !== null) addSetting.run(key, value)
    },
  }
}
