// Incidents from a file, in parts that each fit one op; and a whole import taken back.
import * as z from 'zod/mini'
import { importRunSchema } from '../desk-settings.ts'
import { idSchema } from '../id-schema.ts'
import { incidentKind, incidentSchema } from '../incident.ts'
import type { MutationContext, Reads, Write } from '../mutation.ts'
import { change, changeDiffering, create, defineMutation, setDeleted } from '../mutation.ts'
import { opLimits } from '../wire.ts'

const itemsSchema = z.array(z.object({ id: idSchema, doc: incidentSchema })).check(z.maxLength(opLimits.rows - 1))
const runDocSchema = z.pick(importRunSchema, { fileName: true, rows: true, incidents: true })
const runSchema = z.object({ id: idSchema, doc: runDocSchema })
const groups = Object.keys(incidentKind.groups)

/** Asked for all at once: one after another, each would wait for the answer to the one before. */
const present = (reads: Reads, items: readonly { readonly id: string }[]) =>
  Promise.all(items.map(({ id }) => reads.get('incident', id)))

/** Adds what is not here yet; an incident that is here already stays as it is. */
export const importIncidents = defineMutation({
  name: 'import.incidents',
  roles: ['ict'],
  args: z.object({ run: z.nullable(runSchema), incidents: itemsSchema }),
  writes: { incident: groups, import_run: ['run', 'undone'] },
  async run({ run, incidents }, reads, context) {
    const writes: Write[] = []
    if (run && !(await reads.get('import_run', run.id)))
      writes.push(create('import_run', run.id, { ...run.doc, at: context.now, byId: context.personId, undoneAt: null }))
    const known = await present(reads, incidents)
    for (const [i, { id, doc }] of incidents.entries()) if (!known[i]) writes.push(create('incident', id, doc))
    return writes
  },
})

/**
 * Writes what a file says now over what an earlier one said, and brings back what an undone import took away. What no file
 * speaks of stays as it is; so does the import that brought it first, because taking this one back must not take it away.
 */
export const importIncidentChanges = defineMutation({
  name: 'import.incident_changes',
  roles: ['ict'],
  args: z.object({ runId: z.nullable(idSchema), incidents: itemsSchema }),
  writes: { incident: [...groups, 'deleted'], import_run: ['undone'] },
  async run({ runId, incidents }, reads) {
    const writes: Write[] = []
    const run = runId === null ? undefined : await reads.get('import_run', runId)
    if (run && run.undoneAt !== null) writes.push(change('import_run', run, { undoneAt: null }))
    const known = await present(reads, incidents)
    for (const [i, { id, doc }] of incidents.entries()) {
      const incident = known[i]
      const { councilId, importId, followsId, outageId, escalation, ...said } = doc
      const write = incident ? changeDiffering('incident', incident, said) : create('incident', id, doc)
      if (write) writes.push(incident ? write : { ...write, set: { ...write.set, deleted: { deleted: false } } })
    }
    return writes
  },
})

/** Takes incidents of an import back. With `isLast` the import itself is marked as undone. */
export const undoImport = defineMutation({
  name: 'import.undo',
  roles: ['ict'],
  args: z.object({
    runId: idSchema,
    incidentIds: z.array(idSchema).check(z.maxLength(opLimits.rows - 1)),
    isLast: z.boolean(),
  }),
  writes: { incident: ['deleted'], import_run: ['undone'] },
  async run({ runId, incidentIds, isLast }, reads, { now }: MutationContext) {
    const writes: Write[] = []
    const incidents = await present(
      reads,
      incidentIds.map((id) => ({ id })),
    )
    for (const incident of incidents)
      if (incident?.importId === runId) writes.push(setDeleted('incident', incident, true))
    const run = isLast ? await reads.get('import_run', runId) : undefined
    if (run) writes.push(change('import_run', run, { undoneAt: now }))
    return writes
  },
})
