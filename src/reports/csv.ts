// CSV for machines and spreadsheets: RFC 4180, UTF-8, CRLF.
import { cellText } from './cell-text.ts'

export type CsvValue = string | number | boolean | null | undefined

/**
 * Begins every CSV that a person is given as a file: without it Excel, where most of them are opened, takes UTF-8 for the
 * machine's old code page, and every é, – and £ is garbled. Readers of UTF-8 skip it; ours does.
 */
export const byteOrderMark = '\uFEFF'

/** What a spreadsheet would run as a formula, or strip so that a formula is left; and what looks like one neutralised. */
const startsFormula = /^'*[=+\-@\t\r]/

/**
 * One cell. Text that a spreadsheet would run as a formula gets a leading apostrophe, and so does text that already looks
 * as if it had one, so that whoever reads it may take one away again. Numbers are written as they are, negative ones too.
 * Null and undefined are empty.
 */
export function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const clean = cellText(value)
  const text = startsFormula.test(clean) ? `'${clean}` : clean
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export const csvLine = (cells: readonly CsvValue[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** A table with its heading line. */
export const csvDocument = (columns: readonly string[], rows: readonly (readonly CsvValue[])[]): string =>
  [columns, ...rows].map(csvLine).join('')
