// What of an op the server takes, where the rest of it is to be left as it is rather than to refuse all.
import { deletedGroup, type Scope } from '../../domain/record.ts'
import type { Op, WireChange } from '../../domain/wire.ts'
import type { SyncStatements } from '../database/port.ts'
import type { RowOf } from './check-op.ts'
import { addsOnly, leavesGone, type OpRules, sparesWork } from './rules.ts'

export interface Present {
  /** Without incidents that were taken away meanwhile, and without their lines. */
  readonly op: Op
  /** Those lines: what was done is told, should the incident come back. */
  readonly goneLines: readonly WireChange[]
}

/**
 * Of a change of many, those that were taken away meanwhile: the others do not wait for them. An op that is all about such
 * stays whole, so that it is refused and its author sees it.
 */
export function presentOf(op: Op, rules: OpRules, rowOf: RowOf): Present {
  const whole = { op, goneLines: [] }
  if (!leavesGone(rules)) return whole
  const isGone = ({ k, id, set }: WireChange) =>
    k === 'incident' && !(deletedGroup in set) && rowOf('incident', id)?.del === true
  const gone = new Map<unknown, Scope>(op.changes.filter(isGone).map(({ id, s }) => [id, s]))
  const scopeOf = ({ k, id, set }: WireChange) => gone.get(k === 'incident' ? id : set.line?.incidentId)
  const changes = op.changes.filter((change) => scopeOf(change) === undefined)
  if (changes.length === 0) return whole
  const goneLines = op.changes.filter((change) => change.k !== 'incident' && scopeOf(change) === change.s)
  return { op: { ...op, changes }, goneLines }
}

/** What is written: not what is here already, or was worked on since. */
export async function partOf(
  statements: SyncStatements,
  { op, goneLines }: Present,
  rules: OpRules,
  rowOf: RowOf,
): Promise<Op> {
  const isLeft = ({ k, id }: WireChange): boolean | Promise<boolean> => {
    if (addsOnly(rules)) return rowOf(k, id) !== undefined
    return sparesWork(rules) && k === 'incident' && statements.isWorkedOn(id)
  }
  const changes: WireChange[] = []
  for (const change of op.changes) if (!(await isLeft(change))) changes.push(change)
  return { ...op, changes: [...changes, ...goneLines] }
}
