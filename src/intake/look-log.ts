// A look at a log before it is read: its beginning and a few places further on, where dates may say more.
import { counted } from '../domain/format.ts'
import { makeId } from '../domain/identity.ts'
import { DEFAULT_ZONE } from '../domain/zone.ts'
import type { ByteFacts } from './byte-scan.ts'
import { makeDecoder } from './encodings.ts'
import type { DateOrder, Dress, LogColumn, LogLook, LogMapping } from './incident-log.ts'
import { datesOf } from './log-dates.ts'
import { fingerprintOf, mappingOf } from './log-header.ts'
import {
  commonWidth,
  headerLineOf,
  missingMarksOf,
  rowRulesOf,
  rowsOf,
  type SampleRow,
  usesDecimalComma,
} from './sniff-rows.ts'

const headBytes = 256 * 1024
const windowBytes = 64 * 1024
const windows = 8

/** `known` is not guessed. */
export async function lookAtLog(
  file: Blob,
  facts: ByteFacts,
  known: Partial<Dress>,
): Promise<LogLook | { readonly reason: string }> {
  const encoding = known.encoding ?? facts.encoding
  const head = await textOf(file.slice(0, headBytes), encoding)
  if (head.trim() === '') return { reason: 'The file is empty.' }
  const isWhole = file.size <= headBytes
  const rules = rowRulesOf(head, isWhole, known)
  const all = rowsOf(head, rules, 1000, isWhole)
  const headerLine = known.headerLine === undefined ? headerLineOf(all) : known.headerLine
  const width = commonWidth(all)
  const header = all.find(({ line }) => line === headerLine)?.cells ?? Array.from({ length: width }, () => '')
  const rows = all.filter(({ line }) => headerLine === null || line > headerLine)
  const further = await furtherRows(file, encoding, (text) => rowsOf(text, rules, 200, false))
  const sample = [...rows, ...further].filter(({ cells }) => cells.length === header.length)
  const cells = sample.flatMap((row) => row.cells)
  const missing = known.missing ?? missingMarksOf(cells)
  const columns = header.map((name, index) => columnOf(name, index, sample, missing))
  const fingerprint = fingerprintOf(header)
  const mapping = mappingOf(header)
  const dress: Dress = {
    encoding,
    ...rules,
    headerLine,
    dateOrders: known.dateOrders ?? dateOrdersOf(columns),
    isDecimalComma: known.isDecimalComma ?? usesDecimalComma(cells),
    missing,
    zone: known.zone ?? DEFAULT_ZONE,
  }
  return {
    bytes: file.size,
    importId: makeId(0, facts.hash),
    fingerprint,
    dress,
    mapping,
    source: `csv-${fingerprint.slice(0, 8)}`,
    columns,
    rows: rows.slice(0, 5),
    doubts: [...noRowsDoubt(rows.length, isWhole), ...doubtsOf(facts, dress, columns, mapping)],
  }
}

async function textOf(part: Blob, encoding: Dress['encoding']): Promise<string> {
  const decode = makeDecoder(encoding)
  return decode(new Uint8Array(await part.arrayBuffer())).replaceAll('\0', '')
}

/** Rows from places across the file, cut at line ends: what a quoted value hides is only a sample less. */
async function furtherRows(
  file: Blob,
  encoding: Dress['encoding'],
  read: (text: string) => SampleRow[],
): Promise<SampleRow[]> {
  const found: SampleRow[] = []
  for (let i = 1; i <= windows && file.size > headBytes; i++) {
    // A multiple of four never cuts a letter of UTF-16.
    const at = Math.floor(((file.size - windowBytes) * i) / windows / 4) * 4
    const text = await textOf(file.slice(at, at + windowBytes), encoding)
    found.push(...read(text.slice(text.search(/[\r\n]/) + 1)))
  }
  return found
}

function columnOf(name: string, index: number, rows: readonly SampleRow[], missing: readonly string[]): LogColumn {
  const marks = new Set(missing.map((mark) => mark.toLowerCase()))
  const values = rows.map(({ cells }) => cells[index]?.trim() ?? '')
  const said = values.filter((value) => value !== '' && !marks.has(value.toLowerCase()))
  return {
    index,
    name: name.trim() === '' ? `Column ${index + 1}` : name.trim(),
    samples: [...new Set(said)].slice(0, 3).map((value) => value.slice(0, 100)),
    dates: datesOf(said),
  }
}

/** A column that does not tell has the order of those that do. */
function dateOrdersOf(columns: readonly LogColumn[]): Record<number, DateOrder> {
  const isOrder = (dates: LogColumn['dates']): dates is DateOrder => dates === 'dmy' || dates === 'mdy'
  const told = columns.map(({ dates }) => dates).filter(isOrder)
  const monthFirst = told.filter((order) => order === 'mdy').length
  const usual: DateOrder = monthFirst > told.length / 2 ? 'mdy' : 'dmy'
  return Object.fromEntries(
    columns.flatMap(({ index, dates }) => {
      if (isOrder(dates)) return [[index, dates]]
      return dates === 'undecided' ? [[index, usual]] : []
    }),
  )
}

const noRowsDoubt = (count: number, isWhole: boolean): string[] => {
  if (count > 0) return []
  return [isWhole ? 'No row stands below the names of the columns.' : 'The first rows are too long to be shown here.']
}

function doubtsOf(facts: ByteFacts, dress: Dress, columns: readonly LogColumn[], mapping: LogMapping): string[] {
  const doubts: string[] = []
  if (columns.length < 2) doubts.push('Only one column was found: check what separates the cells.')
  if (dress.headerLine === null) doubts.push('No row reads like the names of columns.')
  if (dress.encoding === 'cp850' || dress.encoding === 'windows-1252')
    doubts.push('The letters are not written as UTF-8: check accents and pound signs below.')
  if (facts.nuls > 0) doubts.push(`${counted(facts.nuls, 'NUL character')} left out.`)
  const isTold = columns.some(({ dates }) => dates === 'dmy' || dates === 'mdy')
  const open = columns.filter(({ dates }) => dates === 'undecided').map(({ name }) => name)
  if (open.length > 0 && !isTold)
    doubts.push(`Nothing says whether the day or the month comes first in ${open.join(', ')}: read with the day first.`)
  if (mapping.number === undefined) doubts.push('No column was taken for the number of the incident.')
  if (mapping.opened === undefined) doubts.push('No column was taken for the time when it was raised.')
  return doubts
}
