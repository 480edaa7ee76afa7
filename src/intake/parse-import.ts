// The files a person picked -> outages to preview. Never throws for what a file holds.
import { looksLikePost, parsePost } from './cstate.ts'
import { looksLikeCsv, parseCsv } from './csv.ts'
import { decodeText } from './decode.ts'
import { maxEntries } from './limits.ts'
import {
  type Flag,
  flagLabels,
  type ImportFile,
  type ImportForm,
  importForms,
  type ParsedEntries,
  type ParsedImport,
  type ParsedOutage,
  type RefusedEntry,
} from './parsed-import.ts'
import type { ReadOptions } from './read-times.ts'
import { looksLikeStatuspage, parseStatuspage } from './statuspage.ts'

export interface ImportOptions extends ReadOptions {
  /** Names where the files come from; the same name is needed for a later import of the same records. Default: the form. */
  readonly source?: string
}

const formNames: Readonly<Record<ImportForm, string>> = {
  cstate: 'cState posts',
  statuspage: 'status page JSON',
  csv: 'CSV',
}

interface ReadableFile {
  readonly name: string
  readonly text: string
  readonly form: ImportForm
}

export function parseImport(files: readonly ImportFile[], options: ImportOptions): ParsedImport {
  const refused: RefusedEntry[] = []
  const readable: ReadableFile[] = []
  for (const file of files) {
    const decoded = decodeText(file.bytes)
    const form = 'text' in decoded ? detectForm(file.name, decoded.text) : undefined
    if ('reason' in decoded) refused.push({ file: file.name, reason: decoded.reason })
    else if (form === undefined)
      refused.push({ file: file.name, reason: 'It is not a cState post, status page JSON or CSV with a header.' })
    else readable.push({ name: file.name, text: decoded.text, form })
  }
  const form = commonForm(readable)
  const found: ParsedOutage[] = []
  for (const file of readable) {
    if (file.form !== form) {
      refused.push({
        file: file.name,
        reason: `It is ${formNames[file.form]}, the others are ${formNames[form ?? file.form]}: import it by itself.`,
      })
      continue
    }
    const read = parseFile(file, options)
    found.push(...read.entries)
    refused.push(...read.refused)
  }
  const kept = withoutRepeats(found)
  const entries = kept.entries.slice(0, maxEntries)
  if (kept.entries.length > maxEntries)
    refused.push({ file: '', reason: `Only the first ${maxEntries} entries are read.` })
  return {
    form,
    source: options.source ?? form ?? '',
    entries,
    refused: [...refused, ...kept.refused],
    warnings: warningsOf(entries, options.zone.name),
  }
}

function detectForm(name: string, text: string): ImportForm | undefined {
  if (looksLikePost(name, text)) return 'cstate'
  if (looksLikeStatuspage(text)) return 'statuspage'
  return looksLikeCsv(text) ? 'csv' : undefined
}

/** The form of most files; of equals, the one listed first. */
function commonForm(files: readonly ReadableFile[]): ImportForm | undefined {
  const counts = importForms.map((form) => ({ form, count: files.filter((file) => file.form === form).length }))
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a))
  return best.count > 0 ? best.form : undefined
}

function parseFile(file: ReadableFile, options: ReadOptions): ParsedEntries {
  if (file.form === 'statuspage') return parseStatuspage(file.name, file.text, options)
  if (file.form === 'csv') return parseCsv(file.name, file.text, options)
  const read = parsePost(file.name, file.text, options)
  return 'reason' in read ? { entries: [], refused: [read] } : { entries: [read], refused: [] }
}

function withoutRepeats(found: readonly ParsedOutage[]): ParsedEntries {
  const byKey = new Map<string, ParsedOutage>()
  const refused: RefusedEntry[] = []
  for (const entry of found) {
    const first = byKey.get(entry.key)
    if (!first) byKey.set(entry.key, entry)
    else
      refused.push({
        file: entry.file,
        ...lineOf(entry),
        key: entry.key,
        reason: `"${entry.key}" was already read from ${placeOf(first)}.`,
      })
  }
  return { entries: [...byKey.values()], refused }
}

const lineOf = (entry: ParsedOutage) => (entry.line === undefined ? {} : { line: entry.line })
const placeOf = (entry: ParsedOutage) => (entry.line === undefined ? entry.file : `${entry.file}, line ${entry.line}`)

function warningsOf(entries: readonly ParsedOutage[], zone: string): string[] {
  const counts = new Map<Flag, number>()
  for (const flag of entries.flatMap((entry) => entry.flags)) counts.set(flag, (counts.get(flag) ?? 0) + 1)
  return [...counts].map(
    ([flag, count]) => `${count} of ${entries.length}: ${flagLabels[flag]}${flag === 'no_zone' ? ` (${zone})` : ''}`,
  )
}
