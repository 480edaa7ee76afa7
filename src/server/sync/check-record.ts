// What a change must be once it meets the record that is there.
import { kindNamed } from '../../domain/kinds.ts'
import { overlay, sameValue } from '../../domain/merge.ts'
import type { Doc, Kind, Row } from '../../domain/record.ts'
import { deletedGroup, isErased } from '../../domain/record.ts'
import type { Op, WireChange } from '../../domain/wire.ts'
import type { Problem } from './check-op.ts'
import { problem } from './check-op.ts'
import type { OpRules } from './rules.ts'

const badRecord = problem('bad_record', 'This record is not complete, or a field of it cannot be.')
const otherPlace = problem('wrong_scope', 'This record belongs elsewhere.')

/** `head` is the latest version of the change's scope. */
export function checkAgainst(
  current: Row | undefined,
  change: WireChange,
  op: Op,
  rules: OpRules,
  head: number,
): Problem | undefined {
  const kind = kindNamed(change.k)
  if (!kind) return badRecord
  if (current && current.s !== change.s) return otherPlace
  if (Object.values(change.base).some((version) => version > head))
    return problem('bad_base', 'This change follows a version that this server never gave.')
  if (current && isErased(current)) return problem('erased', 'This record was erased for good.')
  if (current && kind.isAppendOnly && !rules.isServersOwn)
    return problem('append_only', 'This record can only be added to.')
  // Merged into what nobody sees it would be lost in silence: refused, it stays where its author sees it.
  if (current?.del && !(deletedGroup in change.set) && !rules.isServersOwn)
    return problem('withdrawn', 'This record was taken away meanwhile, so your change could not be added to it.')
  if (!current && deletedGroup in change.set && Object.keys(change.set).length === 1)
    return problem('no_such_record', 'This record is not here.')
  const shown = overlay({ doc: current?.doc ?? {}, del: false }, change.set).doc
  const parsed = kind.schema.safeParse(shown)
  if (!parsed.success || leavesFieldsOut(kind, change, shown)) return badRecord
  if (!holdsAsParsed(change, parsed.data)) return badRecord
  if (kind.scopeOf(parsed.data) !== change.s) return otherPlace
  if (isInAnotherName(change, op) && rules.writes !== 'any' && !rules.isServersOwn)
    return problem('wrong_author', 'What somebody says is written in their own name.')
  return undefined
}

const isInAnotherName = (change: WireChange, op: Op): boolean =>
  Object.values(change.set).some(({ byId }) => byId !== undefined && byId !== op.by)

/** The fields of a group come together: a field that the record has must be in every change of its group. */
const leavesFieldsOut = (kind: Kind, change: WireChange, shown: Doc): boolean =>
  Object.entries(change.set).some(
    ([group, value]) =>
      group !== deletedGroup && kind.groups[group]?.some((field) => field in shown && !(field in value)),
  )

/** What is written is exactly what the schema makes of it: nothing unknown is carried along inside. */
const holdsAsParsed = (change: WireChange, parsed: Doc): boolean =>
  Object.entries(change.set).every(
    ([group, value]) =>
      group === deletedGroup || Object.entries(value).every(([field, item]) => sameValue(item, parsed[field])),
  )
