import * as z from 'zod/mini'
import { idSchema } from '../id-schema.ts'
import { changeDiffering, defineMutation, refuse, setDeleted } from '../mutation.ts'
import { levelSchema } from '../outage.ts'
import { instantSchema, shareSchema, textSchema } from '../record.ts'
import { tell } from './story.ts'

/**
 * Sets right what was recorded, of any age; every figure follows. The reason and both values stay in the story. An
 * impossible order of times is warned about on the form, never refused: a flagged record counts 0.
 */
export const correctOutage = defineMutation({
  name: 'outage.correct',
  roles: ['ict'],
  args: z.object({
    outageId: idSchema,
    startAt: instantSchema,
    endAt: z.nullable(instantSchema),
    level: levelSchema,
    loss: shareSchema,
    /** The level held from start to end after all: segments go. */
    isOneLevel: z.boolean(),
    reason: textSchema,
  }),
  writes: { outage: ['times', 'level'], segment: ['deleted'], event: ['line'] },
  async run({ outageId, reason, isOneLevel, ...after }, reads, context) {
    const outage = await reads.get('outage', outageId)
    if (!outage) return refuse('no_such_outage', 'This outage is not on this device any more.')
    if (reason.trim() === '') return refuse('no_reason', 'Say why the record changes.', 'reason')
    const write = changeDiffering('outage', outage, after)
    const segments = isOneLevel ? await reads.where('segment', 'outageId', outageId) : []
    const gone = segments.map((segment) => setDeleted('segment', segment, true))
    if (!write && gone.length === 0) return refuse('no_change', 'Nothing is different from what is recorded.')
    const before = { startAt: outage.startAt, endAt: outage.endAt, level: outage.level, loss: outage.loss }
    const line = tell(context, outageId, { type: 'corrected', text: reason.trim(), before, after })
    return [...(write ? [write] : []), ...gone, line]
  },
})
