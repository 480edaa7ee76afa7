import type SqliteConnection from 'better-sqlite3'
import type { Wipe, WipeStatements } from './port.ts'

const fields = 'hash, id, user AS userId, label, asked_by AS askedBy, asked_at AS askedAt'

export function wipeStatements(connection: SqliteConnection.Database): WipeStatements {
  const one = connection.prepare<[string], Wipe>(`SELECT ${fields} FROM wipe WHERE hash = ?`)
  const ofUser = connection.prepare<[string], Wipe>(
    `SELECT ${fields} FROM wipe WHERE user = ? ORDER BY asked_at DESC, id`,
  )
  const save = connection.prepare<Wipe>(
    `INSERT OR IGNORE INTO wipe (hash, id, user, label, asked_by, asked_at)
     VALUES (@hash, @id, @userId, @label, @askedBy, @askedAt)`,
  )
  const end = connection.prepare<[string]>('DELETE FROM wipe WHERE hash = ?')
  const ended = connection.prepare<[string], { hash: string; id: string; label: string }>(
    'SELECT hash, id, label FROM ended_session WHERE user = ? ORDER BY seen_at DESC, hash',
  )
  const forget = connection.prepare<[string]>('DELETE FROM ended_session WHERE hash = ?')
  return {
    endedSessions: async (userId) => ended.all(userId),
    forgetEnded: async (hash) => void forget.run(hash),
    wipe: async (hash) => one.get(hash),
    wipesOf: async (userId) => ofUser.all(userId),
    saveWipe: async (wipe) => void save.run(wipe),
    endWipe: async (hash) => void end.run(hash),
  }
}
