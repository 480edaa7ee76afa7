// What of a row is held about a person, and how much of it whoever asks may have.
import { type Access, mayRead } from '../../domain/access.ts'
import type { GroupMark } from '../../domain/record.ts'
import { partsOfScope } from '../../domain/scope.ts'
import type { StoredRow } from '../database/port.ts'

export interface HeldRecord {
  readonly k: string
  readonly id: string
  readonly isDeleted: boolean
  /** Wrote a part of it that still stands. */
  readonly isAuthor: boolean
  /** It names the person, or is theirs. */
  readonly isSubject: boolean
  readonly doc: unknown
}

export interface WithheldRecord {
  readonly k: string
  readonly id: string
}

export interface Asking {
  readonly personId: string
  readonly access: Access
}

type Held = { readonly record: HeldRecord } | { readonly withheld: WithheldRecord }

const legalNames: ReadonlySet<string> = new Set(['legal', 'matter'])

/**
 * Undefined: nothing of the person's, or nothing that whoever asks may know of. What an administrator may not read, and
 * whatever is Legal's, is named by kind and id. Who asks for their own gets what they may read; of the rest they are told
 * only what they wrote: that somebody wrote of them behind a wall is not theirs to know.
 */
export function heldOf(row: StoredRow, { personId, access }: Asking): Held | undefined {
  const { k, id, s, del } = row
  const marks = Object.values(JSON.parse(row.groups) as Record<string, GroupMark>)
  const isAuthor = marks.some((mark) => mark.by === personId)
  const parts = partsOfScope(s)
  const isSubject = id === personId || parts?.of === personId || namesIn(JSON.parse(row.doc)).has(personId)
  if (!isAuthor && !isSubject) return undefined
  const isOwn = access.userId === personId
  const isHidden = !isOwn && legalNames.has(parts?.name ?? '')
  if (mayRead(access, s) && !isHidden)
    return { record: { k, id, isDeleted: del, isAuthor, isSubject, doc: JSON.parse(row.doc) as unknown } }
  return isOwn && !isAuthor ? undefined : { withheld: { k, id } }
}

/** Every text of a document that is nothing but an id might be. */
function namesIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') found.add(value)
  else if (value !== null && typeof value === 'object')
    for (const [key, part] of Object.entries(value)) {
      found.add(key)
      namesIn(part, found)
    }
  return found
}
