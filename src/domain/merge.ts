// How an op meets a record: group by group, by the version that its author saw. Pure; the same on every machine.
import type { Conflict } from './conflict.ts'
import type { Doc, GroupMark, Row } from './record.ts'
import { deletedGroup } from './record.ts'
import type { WireChange } from './wire.ts'

/** The author's side of an op: the edit time is already corrected by the offset of the device's clock. */
export interface Author {
  readonly client: string
  readonly mid: number
  readonly by: string
  readonly at: number
}

export interface Merged {
  readonly row: Row
  /** One for every group that somebody else had set to another value meanwhile. */
  readonly conflicts: readonly Omit<Conflict, 'solvedAt' | 'solvedById' | 'outcome'>[]
}

/**
 * `current` with `change` merged in, at scope version `ver`. `receivedAt` is the server's clock. A group applies when
 * nobody else has set it since the base; else the later edit time shows (never later than the receipt; tie: larger
 * mid, then client) and the other value is handed back as a conflict.
 */
export function mergeChange(
  current: Row | undefined,
  change: WireChange,
  author: Author,
  ver: number,
  receivedAt: number,
): Merged {
  const doc: Record<string, unknown> = { ...current?.doc }
  const groups: Record<string, GroupMark> = { ...current?.groups }
  let del = current?.del ?? false
  const conflicts: Merged['conflicts'][number][] = []

  for (const [group, value] of Object.entries(change.set)) {
    const mark = groups[group]
    const shown = group === deletedGroup ? { deleted: del } : pick(doc, Object.keys(value))
    const at = Math.min(Math.max(author.at, 0), receivedAt)
    const mine: GroupMark = { v: ver, at, by: author.by, client: author.client, mid: author.mid }
    const isConcurrent = mark !== undefined && mark.v !== (change.base[group] ?? 0) && mark.client !== author.client
    if (isConcurrent && sameValue(shown, value)) continue
    const wins = !isConcurrent || isLater(mine, mark)
    if (isConcurrent) {
      const theirs = { value: shown, by: mark.by, at: mark.at }
      const ours = { value, by: author.by, at }
      conflicts.push({
        kind: change.k,
        recordId: change.id,
        group,
        scope: change.s,
        shown: wins ? ours : theirs,
        other: wins ? theirs : ours,
      })
    }
    if (!wins) continue
    groups[group] = mine
    if (group === deletedGroup) del = value.deleted === true
    else Object.assign(doc, value)
  }
  return { row: { k: change.k, id: change.id, s: change.s, ver, del, doc, groups }, conflicts }
}

/** The document as its author's device shows it: the set groups laid over what is confirmed. */
export function overlay(base: { doc: Doc; del: boolean }, set: WireChange['set']): { doc: Doc; del: boolean } {
  const doc = { ...base.doc }
  let { del } = base
  for (const [group, value] of Object.entries(set)) {
    if (group === deletedGroup) del = value.deleted === true
    else Object.assign(doc, value)
  }
  return { doc, del }
}

function isLater(mine: GroupMark, theirs: GroupMark): boolean {
  if (mine.at !== theirs.at) return mine.at > theirs.at
  if (mine.mid !== theirs.mid) return mine.mid > theirs.mid
  return mine.client > theirs.client
}

const pick = (doc: Doc, fields: readonly string[]) =>
  Object.fromEntries(fields.filter((field) => field in doc).map((field) => [field, doc[field]]))

/** Deep equality of JSON values; the order of keys does not matter. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameValue((a as Doc)[key], (b as Doc)[key]))
  )
}
