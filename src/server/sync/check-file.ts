// Files: added once, by people in their own name, to a record that is there and in its place; taken away by whoever added
// them or whose record it is.
import { type Access, mayRead } from '../../domain/access.ts'
import { attachmentSchema, fileLimits } from '../../domain/attachment.ts'
import { sameValue } from '../../domain/merge.ts'
import type { Doc } from '../../domain/record.ts'
import { deletedGroup } from '../../domain/record.ts'
import { partsOfScope } from '../../domain/scope.ts'
import type { Op, WireChange } from '../../domain/wire.ts'
import type { FileStatements } from '../database/files-port.ts'
import type { Problem, RowOf } from './check-op.ts'
import { problem } from './check-op.ts'
import type { OpRules } from './rules.ts'

const notThis = problem('not_its_group', 'Files are added and taken away one by one, and not in another way.')
/** The same whether there is no such record, it lies elsewhere or it is somebody else's. */
const noRecord = problem('no_such_record', 'What this file is for is not here.')
const withdrawn = problem('withdrawn', 'What this file is for was taken away meanwhile, so it could not be added.')
const notYours = problem('not_yours', 'Only whoever added a file, or whose desk or matter it is, can take it away.')
const tooMany = problem('too_many_files', `There are ${fileLimits.perRecord} files there already. Take one away first.`)

/** Bytes that one person may add within 24 hours of the server's clock, whatever their own says. */
const mostPerDay = 200 * 1024 * 1024
const dayMs = 86_400_000
const tooMuch = problem(
  'too_much_in_a_day',
  'You have added 200 MB of files within 24 hours, and no more can be taken in. It is kept here: send it again tomorrow.',
)

type Counts = Pick<FileStatements, 'countFiles' | 'bytesAdded'>

interface Who {
  readonly access: Access
  /** The server's clock, ms. */
  readonly receivedAt: number
}

const addedOf = ({ k, set }: WireChange): Doc | undefined =>
  k === 'attachment' && !(deletedGroup in set) ? Object.assign({}, ...Object.values(set)) : undefined

/** The records that files are added to: the check needs them as they are. */
export const fileParents = (changes: readonly WireChange[]): { readonly k: string; readonly id: string }[] =>
  changes.flatMap((change) => {
    const { ofKind, ofId } = addedOf(change) ?? {}
    const k = attachmentSchema.shape.ofKind.safeParse(ofKind).data
    return k === undefined || typeof ofId !== 'string' ? [] : { k, id: ofId }
  })

/** Of an op whose changes may be of any shape still, but whose groups and scopes are allowed by role. */
export async function checkFiles(
  statements: Counts,
  op: Op,
  rules: OpRules,
  who: Who,
  rowOf: RowOf,
): Promise<Problem | undefined> {
  const [change, ...others] = op.changes.filter(({ k }) => k === 'attachment')
  if (!change || rules.isServersOwn) return undefined
  if (others.length > 0) return notThis
  if (op.name === 'attachment.remove') return checkRemoval(op, change, who.access, rowOf)
  return op.name === 'attachment.add' ? checkAdded(statements, op, change, who, rowOf) : notThis
}

async function checkAdded(
  statements: Counts,
  op: Op,
  change: WireChange,
  who: Who,
  rowOf: RowOf,
): Promise<Problem | undefined> {
  const doc = addedOf(change)
  if (!doc || doc.addedById !== op.by || doc.addedAt !== op.at) return notThis
  const there = rowOf('attachment', change.id)
  // Sent again under another number: what is there already is what was sent.
  if (there) return !there.del && sameValue(there.doc, doc) ? undefined : notThis
  const parent = typeof doc.ofId === 'string' ? rowOf(String(doc.ofKind), doc.ofId) : undefined
  if (parent?.s !== change.s) return noRecord
  if (!mayRead(who.access, change.s) && parent.doc.requesterId !== op.by) return noRecord
  if (parent.del) return withdrawn
  if ((await statements.countFiles(parent.id)) >= fileLimits.perRecord) return tooMany
  const added = await statements.bytesAdded(op.by, who.receivedAt - dayMs)
  return added + Number(doc.size) > mostPerDay ? tooMuch : undefined
}

function checkRemoval(op: Op, { id, set, s }: WireChange, access: Access, rowOf: RowOf): Problem | undefined {
  if (set[deletedGroup]?.deleted !== true) return notThis
  const row = rowOf('attachment', id)
  if (row?.s !== s) return noRecord
  if (row.doc.addedById === op.by || isTheirs(access, s)) return undefined
  return mayRead(access, s) ? notYours : noRecord
}

/** ICT of a desk; of a matter everybody who reads it. */
function isTheirs(access: Access, scope: string): boolean {
  const { name, of } = partsOfScope(scope) ?? {}
  if (name !== 'desk') return mayRead(access, scope)
  return access.grants.some(({ role, on }) => role === 'ict' && (on === null || of === 'shared' || on === of))
}
