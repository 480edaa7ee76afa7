// What is assumed of a division's work in one council, each with a date, a source and an author, and what an hour of it
// costs. Shares are in the council's desk scope, so that ICT can work out hours; pounds are facts of their own scope.
import * as z from 'zod/mini'
import { idSchema } from './id-schema.ts'
import { defineKind, instantSchema, localDateSchema, shareSchema, textSchema } from './record.ts'
import { deskScope, factsScope } from './scope.ts'

/**
 * `reliance`: share of the work that stops without the system. `workaround`: share of that loss avoided, from
 * `afterMinutes` into the system's outage on (several without a gap are one). `present`: share of posts at work.
 * `caught_up`: share of lost work done later.
 */
export const assumptionTopics = ['reliance', 'workaround', 'present', 'caught_up'] as const
export type AssumptionTopic = (typeof assumptionTopics)[number]
export const isAboutSystem = (topic: AssumptionTopic): boolean => topic === 'reliance' || topic === 'workaround'

export const assumptionSources = ['asked', 'measured', 'assumed'] as const
export type AssumptionSource = (typeof assumptionSources)[number]

/** Where a value comes from: how it was got, when, who set it and what they noted. */
const originFields = {
  source: z.enum(assumptionSources),
  asOf: localDateSchema,
  byId: z.string().check(z.maxLength(64)),
  setAt: instantSchema,
  note: textSchema,
}

export const assumptionSchema = z
  .object({
    councilId: idSchema,
    divisionId: idSchema,
    topic: z.enum(assumptionTopics),
    /** Only for reliance and workaround; else null. */
    systemId: z.nullable(idSchema),
    /** Holds from this day on, until a later one. */
    from: localDateSchema,
    share: shareSchema,
    afterMinutes: z.int().check(z.minimum(0), z.maximum(10_080)),
    ...originFields,
  })
  .check(z.refine((doc) => isAboutSystem(doc.topic) === (doc.systemId !== null)))
export type Assumption = z.infer<typeof assumptionSchema>
export const assumptionKind = defineKind(
  'assumption',
  assumptionSchema,
  {
    edge: ['councilId', 'divisionId', 'topic', 'systemId', 'from'],
    value: ['share', 'afterMinutes', 'source', 'asOf', 'byId', 'setAt', 'note'],
  },
  (doc) => deskScope(doc.councilId),
)

const poundsSchema = z.number().check(z.minimum(0), z.maximum(10_000_000))
/** How an hourly rate was worked out; money in pounds a year, rates as shares. */
export const rateWorkingSchema = z.object({
  salary: poundsSchema,
  niThreshold: poundsSchema,
  niRate: shareSchema,
  pensionRate: shareSchema,
  overheadRate: z.number().check(z.minimum(0), z.maximum(10)),
  weeks: z.number().check(z.minimum(0), z.maximum(53)),
  hoursPerWeek: z.number().check(z.minimum(0), z.maximum(168)),
  leaveDays: z.number().check(z.minimum(0), z.maximum(365)),
  bankHolidays: z.number().check(z.minimum(0), z.maximum(365)),
  sickTrainingDays: z.number().check(z.minimum(0), z.maximum(365)),
})
export type RateWorking = z.infer<typeof rateWorkingSchema>

/** One rate for a division's mix of grades: never one person's pay. */
export const hourlyRateSchema = z.object({
  councilId: idSchema,
  divisionId: idSchema,
  from: localDateSchema,
  pencePerHour: z.int().check(z.minimum(0), z.maximum(10_000_000)),
  /** null: the rate was given, not worked out here. */
  working: z.nullable(rateWorkingSchema),
  ...originFields,
})
export type HourlyRate = z.infer<typeof hourlyRateSchema>
export const hourlyRateKind = defineKind(
  'hourly_rate',
  hourlyRateSchema,
  {
    edge: ['councilId', 'divisionId', 'from'],
    value: ['pencePerHour', 'working', 'source', 'asOf', 'byId', 'setAt', 'note'],
  },
  (doc) => factsScope(doc.councilId),
)
