// The partnership: councils, divisions with head counts, people's names. Scope: catalogue.
import * as z from 'zod/mini'
import { idSchema } from './id-schema.ts'
import { countSchema, defineKind, localDateSchema, nameSchema } from './record.ts'
import { catalogueScope } from './scope.ts'

const inCatalogue = () => catalogueScope

export const partnershipSchema = z.object({
  name: nameSchema,
  /** Shown on every page and print while the data is the sample's. */
  isSample: z.boolean(),
  /** An interruption of people counts from this length on (IEEE 1366, Ofgem). */
  sustainedMinutes: z.number().check(z.minimum(0), z.maximum(1440)),
  /** Notice that planned work needs to be left out of availability, unless the system's agreement says otherwise. */
  noticeMinutes: z.number().check(z.minimum(0), z.maximum(525_600)),
})
export const partnershipKind = defineKind(
  'partnership',
  partnershipSchema,
  { about: ['name', 'isSample'], settings: ['sustainedMinutes', 'noticeMinutes'] },
  inCatalogue,
)

export const councilSchema = z.object({ name: nameSchema, shortName: nameSchema })
export const councilKind = defineKind('council', councilSchema, { about: ['name', 'shortName'] }, inCatalogue)

/** People at work by council from a date on; the latest entry on or before a day holds. */
const headCountSchema = z.object({ from: localDateSchema, people: z.record(z.string(), countSchema) })

export const divisionSchema = z.object({
  name: nameSchema,
  calendarId: idSchema,
  headCounts: z.array(headCountSchema).check(z.maxLength(100)),
})
export type Division = z.infer<typeof divisionSchema>
export const divisionKind = defineKind(
  'division',
  divisionSchema,
  { about: ['name', 'calendarId'], people: ['headCounts'] },
  inCatalogue,
)

/** A person's name and team, so that histories can name people. The id is the account's. */
export const personSchema = z.object({ name: nameSchema, team: z.string().check(z.maxLength(120)) })
export const personKind = defineKind('person', personSchema, { about: ['name', 'team'] }, inCatalogue)
