import { byteFile } from './byte-parts.ts'
import { byteOrderMark, type CsvValue, csvLine } from './csv.ts'
import type { Column, TableFile } from './table.ts'

/** Instants in ISO 8601 UTC, to the millisecond; dates as YYYY-MM-DD. */
function csvValueOf<Row>({ type, cell }: Column<Row>, row: Row): CsvValue {
  const value = cell(row)
  return type === 'instant' && typeof value === 'number' ? new Date(value).toISOString() : value
}

/** A list as CSV, with its heading line. */
export function startCsvTable<Row>(columns: readonly Column<Row>[]): TableFile<Row> {
  const file = byteFile()
  file.write(byteOrderMark + csvLine(columns.map(({ label }) => label)))
  return {
    add: (rows) => {
      for (const row of rows) file.write(csvLine(columns.map((column) => csvValueOf(column, row))))
    },
    end: file.end,
  }
}
