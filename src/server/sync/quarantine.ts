// Ops for a scope that was taken away from their author: kept here whole, and no longer on the author's device.
import { type Access, mayRead } from '../../domain/access.ts'
import type { Op, OpResult } from '../../domain/wire.ts'

const message =
  'You may no longer see what this change is of. The server keeps it, and an administrator can put it through.'

/** The verdict on an op that was refused for want of the right: set aside where its author may not even read. */
export function setAside(result: OpResult, op: Op, access: Access): OpResult {
  const isTakenAway = result.code === 'not_allowed' && op.changes.some(({ s }) => !mayRead(access, s))
  return isTakenAway ? { mid: result.mid, o: 'quarantined', code: 'not_allowed', message } : result
}

/** As pages of before understand it: without the outcome that they do not know. */
export const forOldPage = (result: OpResult): OpResult =>
  result.o === 'quarantined' ? { ...result, o: 'rejected' } : result
