// Records from elsewhere: outages of another tool, or a whole export of Uptally.
import * as z from 'zod/mini'
import { idSchema } from '../id-schema.ts'
import { isKindName } from '../kind-names.ts'
import type { DocOf } from '../kinds.ts'
import { kindNamed } from '../kinds.ts'
import { maintenanceSchema } from '../maintenance.ts'
import type { Write } from '../mutation.ts'
import { create, defineMutation, refuse } from '../mutation.ts'
import { outageSchema } from '../outage.ts'
import { textSchema } from '../record.ts'
import { systemSchema } from '../system.ts'

const importedOutageSchema = z.object({
  id: idSchema,
  doc: outageSchema,
  /** Ids come from the file's content, so that the same file on two devices makes the same records. */
  edges: z.array(z.object({ id: idSchema, systemId: idSchema })).check(z.maxLength(100)),
  line: z.object({ id: idSchema, text: textSchema }),
})

/** Adds what is not here yet; a record that is here already stays as it is. */
export const importOutages = defineMutation({
  name: 'import.outages',
  roles: ['ict'],
  args: z.object({
    systems: z.array(z.object({ id: idSchema, doc: systemSchema })),
    outages: z.array(importedOutageSchema),
    maintenance: z.array(z.object({ id: idSchema, doc: maintenanceSchema })),
  }),
  writes: {
    system: ['about', 'service', 'retired'],
    outage: ['times', 'level', 'reach', 'about', 'origin'],
    affected: ['edge', 'mark'],
    event: ['line'],
    maintenance: ['about', 'systems', 'times', 'state', 'origin'],
  },
  async run({ systems, outages, maintenance }, reads, context) {
    const writes: Write[] = []
    for (const { id, doc } of systems) if (!(await reads.get('system', id))) writes.push(create('system', id, doc))
    for (const { id, doc } of maintenance)
      if (!(await reads.get('maintenance', id))) writes.push(create('maintenance', id, doc))
    for (const { id, doc, edges, line } of outages) {
      if (await reads.get('outage', id)) continue
      const story = { type: 'imported', at: context.now, byId: context.personId, before: {}, after: {} } as const
      writes.push(
        create('outage', id, doc),
        ...edges.map((edge) =>
          create('affected', edge.id, { outageId: id, systemId: edge.systemId, mark: 'affected' }),
        ),
        create('event', line.id, { outageId: id, text: line.text, ...story }),
      )
    }
    return writes
  },
})

/** An incident's lines. They stay when it is taken back, and an export of all holds them. */
const lineKinds: ReadonlySet<string> = new Set(['incident_event', 'comment', 'work_note'])

/**
 * Puts an export's records into an installation, under their own ids. A record that is here already stays. Lines of an
 * incident that is no more are left out: the server would refuse them, with all that goes along with them.
 */
export const importRecords = defineMutation({
  name: 'import.records',
  roles: ['admin'],
  args: z.object({
    records: z.array(z.object({ k: z.string(), id: idSchema, doc: z.record(z.string(), z.unknown()) })),
  }),
  writes: 'any',
  async run({ records }, reads) {
    const writes: Write[] = []
    const incidentIds = new Set(records.flatMap(({ k, id }) => (k === 'incident' ? id : [])))
    for (const { k, id, doc } of records) {
      const parsed = kindNamed(k)?.schema.safeParse(doc)
      if (!isKindName(k) || !parsed?.success)
        return refuse('bad_record', `The record ${id} of kind "${k}" is not readable.`)
      const { incidentId } = doc
      const isLine = lineKinds.has(k) && typeof incidentId === 'string' && !incidentIds.has(incidentId)
      if (isLine && !(await reads.get('incident', incidentId))) continue
      if (!(await reads.get(k, id))) writes.push(create(k, id, parsed.data as DocOf<typeof k>))
    }
    return writes
  },
})
