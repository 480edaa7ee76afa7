// A file that somebody chose to take in: what of it this installation and this person can take.
import { unzipSync } from 'fflate'
import { type Access, mayRead, mayWrite } from '../domain/access.ts'
import { kindNamed } from '../domain/kinds.ts'
import { recordsPath } from './council-export.ts'
import { readExport } from './export-document.ts'
import type { ExportRecord } from './records-file.ts'

export type FoundExport =
  | { readonly ok: true; readonly records: readonly ExportRecord[]; readonly leftOut: readonly string[] }
  | { readonly ok: false; readonly message: string }

/** Unpacked: far more than any council has, and less than a small file made to burst would give. */
const mostBytes = 500_000_000
const zipSign = [0x50, 0x4b, 0x03, 0x04]

/** JSON or zip, told by the first bytes. */
export function findExport(bytes: Uint8Array, access: Access): FoundExport {
  const isZip = zipSign.every((byte, i) => bytes[i] === byte)
  const text = isZip ? recordsIn(bytes) : bytes
  if (text === undefined) return { ok: false, message: 'This zip holds no records of Uptally.' }
  const read = readExport(new TextDecoder().decode(text))
  if (!read.ok) return read
  const { taken, leftOut } = takenBy(access, read.records)
  return { ok: true, records: taken, leftOut: [...read.leftOut, ...leftOut] }
}

function recordsIn(bytes: Uint8Array): Uint8Array | undefined {
  try {
    const filter = (file: { name: string; originalSize: number }) =>
      file.name === recordsPath && file.originalSize <= mostBytes
    return unzipSync(bytes, { filter })[recordsPath]
  } catch {
    return undefined
  }
}

/** One record that its author may not write would have the server refuse all that is sent along with it. */
function takenBy(access: Access, records: readonly ExportRecord[]) {
  const taken: ExportRecord[] = []
  const refused = new Map<string, number>()
  for (const record of records) {
    const scope = kindNamed(record.k)?.scopeOf(record.doc)
    // Whoever may not read a desk may raise incidents there, and bring in none.
    const isWhole = record.k !== 'attachment'
    if (isWhole && scope !== undefined && mayWrite(access, scope, record.k) && mayRead(access, scope))
      taken.push(record)
    else refused.set(record.k, (refused.get(record.k) ?? 0) + 1)
  }
  return { taken, leftOut: [...refused].map(([kind, count]) => `${count} of the kind "${kind}": ${reasonOf(kind)}`) }
}

function reasonOf(kind: string): string {
  if (kind === 'attachment') return 'an export says which files there were, and does not hold them.'
  return isWorkedOut(kind) ? 'the server works these out itself.' : 'your roles do not include adding these.'
}

const isWorkedOut = (kind: string) => ['team_month', 'council_month', 'follow'].includes(kind)
