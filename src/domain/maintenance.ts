// Planned work, announced before it starts. Whether it is left out of a figure is decided by metrics, from these times.
import * as z from 'zod/mini'
import { idSchema } from './id-schema.ts'
import { defineKind, instantSchema, nameSchema, textSchema } from './record.ts'
import { sharedDeskScope } from './scope.ts'

export const maintenanceSchema = z.object({
  title: nameSchema,
  text: textSchema,
  systemIds: z.array(idSchema).check(z.minLength(1), z.maxLength(200)),
  /** When the window in its present form was made known. */
  announcedAt: instantSchema,
  startAt: instantSchema,
  endAt: instantSchema,
  cancelledAt: z.nullable(instantSchema),
  source: z.string().check(z.maxLength(200)),
  sourceKey: z.string().check(z.maxLength(300)),
})
export type Maintenance = z.infer<typeof maintenanceSchema>
export const maintenanceKind = defineKind(
  'maintenance',
  maintenanceSchema,
  {
    about: ['title', 'text'],
    systems: ['systemIds'],
    times: ['announcedAt', 'startAt', 'endAt'],
    state: ['cancelledAt'],
    origin: ['source', 'sourceKey'],
  },
  () => sharedDeskScope,
)
