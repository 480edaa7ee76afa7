// A row as it lies in the database, and as a record.
import type { Row } from '../../domain/record.ts'
import type { StoredRow } from '../database/port.ts'

export const fromStored = (row: StoredRow): Row => ({
  ...row,
  doc: JSON.parse(row.doc) as Row['doc'],
  groups: JSON.parse(row.groups) as Row['groups'],
})

export const toStored = (row: Row): StoredRow => ({
  ...row,
  doc: JSON.stringify(row.doc),
  groups: JSON.stringify(row.groups),
})
