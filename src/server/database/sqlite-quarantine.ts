import type SqliteConnection from 'better-sqlite3'
import type { OpResult } from '../../domain/wire.ts'
import type { QuarantineStatements, StoredOp } from './port.ts'

type OpRecord = Omit<StoredOp, 'outcome'> & { outcome: string }
const opFields = 'op.client, op.mid, op.hash, op.user AS userId, op.received_at AS receivedAt, op.body, op.outcome'
const toOp = (record: OpRecord): StoredOp => ({ ...record, outcome: JSON.parse(record.outcome) as OpResult })

export function quarantineStatements(connection: SqliteConnection.Database): QuarantineStatements {
  const quarantined = connection.prepare<[number], OpRecord>(
    `SELECT ${opFields} FROM op WHERE outcome ->> 'o' = 'quarantined' ORDER BY received_at, client, mid LIMIT ?`,
  )
  const saveOutcome = connection.prepare<[string, string, number]>(
    'UPDATE op SET outcome = ? WHERE client = ? AND mid = ?',
  )
  const opOfOrigin = connection.prepare<[string], OpRecord>(
    `SELECT ${opFields} FROM op_origin JOIN op ON op.client = op_origin.client AND op.mid = op_origin.mid
     WHERE op_origin.origin = ?`,
  )
  const saveOrigin = connection.prepare<[string, string, number]>(
    'INSERT OR IGNORE INTO op_origin (origin, client, mid) VALUES (?, ?, ?)',
  )
  return {
    quarantined: async (limit) => quarantined.all(limit).map(toOp),
    saveOutcome: async (client, mid, outcome) => void saveOutcome.run(JSON.stringify(outcome), client, mid),
    opOfOrigin: async (origin) => {
      const found = opOfOrigin.get(origin)
      return found && toOp(found)
    },
    saveOrigin: async (origin, client, mid) => void saveOrigin.run(origin, client, mid),
  }
}
