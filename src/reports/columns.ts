// Columns in one line each: heading, what it says in plain words, and how a row gives it.
import type { LocalDate } from '../domain/local-date.ts'
import type { Instant } from '../domain/time.ts'
import type { Column } from './table.ts'

export interface ColumnsOf<Row> {
  text(label: string, about: string, cell: (row: Row) => string): Column<Row>
  /** Text that needs room. */
  wide(label: string, about: string, cell: (row: Row) => string): Column<Row>
  number(label: string, about: string, cell: (row: Row) => number | null): Column<Row>
  instant(label: string, about: string, cell: (row: Row) => Instant | null): Column<Row>
  date(label: string, about: string, cell: (row: Row) => LocalDate | null): Column<Row>
}

export const columnsOf = <Row>(): ColumnsOf<Row> => ({
  text: (label, about, cell) => ({ label, about, type: 'text', cell }),
  wide: (label, about, cell) => ({ label, about, type: 'text', isWide: true, cell }),
  number: (label, about, cell) => ({ label, about, type: 'number', cell }),
  instant: (label, about, cell) => ({ label, about, type: 'instant', cell }),
  date: (label, about, cell) => ({ label, about, type: 'date', cell }),
})

export const yesNo = (value: boolean): string => (value ? 'yes' : 'no')
/** Several names in one cell. */
export const listed = (names: readonly string[]): string => names.join('; ')
