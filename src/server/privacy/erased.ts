// What stays of an erased record: its kind, id and place, and that it is gone. Pure.
import { deletedGroup, type GroupMark } from '../../domain/record.ts'
import type { StoredRow } from '../database/port.ts'

/** An incident takes with it what was said of it and its files, and a record the conflicts about it. */
const partsOfIncident: ReadonlySet<string> = new Set(['incident_event', 'comment', 'work_note', 'follow'])

/** Kinds that hold free text about people, and on which no published figure rests but counts. */
export const erasableKinds: readonly string[] = [
  ...['incident', 'incident_event', 'comment', 'work_note', 'narrative', 'saved_view', 'attachment'],
]

export const isPartOf = (row: StoredRow, id: string): boolean => {
  const doc = JSON.parse(row.doc) as Readonly<Record<string, unknown>>
  if (row.k === 'attachment') return doc.ofId === id
  return (partsOfIncident.has(row.k) && doc.incidentId === id) || (row.k === 'conflict' && doc.recordId === id)
}

export const tombstoneOf = (row: StoredRow, mark: GroupMark): StoredRow => ({
  ...row,
  ver: mark.v,
  del: true,
  doc: '{}',
  groups: JSON.stringify({ [deletedGroup]: mark }),
})

/** A follow row without the copy of an erased comment; undefined when there was none. */
export function withoutReply(row: StoredRow, commentId: string, ver: number): StoredRow | undefined {
  if (row.k !== 'follow') return undefined
  const doc = JSON.parse(row.doc) as { replies?: readonly { id: string }[] }
  const replies = doc.replies?.filter(({ id }) => id !== commentId)
  if (!replies || replies.length === doc.replies?.length) return undefined
  return { ...row, ver, doc: JSON.stringify({ ...doc, replies }) }
}

/**
 * The text of an op without what it wrote of the erased records: names and ids stay. A text that is no op goes whole. The
 * op's hash is kept beside it, so that a device that sends it again still gets its answer.
 */
export const withoutWords = (body: string, erased: ReadonlySet<string>): string =>
  withoutChanges(
    body,
    (change) => erased.has(change.id) || [...erased].some((id) => JSON.stringify(change).includes(id)),
  ) ?? '{}'

export interface OpChange {
  readonly k: string
  readonly id: string
  readonly s: string
}

/** undefined for a text that is no op. */
export function withoutChanges(
  body: string,
  isGone: (change: OpChange, author: string) => boolean,
): string | undefined {
  const op = writtenOp(body)
  return op && textWithout(op, (change) => isGone(change, op.by))
}

export interface WrittenOp {
  readonly by: string
  readonly changes: readonly OpChange[]
}

/** undefined for a text that is no op. */
export function writtenOp(body: string): WrittenOp | undefined {
  try {
    const op = JSON.parse(body) as Partial<WrittenOp> | null
    return Array.isArray(op?.changes) ? (op as WrittenOp) : undefined
  } catch {
    return undefined
  }
}

export const textWithout = (op: WrittenOp, isGone: (change: OpChange) => boolean): string =>
  JSON.stringify({
    ...op,
    changes: op.changes.map((change) => {
      const { k, id, s } = change
      return isGone(change) ? { k, id, s, base: {}, set: {} } : change
    }),
  })
