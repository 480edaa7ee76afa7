// Reads the JSON document of an export: what of it this version can take in.
import * as z from 'zod/mini'
import { idSchema } from '../domain/id-schema.ts'
import { isKindName, kindNames } from '../domain/kind-names.ts'
import { kinds } from '../domain/kinds.ts'
import { schemaNumber } from '../domain/schema-number.ts'
import { type ExportRecord, recordsFormat } from './records-file.ts'

const exportSchema = z.object({
  format: z.literal(recordsFormat),
  schema: z.int().check(z.minimum(1)),
  records: z.array(z.object({ k: z.string(), id: idSchema, doc: z.record(z.string(), z.unknown()) })),
})

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
