// Recorded time: the running timer, entries, and what a person said of an outage that touched their day. Scope:
// time:{person}. No free text lies here: what was done is the narrative, in the matter's scope.
import * as z from 'zod/mini'
import { idSchema } from './id-schema.ts'
import { gradeSchema, mostMinimumUnits } from './legal-practice.ts'
import { activities, chargeabilities } from './legal-words.ts'
import { defineKind, instantSchema, localDateSchema } from './record.ts'
import { timeScope } from './scope.ts'

const personIdSchema = z.string().check(z.minLength(1), z.maxLength(64))
const ofPerson = (doc: { readonly personId: string }) => timeScope(doc.personId)

/** What the time is spent on. The council is the matter's client, so that figures need not read the matter. */
export const workFields = {
  teamId: idSchema,
  matterId: z.nullable(idSchema),
  councilId: z.nullable(idSchema),
  activity: z.enum(activities),
  chargeability: z.enum(chargeabilities),
}

/** Elapsed time is computed from `startAt`, never stored. When it stopped is told by its entries. */
export const timerSchema = z.object({
  personId: personIdSchema,
  startAt: instantSchema,
  /** The name of the device, as its person calls it. */
  startedOn: z.string().check(z.maxLength(120)),
  ...workFields,
  isStopped: z.boolean(),
})
export const timerKind = defineKind(
  'timer',
  timerSchema,
  {
    start: ['personId', 'startAt', 'startedOn'],
    work: ['teamId', 'matterId', 'councilId', 'activity', 'chargeability'],
    stop: ['isStopped'],
  },
  ofPerson,
)

/** A year: a forgotten timer can always be stopped. */
const longestSeconds = 31_622_400

export const entrySources = ['timer', 'typed', 'again', 'import'] as const

/**
 * A stretch of recorded time. Never changed: a correction is a new entry that replaces it, a deletion one with
 * `isRemoved`. Which entries count: current-entries.ts.
 */
export const entrySchema = z
  .object({
    personId: personIdSchema,
    grade: z.nullable(gradeSchema),
    ...workFields,
    /** The local date it is worked on; an entry keeps its start day over midnight. */
    workedOn: localDateSchema,
    startAt: z.nullable(instantSchema),
    endAt: z.nullable(instantSchema),
    /** The fact. Units are for billing and fixed when it is saved. */
    seconds: z.int().check(z.minimum(0), z.maximum(longestSeconds)),
    units: z.number().check(z.minimum(0)),
    unitMinutes: z.int().check(z.minimum(1), z.maximum(60)),
    /** Of the day of the work, kept as it was; null: no rate was found, so it is listed as unpriced, never as 0. */
    pencePerHour: z.nullable(z.int().check(z.minimum(0), z.maximum(10_000_000))),
    source: z.enum(entrySources),
    isEstimated: z.boolean(),
    timerId: z.nullable(idSchema),
    /** The first of its chain: itself when it corrects nothing. */
    rootId: idSchema,
    replaces: z.array(idSchema).check(z.maxLength(20)),
    isRemoved: z.boolean(),
    recordedAt: instantSchema,
  })
  // What no policy makes of so many seconds would be money for nothing, in sums that others read.
  .check(z.refine(({ units, unitMinutes, seconds }) => units <= seconds / (60 * unitMinutes) + mostMinimumUnits))
export type Entry = z.infer<typeof entrySchema>
export const entryKind = defineKind(
  'entry',
  entrySchema,
  {
    entry: [
      'personId',
      'grade',
      'teamId',
      'matterId',
      'councilId',
      'activity',
      'chargeability',
      'workedOn',
      'startAt',
      'endAt',
      'seconds',
      'units',
      'unitMinutes',
      'pencePerHour',
      'source',
      'isEstimated',
      'timerId',
      'rootId',
      'replaces',
      'isRemoved',
      'recordedAt',
    ],
  },
  ofPerson,
  { isAppendOnly: true },
)

/** What an outage did to a person's time, if they say so. */
export const outageAnswers = ['lost', 'worked_round'] as const
export const outageAnswerSchema = z.object({
  personId: personIdSchema,
  teamId: idSchema,
  outageId: idSchema,
  on: localDateSchema,
  answer: z.enum(outageAnswers),
})
export const outageAnswerKind = defineKind(
  'outage_answer',
  outageAnswerSchema,
  { edge: ['personId', 'teamId', 'outageId', 'on'], answer: ['answer'] },
  ofPerson,
)
