// A large import goes in as several ops, each within what one op may hold.
import { opLimits } from '../domain/wire.ts'
import type { ExportRecord } from './records-file.ts'

/** An op writes each group with its name and base beside it, and names the record: room for that, in bytes. */
const overheadBytes = 600
const opHeadBytes = 1024

export interface ImportParts {
  readonly parts: readonly (readonly ExportRecord[])[]
  /** Records that no op can hold. */
  readonly tooLarge: readonly ExportRecord[]
}

/** The records in their order, cut so that each part fits into one op. */
export function importParts(
  records: readonly ExportRecord[],
  limits: { bytes: number; rows: number } = opLimits,
): ImportParts {
  const room = limits.bytes - opHeadBytes
  const parts: ExportRecord[][] = []
  const tooLarge: ExportRecord[] = []
  let last: ExportRecord[] | undefined
  let used = 0
  for (const record of records) {
    const size = new TextEncoder().encode(JSON.stringify(record)).length + overheadBytes
    if (size > room) {
      tooLarge.push(record)
      continue
    }
    if (!last || used + size > room || last.length >= limits.rows) {
      last = []
      used = 0
      parts.push(last)
    }
    last.push(record)
    used += size
  }
  return { parts, tooLarge }
}
