// CSV for machines and spreadsheets: RFC 4180, UTF-8 without a byte order mark, CRLF.

export type CsvValue = string | number | boolean | null | undefined

/** What a spreadsheet would run as a formula, or strip so that a formula is left. */
const startsFormula = /^[=+\-@\t\r]/

/**
 * One cell. Text that a spreadsheet would run as a formula gets a leading apostrophe; numbers are written as they are,
 * negative ones too. Null and undefined are empty.
 */
export function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const text = startsFormula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table with its heading line. */
export function csvDocument(columns: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return [columns, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
}
