// An outage: one record, edges to the systems it hit, its reach per council, segments once its level or reach has
// changed on the way, and an append-only story.
import * as z from 'zod/mini'
import { idSchema } from './id-schema.ts'
import { levels } from './level.ts'
import { countSchema, defineKind, instantSchema, shareSchema, textSchema } from './record.ts'
import { deskScope, sharedDeskScope, sharedNotesScope } from './scope.ts'

const onSharedDesk = () => sharedDeskScope

export const levelSchema = z.enum(levels)

const councilIdsSchema = z.array(idSchema).check(z.maxLength(50))

export const outageSchema = z.object({
  startAt: instantSchema,
  /** null while it is open. May precede the start in imported records: kept, flagged, counts 0. */
  endAt: z.nullable(instantSchema),
  level: levelSchema,
  loss: shareSchema,
  /** The councils it reaches; empty means all of them. */
  councilIds: councilIdsSchema,
  title: z.string().check(z.maxLength(200)),
  cause: textSchema,
  workaround: textSchema,
  reportedAt: instantSchema,
  reportedById: z.string().check(z.maxLength(64)),
  /** Where it came from when imported: source and the source's own key; else both empty. */
  source: z.string().check(z.maxLength(200)),
  sourceKey: z.string().check(z.maxLength(300)),
})
export type Outage = z.infer<typeof outageSchema>
export const outageKind = defineKind(
  'outage',
  outageSchema,
  {
    times: ['startAt', 'endAt'],
    level: ['level', 'loss'],
    reach: ['councilIds'],
    about: ['title', 'cause', 'workaround'],
    origin: ['reportedAt', 'reportedById', 'source', 'sourceKey'],
  },
  onSharedDesk,
)

/** Edge outage - system. `not_affected` is a hand mark: the system stays up whatever the graph says. */
export const affectedMarks = ['affected', 'not_affected'] as const
export const affectedSchema = z.object({ outageId: idSchema, systemId: idSchema, mark: z.enum(affectedMarks) })
export const affectedKind = defineKind(
  'affected',
  affectedSchema,
  { edge: ['outageId', 'systemId'], mark: ['mark'] },
  onSharedDesk,
)

/**
 * From `fromAt` on, the outage has this level and reach. Rows exist only once one of the two has changed on the way; the
 * first one speaks from the outage's start, each until the next, the last until the end. So no two can overlap, and
 * correcting the outage's times moves them along: see outage-spans.ts.
 */
export const segmentSchema = z.object({
  outageId: idSchema,
  fromAt: instantSchema,
  level: levelSchema,
  loss: shareSchema,
  councilIds: councilIdsSchema,
})
export type Segment = z.infer<typeof segmentSchema>
export const segmentKind = defineKind(
  'segment',
  segmentSchema,
  { edge: ['outageId'], span: ['fromAt', 'level', 'loss', 'councilIds'] },
  onSharedDesk,
)

/** Whom an outage hits in one council: people by division. An empty list means everyone there. */
export const reachSchema = z.object({
  outageId: idSchema,
  councilId: idSchema,
  divisions: z.array(z.object({ divisionId: idSchema, people: countSchema })).check(z.maxLength(100)),
  workaround: textSchema,
})
export type Reach = z.infer<typeof reachSchema>
export const reachKind = defineKind(
  'reach',
  reachSchema,
  { edge: ['outageId', 'councilId'], people: ['divisions'], workaround: ['workaround'] },
  (doc) => deskScope(doc.councilId),
)

/**
 * One line of an outage's story. `update` is written for readers, `note` for colleagues, in a scope of their own;
 * `before`/`after` hold the fields of a change.
 */
export const eventTypes = [
  'reported',
  'reported_again',
  'restored',
  'reopened',
  'level',
  'reach',
  'systems',
  'described',
  'corrected',
  'note',
  'update',
  'imported',
] as const
export const eventSchema = z.object({
  outageId: idSchema,
  type: z.enum(eventTypes),
  at: instantSchema,
  byId: z.string().check(z.maxLength(64)),
  text: textSchema,
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
})
export type OutageEvent = z.infer<typeof eventSchema>
export const eventKind = defineKind(
  'event',
  eventSchema,
  { line: ['outageId', 'type', 'at', 'byId', 'text', 'before', 'after'] },
  (doc) => (doc.type === 'note' ? sharedNotesScope : sharedDeskScope),
  { isAppendOnly: true },
)
