// A spreadsheet saved as CSV (comma, semicolon or tab) -> outages, one row each.
import { CsvError, parse } from 'csv-parse/browser/esm/sync'
import { type CsvColumns, type CsvField, mapHeader } from './csv-header.ts'
import { levelOfWord } from './level-words.ts'
import { maxComponents, maxEntries, maxKeyChars, maxNameChars, maxTitleChars } from './limits.ts'
import { maintenanceByWords } from './maintenance-words.ts'
import type { Flag, ParsedEntries, ParsedOutage, RefusedEntry } from './parsed-import.ts'
import { fitLine, fitText } from './plain-text.ts'
import { type ReadOptions, readTimes } from './read-times.ts'

interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

export function looksLikeCsv(text: string): boolean {
  return mapHeader(readRows(firstLine(text), delimiterOf(text)).rows[0]?.cells ?? []) !== undefined
}

export function parseCsv(file: string, text: string, options: ReadOptions): ParsedEntries {
  const { rows, wrong } = readRows(text, delimiterOf(text))
  const refused: RefusedEntry[] = wrong.map((row) => ({ file, ...row }))
  const columns = mapHeader(rows[0]?.cells ?? [])
  if (!columns) return { entries: [], refused: [{ file, line: 1, reason: 'No column is called "start".' }] }
  const entries = new Map<string, ParsedOutage>()
  if (rows.length > maxEntries + 1) refused.push({ file, reason: `Only the first ${maxEntries} rows are read.` })
  for (const row of rows.slice(1, maxEntries + 1)) {
    const read = readRow(file, row, columns, options)
    if ('reason' in read) {
      refused.push(read)
      continue
    }
    const slot = `${read.key}\n${read.startAt}\n${read.endAt ?? ''}`
    const first = entries.get(slot)
    // A reference repeated with the same times is one outage, with one row for each system.
    if (first && columns.at.has('key')) entries.set(slot, withMoreComponents(first, read.components))
    else if (first)
      refused.push({ file, line: row.line, key: read.key, reason: `It says the same as line ${first.line ?? 1}.` })
    else entries.set(slot, read)
  }
  return { entries: [...entries.values()], refused }
}

function withMoreComponents(entry: ParsedOutage, more: readonly string[]): ParsedOutage {
  const components = [...new Set([...entry.components, ...more])].slice(0, maxComponents)
  const flags = components.length > 0 ? entry.flags.filter((flag) => flag !== 'no_component') : entry.flags
  return { ...entry, components, flags }
}

function readRow(
  file: string,
  { line, cells }: Row,
  columns: CsvColumns,
  options: ReadOptions,
): ParsedOutage | RefusedEntry {
  const cell = (field: CsvField) => cells[columns.at.get(field)?.index ?? -1]?.trim() ?? ''
  const time = (field: 'start' | 'end') =>
    `${cell(field)} ${cells[columns.timeOfDay.get(field) ?? -1]?.trim() ?? ''}`.trim()
  const names = componentsOf(cell('components'), columns.at.get('components')?.isPlural ?? false)
  const title = fitLine(cell('title'), maxTitleChars) || fitLine(names.join(', '), maxTitleChars) || 'Untitled outage'
  const key = (cell('key') || JSON.stringify([time('start'), title, names])).slice(0, maxKeyChars)
  const isUtc = columns.at.get('start')?.isUtc || columns.at.get('end')?.isUtc
  const times = readTimes(
    { start: time('start'), end: time('end'), announced: cell('announced'), utcOffsetMinutes: isUtc ? 0 : undefined },
    options,
  )
  if ('reason' in times) return { file, line, key, reason: times.reason }

  const kind = kindOf(cell('level'), cell('planned'), title)
  const body = fitText(cell('text'))
  const flags: Flag[] = [...times.flags, ...kind.flags, ...body.flags]
  if (names.length === 0) flags.push('no_component')
  const cause = fitText(cell('cause')).text
  const { level, isMaintenance } = kind
  return {
    key,
    file,
    line,
    title,
    components: names,
    level,
    isMaintenance,
    ...times,
    ...(cause ? { cause } : {}),
    text: body.text,
    flags,
  }
}

function kindOf(
  levelWord: string,
  planned: string,
  title: string,
): Pick<ParsedOutage, 'level' | 'isMaintenance' | 'flags'> {
  const level = levelOfWord(levelWord)
  const flags: Flag[] = level === undefined ? ['no_level'] : []
  if (
    /^(?:yes|y|true|1|planned|scheduled|(?:planned )?maintenance)$/i.test(planned) ||
    /\bmaintenance$/i.test(levelWord)
  ) {
    return { level: level ?? 'at_risk', isMaintenance: true, flags: [] }
  }
  // A column that says whether it was planned is believed; only without one the words of the title decide.
  const words = planned === '' ? maintenanceByWords(title, '') : undefined
  return { level: level ?? 'down', isMaintenance: words !== undefined, flags: words ? [...flags, words] : flags }
}

function componentsOf(cell: string, isPlural: boolean): string[] {
  const names = cell.split(isPlural ? /[;|\n,]/ : /[;|\n]/).map((name) => fitLine(name, maxNameChars))
  return [...new Set(names.filter((name) => name !== ''))].slice(0, maxComponents)
}

function readRows(text: string, delimiter: string): { rows: Row[]; wrong: { line: number; reason: string }[] } {
  const wrong: { line: number; reason: string }[] = []
  const skip = (error: CsvError | undefined) => {
    wrong.push({ line: Number(error?.lines ?? 1), reason: 'The row cannot be read: check its quotation marks.' })
    return undefined
  }
  try {
    const read: unknown = parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: skip,
      max_record_size: 200_000,
      to: maxEntries + 2,
    })
    const records = read as { info: { lines: number }; record: string[] }[]
    return { rows: records.map(({ info, record }) => ({ line: info.lines, cells: record })), wrong }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { rows: [], wrong: [{ line: 1, reason: 'The file cannot be read as CSV.' }] }
  }
}

const firstLine = (text: string) =>
  text
    .slice(0, 10_000)
    .split(/\r?\n/)
    .find((line) => line.trim() !== '') ?? ''

function delimiterOf(text: string): string {
  const line = firstLine(text).replace(/"[^"]*"/g, '')
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: line.split(delimiter).length }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter
}
