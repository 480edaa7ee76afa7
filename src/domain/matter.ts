// A matter, and the narratives of the time spent on it. Both are the legal team's, or, behind a wall, those people's who
// are named on it: a narrative is a record of its own and never a field of an entry.
import * as z from 'zod/mini'
import { idSchema } from './id-schema.ts'
import { gradeSchema } from './legal-practice.ts'
import { matterTypes } from './legal-words.ts'
import { defineKind, localDateSchema, textSchema } from './record.ts'
import { legalScope, matterScope } from './scope.ts'

/** Where a matter's text lives. `wallId` is the matter's own id when only named people may see it. */
const placeFields = { teamId: idSchema, wallId: z.nullable(idSchema) }
const scopeOfPlace = (place: { readonly teamId: string; readonly wallId: string | null }) =>
  place.wallId === null ? legalScope(place.teamId) : matterScope(place.wallId)

export const partyRoles = ['other_side', 'related'] as const
const partyNameSchema = z.string().check(z.trim(), z.minLength(2), z.maxLength(200))
export const matterOutcomes = ['won', 'settled_in_favour', 'settled', 'withdrawn', 'lost', 'other'] as const

export const matterSchema = z.object({
  ...placeFields,
  reference: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  type: z.enum(matterTypes),
  /** The client: a council and, where it is known, its department. */
  councilId: idSchema,
  divisionId: z.nullable(idSchema),
  leadId: z.nullable(z.string().check(z.maxLength(64))),
  gradeWanted: z.nullable(gradeSchema),
  openedOn: localDateSchema,
  closedOn: z.nullable(localDateSchema),
  estimateHours: z.nullable(z.number().check(z.minimum(0), z.maximum(100_000))),
  keyDates: z
    .array(z.object({ on: localDateSchema, what: z.string().check(z.minLength(1), z.maxLength(200)) }))
    .check(z.maxLength(50)),
  parties: z.array(z.object({ name: partyNameSchema, role: z.enum(partyRoles) })).check(z.maxLength(50)),
  outcome: z.nullable(z.enum(matterOutcomes)),
  note: textSchema,
  /** A legal hold: nothing of it goes by age. */
  isHeld: z.optional(z.boolean()),
})
export type Matter = z.infer<typeof matterSchema>
export const matterKind = defineKind(
  'matter',
  matterSchema,
  {
    place: ['teamId', 'wallId'],
    about: ['reference', 'title', 'type', 'councilId', 'divisionId'],
    allocation: ['leadId', 'gradeWanted', 'estimateHours'],
    state: ['openedOn', 'closedOn', 'outcome', 'isHeld'],
    keyDates: ['keyDates'],
    parties: ['parties'],
    note: ['note'],
  },
  scopeOfPlace,
)

export const narrativeTextSchema = z.string().check(z.maxLength(15_000))
export const narrativeSchema = z.object({
  ...placeFields,
  /** The first entry of the chain of corrections that it speaks of. */
  entryId: idSchema,
  matterId: z.nullable(idSchema),
  text: narrativeTextSchema,
})
export const narrativeKind = defineKind(
  'narrative',
  narrativeSchema,
  { place: ['teamId', 'wallId'], edge: ['entryId', 'matterId'], text: ['text'] },
  scopeOfPlace,
)
