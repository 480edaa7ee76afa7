// A row as SQLite hands it over.
import type { StoredRow } from './port.ts'

export interface RowRecord {
  k: string
  id: string
  s: string
  ver: number
  del: number
  doc: string
  groups: string
}
export const rowFields = 'kind AS k, id, scope AS s, ver, deleted AS del, doc, groups'
export const toRow = (record: RowRecord): StoredRow => ({ ...record, del: record.del === 1 })
