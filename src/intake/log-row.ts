// One row of a log -> what it says: times as instants, words as their ids; or why it cannot be read.
import { zoneOf } from '../domain/zone.ts'
import type { LogField, ReadChoices } from './incident-log.ts'
import { asMeant, copied, makeWords, mostWordChars, textOf, type Words } from './log-cells.ts'
import { readLogDate } from './log-dates.ts'
import { textHash } from './text-hash.ts'

const mostNumberChars = 100
const mostTextChars = 8000
/** A mark for "nothing" is no longer. */
const mostMarkChars = 20

const timeFields = ['opened', 'resolved', 'closed', 'updated'] as const
type TimeField = (typeof timeFields)[number]
const longFields: readonly LogField[] = ['text', 'resolution']
/** What makes an incident the same one where there are no numbers. */
const keyFields: readonly LogField[] = ['opened', 'title', 'requester', 'system', 'council']

/** Instants are NaN where the row does not say them. */
export interface LogRow extends Readonly<Record<TimeField, number>> {
  /** Rows with the same are of the same incident. */
  readonly key: string
  readonly number: string
  readonly order: number | undefined
}

export interface RowReader {
  readonly words: Words
  /** Mapped fields whose words are kept, in the order of `wordsOf`. */
  readonly fields: readonly LogField[]
  /** How many readings of times the clock skips, and shows twice. */
  readonly times: { readonly skipped: number; readonly repeated: number }
  /** A text is a reason (a sentence). */
  read(cells: readonly string[]): LogRow | string
  wordOf(cells: readonly string[], field: LogField): number
  wordsOf(cells: readonly string[]): number[]
  textOf(cells: readonly string[], field: 'text' | 'resolution'): string
}

/** `header`: the names of the columns. */
export function makeRowReader({ dress, mapping }: ReadChoices, header: readonly string[]): RowReader {
  const words = makeWords(dress.missing)
  const fields = (Object.keys(mapping) as LogField[]).filter((field) => !longFields.includes(field))
  const columns = fields.map((field) => mapping[field] ?? -1)
  const cellOf = (cells: readonly string[], field: LogField) => cells[mapping[field] ?? -1] ?? ''
  const wordOf = (cells: readonly string[], field: LogField) => words.idOf(cellOf(cells, field))
  // A description that is the only text there is, is the title, and stays whole as the text where it is too long for one.
  const longCellOf = (cells: readonly string[], field: 'text' | 'resolution') => {
    const title = field === 'text' && mapping.text === undefined ? cellOf(cells, 'title') : ''
    return title.length > mostWordChars ? title : cellOf(cells, field)
  }
  const time = makeTimeReader({ dress, mapping }, words)

  const read = (cells: readonly string[]): LogRow | string => {
    if (cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim() !== ''))
      return `It has ${cells.length} values for ${header.length} columns: check its quotation marks.`
    const [opened, resolved, closed, updated] = timeFields.map((field) => time.read(field, cellOf(cells, field)))
    if (opened === undefined || resolved === undefined || closed === undefined || updated === undefined) {
      const wrong = timeFields.find((field) => time.read(field, cellOf(cells, field)) === undefined) ?? 'opened'
      const text = words.at(wordOf(cells, wrong)).slice(0, 60)
      return `"${text}" (${header[mapping[wrong] ?? -1]}) is not a date that can be read.`
    }
    if (Number.isNaN(opened) && Number.isNaN(updated)) return 'It does not say when it was raised.'
    const number = words.at(wordOf(cells, 'number'))
    if (mapping.number !== undefined && number === '') return 'It has no number.'
    if (number.length > mostNumberChars) return `Its number is longer than ${mostNumberChars} characters.`
    const key = number || `row-${textHash(JSON.stringify(keyFields.map((field) => words.at(wordOf(cells, field)))))}`
    const order = orderOf(words.at(wordOf(cells, 'order')), dress.isDecimalComma)
    return { key, number, opened, resolved, closed, updated, order }
  }
  return {
    words,
    fields,
    times: time.counts,
    read,
    wordOf,
    wordsOf: (cells) => columns.map((column) => words.idOf(cells[column] ?? '')),
    textOf: (cells, field) => {
      const cell = longCellOf(cells, field)
      const isMark = cell.length <= mostMarkChars && words.idOf(cell) === 0
      return isMark ? '' : copied(textOf(asMeant(cell), mostTextChars))
    },
  }
}

/** NaN for a cell that says nothing, undefined for one that cannot be read. */
function makeTimeReader({ dress, mapping }: Pick<ReadChoices, 'dress' | 'mapping'>, words: Words) {
  const zone = zoneOf(dress.zone)
  const counts = { unique: 0, skipped: 0, repeated: 0 }
  // The rows of one incident repeat their times.
  const last = new Map<TimeField, { readonly cell: string; readonly at: number | undefined }>()
  const read = (field: TimeField, cell: string): number | undefined => {
    const known = last.get(field)
    if (known?.cell === cell) return known.at
    const word = words.at(words.idOf(cell))
    const order = dress.dateOrders[mapping[field] ?? -1] ?? 'dmy'
    const date = word === '' ? undefined : readLogDate(word, { order, isDecimalComma: dress.isDecimalComma, zone })
    if (date) counts[date.status] += 1
    const at = word === '' ? Number.NaN : date?.at
    last.set(field, { cell: copied(cell), at })
    return at
  }
  return { read, counts }
}

function orderOf(word: string, isDecimalComma: boolean): number | undefined {
  const plain = isDecimalComma ? word.replaceAll('.', '').replace(',', '.') : word.replaceAll(',', '')
  return plain !== '' && Number.isFinite(Number(plain)) ? Number(plain) : undefined
}
