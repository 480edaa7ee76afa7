import type SqliteConnection from 'better-sqlite3'
import type { HotStatements } from './hot-port.ts'
import { type RowRecord, rowFields, toRow } from './sqlite-rows.ts'

/** Of each incident: enough to see how it stands. */
const linesOfEach = 3

export function hotStatements(connection: SqliteConnection.Database): HotStatements {
  const incidents = connection.prepare<{ scope: string; limit: number }, RowRecord>(
    `SELECT ${rowFields} FROM row WHERE scope = @scope AND kind = 'incident' AND deleted = 0 AND doc ->> '$.flags.isOpen'
     ORDER BY ver DESC LIMIT @limit`,
  )
  // Ids are made in the order of time.
  const lines = connection.prepare<[string, string, number], RowRecord>(
    `SELECT ${rowFields} FROM row WHERE kind IN ('incident_event', 'comment', 'work_note') AND doc ->> 'incidentId' = ?
       AND scope = ? AND deleted = 0 ORDER BY id DESC LIMIT ?`,
  )
  const outages = connection.prepare<{ scope: string; limit: number }, RowRecord>(
    `SELECT ${rowFields} FROM row WHERE scope = @scope AND kind = 'outage' AND deleted = 0 AND doc ->> 'endAt' IS NULL
     ORDER BY ver DESC LIMIT @limit`,
  )
  const parts = connection.prepare<{ scope: string; ids: string; limit: number }, RowRecord>(
    `SELECT ${rowFields} FROM row WHERE scope = @scope AND kind IN ('affected', 'segment', 'event') AND deleted = 0
       AND doc ->> 'outageId' IN (SELECT value FROM json_each(@ids)) ORDER BY ver DESC LIMIT @limit`,
  )
  const planned = connection.prepare<{ scope: string; now: number; limit: number }, RowRecord>(
    `SELECT ${rowFields} FROM row WHERE scope = @scope AND kind = 'maintenance' AND deleted = 0
       AND doc ->> 'cancelledAt' IS NULL AND doc ->> 'endAt' > @now ORDER BY ver DESC LIMIT @limit`,
  )
  return {
    hotRows: async (scope, now, limit) => {
      const open = incidents.all({ scope, limit })
      const talk = open.flatMap(({ id }) => lines.all(id, scope, linesOfEach))
      const down = outages.all({ scope, limit })
      const ids = JSON.stringify(down.map(({ id }) => id))
      const around = down.length > 0 ? parts.all({ scope, ids, limit: 10 * limit }) : []
      return [...down, ...around, ...planned.all({ scope, now, limit }), ...open, ...talk].map(toRow)
    },
  }
}
