import type SqliteConnection from 'better-sqlite3'
import type { Act, ActFilter, ActRecord, ActStatements, StoredAct } from './acts-port.ts'

type ActLine = Omit<StoredAct, 'records'>

const conditions = {
  person: '(person = @person OR id IN (SELECT act FROM act_record WHERE record = @person))',
  area: `name >= @area || '.' AND name < @area || '/'`,
  record: 'id IN (SELECT act FROM act_record WHERE record = @record)',
  from: 'at >= @from',
  until: 'at < @until',
  before: '(at, id) < (@beforeAt, @beforeId)',
} as const satisfies Record<keyof ActFilter, string>

export function actStatements(connection: SqliteConnection.Database): ActStatements {
  const add = connection.prepare<Omit<Act, 'records'>>(
    'INSERT INTO act (at, person, name, outcome, code) VALUES (@at, @person, @name, @outcome, @code)',
  )
  const addRecord = connection.prepare<ActRecord & { act: number | bigint }>(
    'INSERT OR IGNORE INTO act_record (act, kind, record, scope) VALUES (@act, @k, @id, @s)',
  )
  const recordsOf = connection.prepare<[number], ActRecord>(
    'SELECT kind AS k, record AS id, scope AS s FROM act_record WHERE act = ? ORDER BY kind, record',
  )
  const listed = new Map<string, SqliteConnection.Statement<[Record<string, unknown>], ActLine>>()
  const listBy = (where: string) => {
    const known = listed.get(where)
    if (known) return known
    const made = connection.prepare<[Record<string, unknown>], ActLine>(
      `SELECT id, at, person, name, outcome, code FROM act ${where} ORDER BY at DESC, id DESC LIMIT @limit`,
    )
    listed.set(where, made)
    return made
  }
  return {
    addAct: async ({ records, ...act }) => {
      const { lastInsertRowid } = add.run(act)
      for (const record of records) addRecord.run({ ...record, act: lastInsertRowid })
    },
    acts: async ({ before, ...filter }, limit) => {
      const given = { ...filter, before }
      const parts = (Object.keys(conditions) as (keyof ActFilter)[]).filter((key) => given[key] !== undefined)
      const where = parts.length === 0 ? '' : `WHERE ${parts.map((key) => conditions[key]).join(' AND ')}`
      const lines = listBy(where).all({ ...filter, beforeAt: before?.at, beforeId: before?.id, limit })
      return lines.map((act) => ({ ...act, records: recordsOf.all(act.id) }))
    },
  }
}
