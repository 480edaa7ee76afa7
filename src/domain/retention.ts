// For how long words are kept: what an administrator sets. Figures stay whatever is set.
import * as z from 'zod/mini'

/** Whoever writes of a closed incident within the time that devices may send again is not cut short. */
export const leastMonths = 3
const monthsSchema = z.nullable(z.int().check(z.minimum(leastMonths), z.maximum(1200)))

/** null, or no line: for good. */
export const retentionSchema = z.object({
  /** Words of incidents, counted from the end of each. */
  incidentMonths: monthsSchema,
  /** By type of matter: words of what was done, counted from the day that the matter was closed. */
  narrativeYears: z.record(z.string(), z.int().check(z.minimum(1), z.maximum(100))),
  /** Lines of the audit trail. */
  actMonths: monthsSchema,
  /** Sessions that have ended, and invitations whose time has passed. */
  sessionMonths: monthsSchema,
})
export type Retention = z.infer<typeof retentionSchema>

export const keepsAll: Retention = { incidentMonths: null, narrativeYears: {}, actMonths: null, sessionMonths: null }

/** What stands where a text was that a record cannot be without. */
export const noLongerKept = 'No longer kept'
