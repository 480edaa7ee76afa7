import type SqliteConnection from 'better-sqlite3'
import type { Passkey, PasskeyStatements } from './port.ts'

type PasskeyRecord = Omit<Passkey, 'transports'> & { readonly transports: string }
const fields = `id, user AS userId, name, public_key AS publicKey, counter, transports, created_at AS createdAt,
  used_at AS usedAt`

export function passkeyStatements(connection: SqliteConnection.Database): PasskeyStatements {
  const one = connection.prepare<[string], PasskeyRecord>(`SELECT ${fields} FROM passkey WHERE id = ?`)
  const ofUser = connection.prepare<[string], PasskeyRecord>(
    `SELECT ${fields} FROM passkey WHERE user = ? ORDER BY created_at, id`,
  )
  const save = connection.prepare<PasskeyRecord>(
    `INSERT INTO passkey (id, user, name, public_key, counter, transports, created_at, used_at)
     VALUES (@id, @userId, @name, @publicKey, @counter, @transports, @createdAt, @usedAt)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, counter = excluded.counter, used_at = excluded.used_at`,
  )
  const end = connection.prepare<[string, string]>('DELETE FROM passkey WHERE user = ? AND id = ?')
  const toPasskey = (record: PasskeyRecord): Passkey => ({
    ...record,
    publicKey: new Uint8Array(record.publicKey),
    transports: JSON.parse(record.transports) as string[],
  })
  const maybe = (record: PasskeyRecord | undefined) => record && toPasskey(record)
  return {
    passkey: async (id) => maybe(one.get(id)),
    passkeysOf: async (userId) => ofUser.all(userId).map(toPasskey),
    savePasskey: async (passkey) =>
      void save.run({
        ...passkey,
        publicKey: Buffer.from(passkey.publicKey),
        transports: JSON.stringify(passkey.transports),
      }),
    endPasskey: async (userId, id) => void end.run(userId, id),
  }
}
