// An incident is raised for a council that there is: else it would lie on a desk that no page leads to.
import type { Op } from '../../domain/wire.ts'
import type { SyncStatements } from '../database/port.ts'
import type { Problem } from './check-op.ts'
import { problem } from './check-op.ts'

const noCouncil = problem('no_such_council', 'There is no such council here. Raise it again for one of the councils.')

/** Before the catalogue has any council, nothing can be told of one. */
export async function checkCouncil(statements: SyncStatements, op: Op): Promise<Problem | undefined> {
  if (op.name !== 'incident.raise') return undefined
  for (const { k, set } of op.changes) {
    if (k !== 'incident') continue
    const id = set.place?.councilId
    const council = typeof id === 'string' ? await statements.row('council', id) : undefined
    if (council && !council.del) continue
    if ((await statements.rowsOfKind('council', '', 1)).length > 0) return noCouncil
  }
  return undefined
}
