// A list as a file for people: its columns and what it says of itself. CSV and ODS are made from the same.
import type { LocalDate } from '../domain/local-date.ts'
import type { Instant } from '../domain/time.ts'

/** `instant`: ms, UTC; `date`: a local date. */
export type ColumnType = 'text' | 'number' | 'instant' | 'date'

export interface Column<Row> {
  readonly label: string
  /** What it says, in plain words, for the README of an export. */
  readonly about: string
  readonly type: ColumnType
  /** For long text. */
  readonly isWide?: boolean
  /** null: nothing is known; the cell stays empty. */
  readonly cell: (row: Row) => string | number | LocalDate | Instant | null
}

export interface TableHead {
  /** What is listed, such as "Incidents". */
  readonly title: string
  readonly partnership: string
  readonly asAt: Instant
  /** Rows that will be added. */
  readonly count: number
  /** What else the cover says: period, filter, what is left out. */
  readonly about: readonly (readonly [name: string, text: string])[]
}

/** Takes rows in parts, so that a long list is never whole in memory. */
export interface TableFile<Row> {
  add(rows: readonly Row[]): void
  end(): Uint8Array<ArrayBuffer>
}
