import * as z from 'zod/mini'
import { conflictSchema } from '../conflict.ts'
import { idSchema } from '../id-schema.ts'
import { isKindName } from '../kind-names.ts'
import { change, defineMutation, refuse } from '../mutation.ts'

/** Keeps the value that shows, or uses the other one; either way both stay readable in the conflict's record. */
export const solveConflict = defineMutation({
  name: 'conflict.solve',
  roles: ['ict', 'manager', 'admin', 'legal', 'practice_manager', 'client_officer', 'staff'],
  args: z.object({ conflictId: idSchema, outcome: z.enum(['shown', 'other']) }),
  writes: 'any',
  async run({ conflictId, outcome }, reads, context) {
    const conflict = await reads.get('conflict', conflictId)
    if (!conflict) return refuse('no_such_conflict', 'Somebody has already dealt with this.')
    if (conflict.solvedAt !== null) return []
    const solved = change('conflict', conflict, { solvedAt: context.now, solvedById: context.personId, outcome })
    const { kind, recordId, scope, group, other } = conflictSchema.parse(conflict)
    if (outcome === 'shown' || !isKindName(kind)) return [solved]
    return [{ k: kind, id: recordId, s: scope, set: { [group]: other.value } }, solved]
  },
})
