import { byteOrderMark, csvLine } from './csv.ts'
import { csvRow } from './csv-table.ts'
import type { Column } from './table.ts'

/** One CSV of several: what is in it, and how it is written, bit by bit. */
export interface ListFile {
  readonly path: string
  /** "One line for each ..." */
  readonly about: string
  readonly columns: readonly Pick<Column<never>, 'label' | 'about'>[]
  readonly count: number
  writeTo(write: (text: string) => void): void
}

export function listFile<Row>(
  path: string,
  about: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[] = [],
): ListFile {
  return {
    path,
    about,
    columns,
    count: rows.length,
    writeTo: (write) => {
      write(byteOrderMark + csvLine(columns.map(({ label }) => label)))
      for (const row of rows) write(csvRow(columns, row))
    },
  }
}
