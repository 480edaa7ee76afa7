// Everything a person may see, as one JSON document that an installation can take in again, and as CSV by kind.
import * as z from 'zod/mini'
import { idSchema } from '../domain/id-schema.ts'
import type { KindName } from '../domain/kind-names.ts'
import { isKindName, kindNames } from '../domain/kind-names.ts'
import { kinds } from '../domain/kinds.ts'
import { schemaNumber } from '../domain/wire.ts'
import type { CsvValue } from './csv.ts'
import { csvDocument } from './csv.ts'
import { type ExportHead, type ExportRecord, recordsFormat } from './records-file.ts'

const exportSchema = z.object({
  format: z.literal(recordsFormat),
  schema: z.int().check(z.minimum(1)),
  records: z.array(z.object({ k: z.string(), id: idSchema, doc: z.record(z.string(), z.unknown()) })),
})

/** The JSON document: kinds in the catalogue's order, ids ascending, so that two exports of one state are equal. */
export function exportDocument(head: ExportHead, records: readonly ExportRecord[]): string {
  const body = {
    format: recordsFormat,
    schema: schemaNumber,
    partnership: head.partnership,
    exportedAt: new Date(head.exportedAt).toISOString(),
    unsentCount: head.unsentCount,
    records: inOrder(records).map(({ k, id, doc }) => ({ k, id, doc })),
  }
  return `${JSON.stringify(body, null, 1)}\n`
}

export type ReadExport =
  | { readonly ok: true; readonly records: readonly ExportRecord[]; readonly leftOut: readonly string[] }
  | { readonly ok: false; readonly message: string }

/**
 * The records of such a document, ready for import.records. Conflicts are left out (the server writes those), as are
 * records that this version cannot read; `leftOut` says which and why.
 */
export function readExport(text: string): ReadExport {
  const parsed = exportSchema.safeParse(jsonOrUndefined(text))
  if (!parsed.success)
    return { ok: false, message: 'This file is not an Uptally export. Choose the .json file of one.' }
  if (parsed.data.schema > schemaNumber)
    return { ok: false, message: 'This export was made by a newer Uptally. Update this one first.' }
  const records: ExportRecord[] = []
  const leftOut: string[] = []
  for (const { k, id, doc } of parsed.data.records) {
    if (k === 'conflict') leftOut.push(`A conflict (${id}): conflicts are not brought in.`)
    else if (!isKindName(k)) leftOut.push(`${id}: this version does not know records of the kind "${k}".`)
    else if (!kinds[k].schema.safeParse(doc).success) leftOut.push(`${id}: this ${k} cannot be read.`)
    else records.push({ k, id, doc })
  }
  return { ok: true, records: inOrder(records), leftOut }
}

/** One CSV for each kind that has records: id, then the fields. Instants (`at`, `...At`) in ISO 8601 UTC, lists as JSON. */
export function exportCsvs(records: readonly ExportRecord[]): { kind: KindName; text: string; count: number }[] {
  return kindNames.flatMap((kind) => {
    const own = inOrder(records.filter((record) => record.k === kind))
    if (own.length === 0) return []
    const fields = Object.values(kinds[kind].groups as Readonly<Record<string, readonly string[]>>).flat()
    const rows = own.map(({ id, doc }) => [id, ...fields.map((field) => cellOf(field, doc[field]))])
    return [{ kind, text: csvDocument(['id', ...fields], rows), count: own.length }]
  })
}

function cellOf(field: string, value: unknown): CsvValue {
  if (typeof value === 'number' && (field === 'at' || field.endsWith('At'))) return new Date(value).toISOString()
  if (typeof value === 'object' && value !== null) return JSON.stringify(value)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

function inOrder(records: readonly ExportRecord[]): ExportRecord[] {
  const place = new Map<string, number>(kindNames.map((kind, index) => [kind, index]))
  const placeOf = (record: ExportRecord) => place.get(record.k) ?? kindNames.length
  return [...records].sort((a, b) => placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
