import type SqliteConnection from 'better-sqlite3'
import type { FileStatements } from './files-port.ts'
import type { StoredRow } from './port.ts'

export function fileStatements(connection: SqliteConnection.Database): FileStatements {
  const here = connection.prepare<[string], number>('SELECT n FROM part WHERE attachment = ? ORDER BY n').pluck()
  const part = connection
    .prepare<[string, number], Buffer<ArrayBuffer>>('SELECT bytes FROM part WHERE attachment = ? AND n = ?')
    .pluck()
  const add = connection.prepare<[string, number, Uint8Array]>(
    'INSERT OR IGNORE INTO part (attachment, n, bytes) VALUES (?, ?, ?)',
  )
  const count = connection
    .prepare<[string], number>(
      `SELECT count(*) FROM row WHERE kind = 'attachment' AND deleted = 0 AND doc ->> 'ofId' = ?`,
    )
    .pluck()
  // By the audit trail, whose lines bear the server's time: a device may say of a file that it was added long ago.
  const added = connection
    .prepare<[string, number], number>(
      `SELECT coalesce(sum(doc ->> 'size'), 0) FROM row WHERE kind = 'attachment' AND deleted = 0 AND id IN (
        SELECT record FROM act JOIN act_record ON act_record.act = act.id
        WHERE person = ? AND at > ? AND name = 'attachment.add' AND act_record.kind = 'attachment')`,
    )
    .pluck()
  return {
    partsHere: async (attachmentId) => here.all(attachmentId),
    part: async (attachmentId, n) => part.get(attachmentId, n),
    addPart: async (attachmentId, n, bytes) => void add.run(attachmentId, n, bytes),
    countFiles: async (recordId) => count.get(recordId) ?? 0,
    bytesAdded: async (person, since) => added.get(person, since) ?? 0,
  }
}

/** Whatever takes an attachment's row away, be it its author, an erasure or the end of the sample, takes its parts. */
export function partSweeper(connection: SqliteConnection.Database): (row: StoredRow) => void {
  const sweep = connection.prepare<[string]>('DELETE FROM part WHERE attachment = ?')
  return ({ k, id, del }) => {
    if (k === 'attachment' && del) sweep.run(id)
  }
}
