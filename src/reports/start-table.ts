import { startCsvTable } from './csv-table.ts'
import { startOdsTable } from './ods-table.ts'
import type { Column, TableFile, TableHead } from './table.ts'

/** A list as a file that grows with what is added to it. */
export const startTable = <Row>(
  format: 'csv' | 'ods',
  head: TableHead,
  columns: readonly Column<Row>[],
): TableFile<Row> => (format === 'csv' ? startCsvTable(columns) : startOdsTable(head, columns))
