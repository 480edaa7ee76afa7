// What people say of an outage: its name, cause and workaround, notes, whom it hits in a council, which systems.
import * as z from 'zod/mini'
import { idSchema } from '../id-schema.ts'
import { changeDiffering, create, defineMutation, refuse, setDeleted } from '../mutation.ts'
import { affectedMarks, outageSchema, reachSchema } from '../outage.ts'
import { textSchema } from '../record.ts'
import { tell } from './story.ts'

const noSuchOutage = refuse('no_such_outage', 'This outage is not on this device any more.')

export const describeOutage = defineMutation({
  name: 'outage.describe',
  roles: ['ict'],
  args: z.object({
    outageId: idSchema,
    title: outageSchema.shape.title,
    cause: textSchema,
    workaround: textSchema,
  }),
  writes: { outage: ['about'], event: ['line'] },
  async run({ outageId, ...about }, reads, context) {
    const outage = await reads.get('outage', outageId)
    if (!outage) return noSuchOutage
    const write = changeDiffering('outage', outage, about)
    if (!write) return []
    const before = { title: outage.title, cause: outage.cause, workaround: outage.workaround }
    return [write, tell(context, outageId, { type: 'described', before, after: about })]
  },
})

/** A note for colleagues, or an update written for readers. */
export const addNote = defineMutation({
  name: 'outage.note',
  roles: ['ict'],
  args: z.object({ outageId: idSchema, text: textSchema, isForReaders: z.boolean() }),
  writes: { event: ['line'] },
  async run({ outageId, text, isForReaders }, reads, context) {
    if (!(await reads.get('outage', outageId))) return noSuchOutage
    if (text.trim() === '') return refuse('empty', 'Write what happened, then save.', 'text')
    return [tell(context, outageId, { type: isForReaders ? 'update' : 'note', text: text.trim() })]
  },
})

/** Whom it hits in one council. One row for each council; saving again replaces the people. */
export const saveReach = defineMutation({
  name: 'outage.people',
  roles: ['ict'],
  args: z.object({
    outageId: idSchema,
    councilId: idSchema,
    divisions: reachSchema.shape.divisions,
    workaround: textSchema,
  }),
  writes: { reach: ['edge', 'people', 'workaround'] },
  async run({ outageId, councilId, divisions, workaround }, reads, context) {
    const rows = await reads.where('reach', 'outageId', outageId)
    const own = rows.find((row) => row.councilId === councilId)
    if (!own) return [create('reach', context.newId(), { outageId, councilId, divisions, workaround })]
    const write = changeDiffering('reach', own, { divisions, workaround })
    return write ? [write] : []
  },
})

/** Adds a system to an outage, marks it as not affected by hand, or (mark `none`) takes the edge away. */
export const markSystem = defineMutation({
  name: 'outage.system',
  roles: ['ict'],
  args: z.object({ outageId: idSchema, systemId: idSchema, mark: z.enum([...affectedMarks, 'none']) }),
  writes: { affected: ['edge', 'mark', 'deleted'], event: ['line'] },
  async run({ outageId, systemId, mark }, reads, context) {
    const edges = await reads.where('affected', 'outageId', outageId)
    const own = edges.filter((edge) => edge.systemId === systemId)
    const line = tell(context, outageId, { type: 'systems', after: { systemId, mark } })
    if (mark === 'none') return own.length === 0 ? [] : [...own.map((edge) => setDeleted('affected', edge, true)), line]
    if (own.length === 0) return [create('affected', context.newId(), { outageId, systemId, mark }), line]
    const writes = own.flatMap((edge) => changeDiffering('affected', edge, { mark }) ?? [])
    return writes.length === 0 ? [] : [...writes, line]
  },
})
