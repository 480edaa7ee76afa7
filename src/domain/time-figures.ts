// What the server tells of recorded time to those who may not read the entries: sums by day. A sum over fewer than three
// people is joined to its neighbour. One record for each month and team, or month, team and council.
import * as z from 'zod/mini'
import { idSchema } from './id-schema.ts'
import { gradeSchema } from './legal-practice.ts'
import { countSchema, defineKind, localDateSchema } from './record.ts'
import { figuresScope } from './scope.ts'

/** Without a bound of their own: a sum that could not be written would keep a whole month from everybody. */
const sumSchema = z.int().check(z.minimum(0))
const monthSchema = z.string().check(z.regex(/^\d{4}-\d{2}$/))

/** Sums of entries that count. Value: units at the rate of each entry. */
const sumFields = {
  chargeableSeconds: sumSchema,
  chargeableUnits: z.number().check(z.minimum(0)),
  otherSeconds: sumSchema,
  valuePence: sumSchema,
  /** Chargeable entries that are not in the value: without a rate, or with one that fewer than three people have here. */
  unpricedCount: countSchema,
}

/** `on` to `through`, both included: one day, or several joined because one alone had fewer than three people. */
const spanFields = { on: localDateSchema, through: localDateSchema }

export const teamMonthSchema = z.object({
  teamId: idSchema,
  month: monthSchema,
  /** Days with any time, target or contract hours. */
  days: z
    .array(
      z.object({
        ...spanFields,
        ...sumFields,
        /** People with any time recorded; the largest of the days that were joined. */
        presentCount: countSchema,
        /** People in post that day and not away, whatever they recorded; the largest of the days that were joined. */
        expectedCount: countSchema,
        /** Phased target: annual hours spread over the working days of the year, less absence. */
        targetSeconds: sumSchema,
        contractSeconds: sumSchema,
      }),
    )
    .check(z.maxLength(31)),
  /** Outages of which three people or more said what they did. */
  answers: z
    .array(z.object({ outageId: idSchema, lostCount: countSchema, workedRoundCount: countSchema }))
    .check(z.maxLength(200)),
})
export type TeamMonth = z.infer<typeof teamMonthSchema>
export const teamMonthKind = defineKind(
  'team_month',
  teamMonthSchema,
  { edge: ['teamId', 'month'], sums: ['days', 'answers'] },
  (doc) => figuresScope(doc.teamId),
)

export const councilMonthSchema = z.object({
  councilId: idSchema,
  teamId: idSchema,
  month: monthSchema,
  cells: z
    .array(z.object({ ...spanFields, grades: z.array(gradeSchema).check(z.maxLength(4)), ...sumFields }))
    .check(z.maxLength(150)),
})
export type CouncilMonth = z.infer<typeof councilMonthSchema>
export const councilMonthKind = defineKind(
  'council_month',
  councilMonthSchema,
  { edge: ['councilId', 'teamId', 'month'], sums: ['cells'] },
  (doc) => figuresScope(doc.councilId),
)
