// What managers say of a division's work and its cost, for one council or several at once. A later date never rewrites
// the days before it; the same date again is a correction.
import * as z from 'zod/mini'
import { assumptionSchema, hourlyRateSchema } from '../assumption.ts'
import { idSchema } from '../id-schema.ts'
import type { Recorded } from '../kinds.ts'
import { changeDiffering, create, defineMutation, setDeleted } from '../mutation.ts'
import { deletedGroup } from '../record.ts'

const councilIdsSchema = z.array(idSchema).check(z.minLength(1), z.maxLength(50))

export const setAssumption = defineMutation({
  name: 'assumption.set',
  roles: ['manager'],
  args: z.object({
    councilIds: councilIdsSchema,
    divisionId: idSchema,
    topic: assumptionSchema.shape.topic,
    systemId: assumptionSchema.shape.systemId,
    from: assumptionSchema.shape.from,
    share: assumptionSchema.shape.share,
    afterMinutes: assumptionSchema.shape.afterMinutes,
    source: assumptionSchema.shape.source,
    asOf: assumptionSchema.shape.asOf,
    note: assumptionSchema.shape.note,
  }),
  writes: { assumption: ['edge', 'value'] },
  async run({ councilIds, ...said }, reads, { newId, now, personId }) {
    const known = await reads.where('assumption', 'divisionId', said.divisionId)
    const same = (one: Recorded<'assumption'>, councilId: string) =>
      one.councilId === councilId &&
      one.topic === said.topic &&
      one.systemId === said.systemId &&
      one.from === said.from
    return councilIds.flatMap((councilId) => {
      const doc = { ...said, councilId, byId: personId, setAt: now }
      const own = known.find((one) => same(one, councilId))
      return own ? (changeDiffering('assumption', own, doc) ?? []) : [create('assumption', newId(), doc)]
    })
  },
})

export const removeAssumption = defineMutation({
  name: 'assumption.remove',
  roles: ['manager'],
  args: z.object({ id: idSchema }),
  writes: { assumption: [deletedGroup] },
  async run({ id }, reads) {
    const record = await reads.get('assumption', id)
    return record ? [setDeleted('assumption', record, true)] : []
  },
})

export const setHourlyRate = defineMutation({
  name: 'hourly_rate.set',
  roles: ['manager'],
  args: z.object({
    councilIds: councilIdsSchema,
    divisionId: idSchema,
    from: hourlyRateSchema.shape.from,
    pencePerHour: hourlyRateSchema.shape.pencePerHour,
    working: hourlyRateSchema.shape.working,
    source: hourlyRateSchema.shape.source,
    asOf: hourlyRateSchema.shape.asOf,
    note: hourlyRateSchema.shape.note,
  }),
  writes: { hourly_rate: ['edge', 'value'] },
  async run({ councilIds, ...said }, reads, { newId, now, personId }) {
    const known = await reads.where('hourly_rate', 'divisionId', said.divisionId)
    return councilIds.flatMap((councilId) => {
      const doc = { ...said, councilId, byId: personId, setAt: now }
      const own = known.find((one) => one.councilId === councilId && one.from === said.from)
      return own ? (changeDiffering('hourly_rate', own, doc) ?? []) : [create('hourly_rate', newId(), doc)]
    })
  },
})

export const removeHourlyRate = defineMutation({
  name: 'hourly_rate.remove',
  roles: ['manager'],
  args: z.object({ id: idSchema }),
  writes: { hourly_rate: [deletedGroup] },
  async run({ id }, reads) {
    const record = await reads.get('hourly_rate', id)
    return record ? [setDeleted('hourly_rate', record, true)] : []
  },
})
