// Text that comes in parts -> rows of cells. csv-parse reads only a whole text at once in a browser: 39 MB took it 5.5 s and
// 600 MB; this takes a tenth and holds no more than a part and a row.
import { behindLineEnd, lineEndAfter, type RowRules, readRow } from './row-reader.ts'

export interface SplitEvents {
  /** `line`: where the row begins, 1 the first. Empty lines are no rows. Cells may share memory with the whole part. */
  readonly onRow: (line: number, cells: string[]) => void
  readonly onFault: (line: number, reason: string) => void
}

export const mostRowChars = 1024 * 1024

const reasons = {
  tooLong: 'The row is longer than 1 MB.',
  quotes: 'The row cannot be read: check its quotation marks.',
  open: 'A quotation mark is opened in this row and never closed.',
} as const

/** Line ends may be mixed. After a row that cannot be read, the line behind its first one is read as if it began there. */
export function makeSplitter(rules: RowRules, { onRow, onFault }: SplitEvents) {
  let buffer = ''
  let at = 0
  let line = 1
  let isSkipping = false

  const goOn = (next: number, lines: number) => {
    at = next
    line += lines
  }
  /** To the next line; false when its beginning is still to come. */
  const skipLine = (isLast: boolean): boolean => {
    const end = lineEndAfter(buffer, at)
    const next = end < 0 ? undefined : behindLineEnd(buffer, end, isLast)
    if (next === undefined) at = end < 0 ? buffer.length : end
    else goOn(next, 1)
    isSkipping = next === undefined
    return !isSkipping
  }
  const refuse = (reason: string) => {
    onFault(line, reason)
    isSkipping = true
  }
  /** Reads one row, or what is wrong with it; false when its end is still to come. */
  const step = (isLast: boolean): boolean => {
    const row = readRow(buffer, at, isLast, rules)
    const isFull = isLast || buffer.length - at > mostRowChars
    if ((row === 'more' || row === 'open') && !isFull) return false
    if (row === 'fault') refuse(reasons.quotes)
    else if (row === 'open' && (isLast || lineEndAfter(buffer, at) >= 0)) refuse(reasons.open)
    else if (row === 'open' || row === 'more') refuse(reasons.tooLong)
    else {
      if (row.next - at > mostRowChars) onFault(line, reasons.tooLong)
      else if (row.cells.length > 1 || row.cells[0] !== '') onRow(line, row.cells)
      goOn(row.next, row.lineBreaks + 1)
    }
    return true
  }
  const take = (text: string, isLast: boolean) => {
    buffer = buffer.slice(at) + text
    at = 0
    while (at < buffer.length) if (!(isSkipping ? skipLine(isLast) : step(isLast))) return
  }
  return {
    push: (text: string) => take(text, false),
    /** Reads what is left, which needs no line end. */
    end: () => take('', true),
  }
}
