// A legal practice: the team, its fee earners' posts and absences, and what an hour is charged at.
import * as z from 'zod/mini'
import { UNIT_ROUNDINGS } from './billing-units.ts'
import { idSchema } from './id-schema.ts'
import { grades } from './legal-words.ts'
import { defineKind, localDateSchema, nameSchema } from './record.ts'
import { catalogueScope, legalScope, timeScope } from './scope.ts'

export const gradeSchema = z.enum(grades)
const idOfPerson = z.string().check(z.minLength(1), z.maxLength(64))
const pencePerHourSchema = z.int().check(z.minimum(0), z.maximum(10_000_000))

export const mostMinimumUnits = 10

/** How recorded time becomes units, from a date on: entries saved before keep theirs. */
export const datedUnitPolicySchema = z.object({
  from: localDateSchema,
  unitMinutes: z.int().check(z.minimum(1), z.maximum(60)),
  rounding: z.enum(UNIT_ROUNDINGS),
  minimumUnits: z.int().check(z.minimum(0), z.maximum(mostMinimumUnits)),
})
export type DatedUnitPolicy = z.infer<typeof datedUnitPolicySchema>

export const teamSchema = z.object({
  name: nameSchema,
  /** The division whose outages, people and hours are this team's. */
  divisionId: idSchema,
  policies: z.array(datedUnitPolicySchema).check(z.minLength(1), z.maxLength(50)),
})
export type Team = z.infer<typeof teamSchema>
export const teamKind = defineKind(
  'team',
  teamSchema,
  { about: ['name', 'divisionId'], policies: ['policies'] },
  () => catalogueScope,
)

/**
 * A fee earner's post between two dates (`to` excluded, null while it lasts): grade, hours and target. A long absence is
 * a post with `fte` 0.
 */
export const postSchema = z.object({
  personId: idOfPerson,
  teamId: idSchema,
  grade: gradeSchema,
  from: localDateSchema,
  to: z.nullable(localDateSchema),
  fte: z.number().check(z.minimum(0), z.maximum(2)),
  /** Chargeable hours a year of a full-time post. */
  annualHours: z.number().check(z.minimum(0), z.maximum(4000)),
  /** Contract hours a week of a full-time post. */
  weeklyHours: z.number().check(z.minimum(0), z.maximum(100)),
})
export type Post = z.infer<typeof postSchema>
export const postKind = defineKind(
  'post',
  postSchema,
  { edge: ['personId', 'teamId'], terms: ['grade', 'from', 'to', 'fte', 'annualHours', 'weeklyHours'] },
  (doc) => timeScope(doc.personId),
)

export const absenceReasons = ['leave', 'sickness', 'training', 'other'] as const
export const absenceSchema = z.object({
  personId: idOfPerson,
  from: localDateSchema,
  /** Excluded. */
  to: localDateSchema,
  /** Share of each day: 0.5 is half days. */
  share: z.number().check(z.minimum(0), z.maximum(1)),
  reason: z.enum(absenceReasons),
})
export type Absence = z.infer<typeof absenceSchema>
export const absenceKind = defineKind(
  'absence',
  absenceSchema,
  { who: ['personId'], when: ['from', 'to', 'share', 'reason'] },
  (doc) => timeScope(doc.personId),
)

/** What an hour is charged at: the names it carries say for which work (charge-rate lookup has the order). `to` is excluded. */
export const chargeRateSchema = z.object({
  teamId: idSchema,
  from: localDateSchema,
  to: z.nullable(localDateSchema),
  pencePerHour: pencePerHourSchema,
  matterId: z.nullable(idSchema),
  /** The client. */
  councilId: z.nullable(idSchema),
  personId: z.nullable(idOfPerson),
  grade: z.nullable(gradeSchema),
})
export type ChargeRate = z.infer<typeof chargeRateSchema>
export const chargeRateKind = defineKind(
  'charge_rate',
  chargeRateSchema,
  {
    edge: ['teamId', 'matterId', 'councilId', 'personId', 'grade'],
    value: ['from', 'to', 'pencePerHour'],
  },
  (doc) => legalScope(doc.teamId),
)
