// Each kind of record as a CSV of its fields, for other programs.
import { kindNames } from '../domain/kind-names.ts'
import { kinds } from '../domain/kinds.ts'
import { byteFile } from './byte-parts.ts'
import { byteOrderMark, type CsvValue, csvLine } from './csv.ts'
import type { ExportReads } from './names.ts'
import type { KindFile } from './question.ts'

/** Kinds that have records: id, then the fields. Instants (`at`, `...At`) in ISO 8601 UTC, lists as JSON. */
export async function csvsByKind(reads: Pick<ExportReads, 'all'>): Promise<KindFile[]> {
  const files: KindFile[] = []
  for (const kind of kindNames) {
    const records: readonly Readonly<Record<string, unknown>>[] = await reads.all(kind)
    if (records.length === 0) continue
    const fields = ['id', ...Object.values(kinds[kind].groups as Readonly<Record<string, readonly string[]>>).flat()]
    const file = byteFile()
    file.write(byteOrderMark + csvLine(fields))
    for (const record of records) file.write(csvLine(fields.map((field) => cellOf(field, record[field]))))
    files.push({ kind, bytes: file.end(), count: records.length })
  }
  return files
}

function cellOf(field: string, value: unknown): CsvValue {
  if (typeof value === 'number' && (field === 'at' || field.endsWith('At'))) return new Date(value).toISOString()
  if (typeof value === 'object' && value !== null) return JSON.stringify(value)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}
