// One row of CSV (RFC 4180, with what real files do besides) out of a text that may end in the middle of it.

export interface RowRules {
  readonly delimiter: string
  /** Empty: no quotation marks. */
  readonly quote: string
  /** How a quotation mark stands inside a quoted value. */
  readonly escape: 'doubled' | 'backslash'
}

export interface RowText {
  readonly cells: string[]
  /** Where the next row begins. */
  readonly next: number
  /** Line ends inside the row. */
  readonly lineBreaks: number
}

interface Cell {
  readonly value: string
  readonly end: number
}

const newline = 10
const carriageReturn = 13
const isLineEnd = (code: number) => code === newline || code === carriageReturn

/** Where the next line end is; -1: nowhere. */
export function lineEndAfter(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (isLineEnd(text.charCodeAt(at))) return at
  return -1
}

/** Behind the line end at `end`; undefined while its second half may still come. */
export function behindLineEnd(text: string, end: number, isLast: boolean): number | undefined {
  if (text.charCodeAt(end) === newline) return end + 1
  if (end + 1 === text.length) return isLast ? end + 1 : undefined
  return text.charCodeAt(end + 1) === newline ? end + 2 : end + 1
}

const lineBreaksIn = (text: string): number =>
  text.includes('\n') || text.includes('\r') ? (text.match(/\r\n?|\n/g)?.length ?? 0) : 0

/**
 * The row that begins at `start`. `more`: its end is still to come (never when `isLast`); `open`: nor is the quotation mark
 * that closes a value; `fault`: something follows a closing quotation mark. Cells may share memory with the whole text.
 */
export function readRow(
  text: string,
  start: number,
  isLast: boolean,
  rules: RowRules,
): RowText | 'more' | 'open' | 'fault' {
  const delimiter = rules.delimiter.charCodeAt(0)
  const quote = rules.quote === '' ? -1 : rules.quote.charCodeAt(0)
  const cells: string[] = []
  let lineBreaks = 0
  for (let at = start; ; ) {
    const isQuoted = text.charCodeAt(at) === quote
    const cell = isQuoted ? readQuoted(text, at, rules) : readPlain(text, at, delimiter)
    if (!cell) return 'open'
    cells.push(cell.value)
    if (isQuoted) lineBreaks += lineBreaksIn(cell.value)
    const { end } = cell
    if (end >= text.length) return isLast ? { cells, next: end, lineBreaks } : 'more'
    const code = text.charCodeAt(end)
    if (code === delimiter) {
      at = end + 1
      continue
    }
    if (!isLineEnd(code)) return 'fault'
    const next = behindLineEnd(text, end, isLast)
    return next === undefined ? 'more' : { cells, next, lineBreaks }
  }
}

function readPlain(text: string, from: number, delimiter: number): Cell {
  let end = from
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end)
    if (code === delimiter || isLineEnd(code)) break
  }
  return { value: text.slice(from, end), end }
}

function readQuoted(text: string, open: number, { quote, escape: escaping }: RowRules): Cell | undefined {
  let value = ''
  let from = open + 1
  for (;;) {
    const close = text.indexOf(quote, from)
    if (close < 0) return undefined
    if (escaping === 'backslash' && isEscaped(text, close, from)) {
      value += text.slice(from, close - 1) + quote
      from = close + 1
    } else if (text[close + 1] === quote) {
      value += text.slice(from, close + 1)
      from = close + 2
    } else return { value: value + text.slice(from, close), end: close + 1 }
  }
}

function isEscaped(text: string, at: number, from: number): boolean {
  let backslashes = 0
  while (at - 1 - backslashes >= from && text[at - 1 - backslashes] === '\\') backslashes += 1
  return backslashes % 2 === 1
}
