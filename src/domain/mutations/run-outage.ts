// What happens to an outage on its way: level and reach change, it ends, it comes back.
import * as z from 'zod/mini'
import { idSchema } from '../id-schema.ts'
import type { Recorded } from '../kinds.ts'
import { defaultLoss } from '../level.ts'
import type { MutationContext, Reads, Write } from '../mutation.ts'
import { change, create, defineMutation, refuse } from '../mutation.ts'
import type { Segment } from '../outage.ts'
import { levelSchema } from '../outage.ts'
import { instantSchema, shareSchema } from '../record.ts'
import { tell } from './story.ts'

const noSuchOutage = refuse('no_such_outage', 'This outage is not on this device any more.')

/** Ends an outage. Ending an ended one again changes nothing. */
export const endOutage = defineMutation({
  name: 'outage.end',
  roles: ['ict'],
  args: z.object({ outageId: idSchema, endAt: z.optional(instantSchema) }),
  writes: { outage: ['times'], event: ['line'] },
  async run({ outageId, endAt }, reads, context) {
    const outage = await reads.get('outage', outageId)
    if (!outage) return noSuchOutage
    if (outage.endAt !== null) return []
    const at = endAt ?? context.now
    return [
      change('outage', outage, { endAt: at }),
      tell(context, outageId, { type: 'restored', after: { endAt: at } }),
    ]
  },
})

/** It was not over: the end is taken away. */
export const reopenOutage = defineMutation({
  name: 'outage.reopen',
  roles: ['ict'],
  args: z.object({ outageId: idSchema }),
  writes: { outage: ['times'], event: ['line'] },
  async run({ outageId }, reads, context) {
    const outage = await reads.get('outage', outageId)
    if (!outage) return noSuchOutage
    if (outage.endAt === null) return []
    const before = { endAt: outage.endAt }
    return [change('outage', outage, { endAt: null }), tell(context, outageId, { type: 'reopened', before })]
  },
})

type Step = Pick<Segment, 'level' | 'loss' | 'councilIds'>

/** From `at` on the outage goes on as `step`: a segment, the first of them with one for the time before. */
async function stepFrom(
  at: number,
  outage: Recorded<'outage'>,
  step: Step,
  reads: Reads,
  context: MutationContext,
): Promise<Write[]> {
  const segments = await reads.where('segment', 'outageId', outage.id)
  const before: Step = { level: outage.level, loss: outage.loss, councilIds: outage.councilIds }
  const first =
    segments.length === 0
      ? [create('segment', context.newId(), { outageId: outage.id, fromAt: outage.startAt, ...before })]
      : []
  return [...first, create('segment', context.newId(), { outageId: outage.id, fromAt: at, ...step })]
}

/** The level has changed from a moment on; what was before stays as it was. */
export const changeLevel = defineMutation({
  name: 'outage.level',
  roles: ['ict'],
  args: z.object({
    outageId: idSchema,
    level: levelSchema,
    loss: z.optional(shareSchema),
    at: z.optional(instantSchema),
  }),
  writes: { outage: ['level'], segment: ['edge', 'span'], event: ['line'] },
  async run({ outageId, level, loss, at }, reads, context) {
    const outage = await reads.get('outage', outageId)
    if (!outage) return noSuchOutage
    const next = { level, loss: loss ?? defaultLoss[level] }
    if (next.level === outage.level && next.loss === outage.loss) return []
    const steps = await stepFrom(at ?? context.now, outage, { ...next, councilIds: outage.councilIds }, reads, context)
    const before = { level: outage.level, loss: outage.loss }
    return [change('outage', outage, next), ...steps, tell(context, outageId, { type: 'level', before, after: next })]
  },
})

/** The councils it reaches have changed: from a moment on (`at` given), or it was so from the start (no `at`). */
export const changeReach = defineMutation({
  name: 'outage.reach',
  roles: ['ict'],
  args: z.object({
    outageId: idSchema,
    councilIds: z.array(idSchema).check(z.maxLength(50)),
    at: z.optional(instantSchema),
  }),
  writes: { outage: ['reach'], segment: ['edge', 'span'], event: ['line'] },
  async run({ outageId, councilIds, at }, reads, context) {
    const outage = await reads.get('outage', outageId)
    if (!outage) return noSuchOutage
    const step = { level: outage.level, loss: outage.loss, councilIds }
    const segments = await reads.where('segment', 'outageId', outageId)
    const steps =
      at !== undefined
        ? await stepFrom(at, outage, step, reads, context)
        : segments.map((segment) => change('segment', segment, { councilIds }))
    const line = { before: { councilIds: outage.councilIds }, after: { councilIds } }
    return [change('outage', outage, { councilIds }), ...steps, tell(context, outageId, { type: 'reach', ...line })]
  },
})
