import * as z from 'zod/mini'
import { idSchema } from '../id-schema.ts'
import { defaultLoss } from '../level.ts'
import { create, defineMutation, refuse, setDeleted } from '../mutation.ts'
import { levelSchema } from '../outage.ts'
import { instantSchema, textSchema } from '../record.ts'
import { tell } from './story.ts'

const noSuchOutage = refuse('no_such_outage', 'This outage is not on this device any more.')

/** Starts a record: system and level are enough, everything else can follow. The first write is the outage. */
export const reportOutage = defineMutation({
  name: 'outage.report',
  roles: ['ict'],
  args: z.object({
    systemIds: z.array(idSchema).check(z.minLength(1), z.maxLength(100)),
    level: levelSchema,
    /** Now when not given. */
    startAt: z.optional(instantSchema),
    endAt: z.optional(instantSchema),
  }),
  writes: { outage: ['times', 'level', 'reach', 'about', 'origin'], affected: ['edge', 'mark'], event: ['line'] },
  run({ systemIds, level, startAt, endAt }, _reads, context) {
    const id = context.newId()
    return [
      create('outage', id, {
        startAt: startAt ?? context.now,
        endAt: endAt ?? null,
        level,
        loss: defaultLoss[level],
        councilIds: [],
        title: '',
        cause: '',
        workaround: '',
        reportedAt: context.now,
        reportedById: context.personId,
        source: '',
        sourceKey: '',
      }),
      ...systemIds.map((systemId) => create('affected', context.newId(), { outageId: id, systemId, mark: 'affected' })),
      tell(context, id, { type: 'reported', after: { level } }),
    ]
  },
})

/** Takes back a report made by mistake: the outage and its edges are deleted, and can be restored. */
export const withdrawOutage = defineMutation({
  name: 'outage.withdraw',
  roles: ['ict'],
  args: z.object({ outageId: idSchema }),
  writes: { outage: ['deleted'], affected: ['deleted'] },
  async run({ outageId }, reads) {
    const outage = await reads.get('outage', outageId)
    if (!outage) return noSuchOutage
    const edges = await reads.where('affected', 'outageId', outageId)
    return [setDeleted('outage', outage, true), ...edges.map((edge) => setDeleted('affected', edge, true))]
  },
})

/** A second report of an outage that is already recorded: a line in its story, no second outage. */
export const reportAgain = defineMutation({
  name: 'outage.report_again',
  roles: ['ict'],
  args: z.object({ outageId: idSchema, text: z.optional(textSchema) }),
  writes: { event: ['line'] },
  async run({ outageId, text }, reads, context) {
    if (!(await reads.get('outage', outageId))) return noSuchOutage
    return [tell(context, outageId, { type: 'reported_again', text: text ?? '' })]
  },
})
