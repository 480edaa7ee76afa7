// Solving a conflict may change one group of one record: those that the conflict names, to the value that it keeps.

import type { Access } from '../../domain/access.ts'
import { maySettle } from '../../domain/access.ts'
import { conflictSchema } from '../../domain/conflict.ts'
import { sameValue } from '../../domain/merge.ts'
import type { Op } from '../../domain/wire.ts'
import type { Problem, RowOf } from './check-op.ts'
import { problem } from './check-op.ts'

const notItsConflict = problem('not_its_conflict', 'Solving a conflict may change only what the conflict is about.')

export function checkSolving(op: Op, access: Access, rowOf: RowOf): Problem | undefined {
  const solved = op.changes.find((change) => change.k === 'conflict')
  const others = op.changes.filter((change) => change !== solved)
  if (!solved || others.length > 1) return notItsConflict
  const row = rowOf('conflict', solved.id)
  const conflict = row && conflictSchema.safeParse(row.doc)
  if (!conflict?.success) return problem('no_such_conflict', 'Somebody has already dealt with this.')
  const { kind, recordId, scope, group, other, solvedAt } = conflict.data
  if (solvedAt !== null) return problem('already_solved', 'Somebody has already dealt with this.')
  // Else the merge would make a conflict about a conflict.
  if (solved.base.solved !== row?.groups.solved?.v) return notItsConflict
  if (!maySettle(access, { scope, kind, group }))
    return problem('not_allowed', 'Your role does not include changing this record.')
  const by = solved.set.solved
  if (Object.keys(solved.set).join() !== 'solved' || by?.solvedById !== access.userId || by.solvedAt === null)
    return notItsConflict
  const [change] = others
  if (!change) return by.outcome === 'shown' ? undefined : notItsConflict
  const isTheOther =
    change.k === kind &&
    change.id === recordId &&
    Object.keys(change.set).join() === group &&
    sameValue(change.set[group], other.value) &&
    by.outcome === 'other'
  return isTheOther ? undefined : notItsConflict
}
