import { byteFile } from './byte-parts.ts'
import { byteOrderMark, csvLine } from './csv.ts'
import type { Column, TableFile } from './table.ts'

/** Instants in ISO 8601 UTC, to the millisecond; dates as YYYY-MM-DD. */
export const csvRow = <Row>(columns: readonly Column<Row>[], row: Row): string =>
  csvLine(
    columns.map(({ type, cell }) => {
      const value = cell(row)
      return type === 'instant' && typeof value === 'number' ? new Date(value).toISOString() : value
    }),
  )

/** A list as CSV, with its heading line. */
export function startCsvTable<Row>(columns: readonly Column<Row>[]): TableFile<Row> {
  const file = byteFile()
  file.write(byteOrderMark + csvLine(columns.map(({ label }) => label)))
  return {
    add: (rows) => {
      for (const row of rows) file.write(csvRow(columns, row))
    },
    end: file.end,
  }
}
