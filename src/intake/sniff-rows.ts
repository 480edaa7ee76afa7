// How rows are written, by some of a file's text: what separates cells, what quotes them, where the names stand.
import type { Delimiter, Dress } from './incident-log.ts'
import { datesOf } from './log-dates.ts'
import type { RowRules } from './row-reader.ts'
import { makeSplitter } from './row-splitter.ts'

export interface SampleRow {
  readonly line: number
  readonly cells: readonly string[]
}

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|']

/** The rows of a text, up to `most`; the last one only where the text is whole. */
export function rowsOf(text: string, rules: RowRules, most: number, isWhole: boolean): SampleRow[] {
  const rows: SampleRow[] = []
  const splitter = makeSplitter(rules, { onRow: (line, cells) => rows.push({ line, cells }), onFault: () => {} })
  for (let at = 0; at < text.length && rows.length < most; at += 32_768) splitter.push(text.slice(at, at + 32_768))
  if (isWhole) splitter.end()
  return rows.slice(0, most)
}

/** What `known` says is not guessed. */
export function rowRulesOf(
  text: string,
  isWhole: boolean,
  known: Partial<RowRules>,
): RowRules & Pick<Dress, 'delimiter' | 'quote'> {
  const quote = (known.quote ?? quoteIn(text)) as Dress['quote']
  const escaping = known.escape ?? (usesBackslashes(text) ? 'backslash' : 'doubled')
  const delimiter = (known.delimiter ?? delimiterIn(text, quote, escaping, isWhole)) as Delimiter
  return { delimiter, quote, escape: escaping }
}

const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

function quoteIn(text: string): Dress['quote'] {
  const doubles = countOf(text, /(?:^|[,;\t|])"/gm)
  const singles = countOf(text, /(?:^|[,;\t|])'[^'\n]*'(?=[,;\t|\r\n])/gm)
  return singles > doubles && singles > countOf(text, /\n/g) / 2 ? "'" : '"'
}

/** A path that ends in a backslash is no sign. */
function usesBackslashes(text: string): boolean {
  const escaped = countOf(text, /\\"(?![,;\t|\r\n])/g)
  return escaped > 0 && escaped > countOf(text, /[^,;\t|\r\n]""(?=[^,;\t|\r\n])/g)
}

/** The one that cuts most rows into the same number of cells, and into many. */
function delimiterIn(text: string, quote: string, escaping: RowRules['escape'], isWhole: boolean): Delimiter {
  const named = delimiters.find((delimiter) => text.toLowerCase().startsWith(`sep=${delimiter}`))
  if (named) return named
  const scored = delimiters.map((delimiter) => {
    const rows = rowsOf(text, { delimiter, quote, escape: escaping }, 200, isWhole)
    const width = commonWidth(rows)
    const share = rows.filter(({ cells }) => cells.length === width).length / Math.max(1, rows.length)
    return { delimiter, score: width < 2 ? 0 : share * Math.sqrt(width) }
  })
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter
}

/** "sep=;", as spreadsheets write it on the first line. */
const namesDelimiter = ([first = '']: readonly string[]) => /^sep=/i.test(first)

/** How many cells most rows have. */
export function commonWidth(rows: readonly SampleRow[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0]
}

/** The line of the names: the first row that is as wide as most, if it reads like names. */
export function headerLineOf(rows: readonly SampleRow[]): number | null {
  const width = commonWidth(rows)
  const first = rows.slice(0, 20).find(({ cells }) => cells.length === width && !namesDelimiter(cells))
  const cells = first?.cells.map((cell) => cell.trim().toLowerCase()).filter((cell) => cell !== '') ?? []
  const areNames = cells.every((cell) => /\p{L}/u.test(cell) && cell.length <= 100 && datesOf([cell]) === null)
  return first && cells.length > 0 && areNames && new Set(cells).size === cells.length ? first.line : null
}

export function usesDecimalComma(cells: readonly string[]): boolean {
  const commas = cells.filter((cell) => /^-?(?:\d+|\d{1,3}(?:\.\d{3})+),\d+$/.test(cell)).length
  const points = cells.filter((cell) => /^-?(?:\d+|\d{1,3}(?:,\d{3})+)\.\d+$/.test(cell)).length
  return commas > points
}

const sureMarks = ['?', 'NULL', 'N/A', '#N/A', '-', '--', '\\N', '(empty)', '(blank)']
/** Words that may also be somebody's answer: only taken when they are there, and shown. */
const likelyMarks = ['None', 'NA', 'nil', 'NaN', 'undefined']

export function missingMarksOf(cells: readonly string[]): string[] {
  const present = new Set(cells.map((cell) => cell.trim().toLowerCase()))
  return [...sureMarks, ...likelyMarks.filter((mark) => present.has(mark.toLowerCase()))]
}
