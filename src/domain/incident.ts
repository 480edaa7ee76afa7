// An incident or service request: one editable record in its council's desk, an append-only history, what is said to its
// requester (comments) and what is said among colleagues (work notes, a scope of their own).
import * as z from 'zod/mini'
import { idSchema } from './id-schema.ts'
import { escalationLevels, impacts, incidentStates, incidentTypes, priorities, urgencies } from './incident-words.ts'
import { countSchema, defineKind, instantSchema, textSchema } from './record.ts'
import { deskScope, notesScope, userScope } from './scope.ts'

export const personIdSchema = z.string().check(z.minLength(1), z.maxLength(64))
/** A name as a file or a person gave it; empty: none. */
export const givenNameSchema = z.string().check(z.maxLength(200))
const minutesSchema = z.int().check(z.minimum(0), z.maximum(24 * 60))

export const stateSchema = z.enum(incidentStates)
export const impactSchema = z.enum(impacts)
export const urgencySchema = z.enum(urgencies)
export const prioritySchema = z.union(priorities.map((priority) => z.literal(priority)))
export const flagsSchema = z.object({ pausesClock: z.boolean(), isOpen: z.boolean(), countsAsBacklog: z.boolean() })

/** One moment of an imported history: only what changed then. Names are the file's own. */
export const historyLineSchema = z.object({
  at: instantSchema,
  by: z.optional(givenNameSchema),
  state: z.optional(stateSchema),
  priority: z.optional(prioritySchema),
  assignee: z.optional(givenNameSchema),
  team: z.optional(givenNameSchema),
  /** What the file said where it has no word of ours. */
  text: z.optional(z.string().check(z.maxLength(300))),
})
export type HistoryLine = z.infer<typeof historyLineSchema>

export const escalationSchema = z.object({
  level: z.union(escalationLevels.map((level) => z.literal(level))),
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(2000)),
  at: instantSchema,
  byId: personIdSchema,
})

export const titleSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(300))

export const incidentSchema = z.object({
  councilId: idSchema,
  type: z.enum(incidentTypes),
  raisedAt: instantSchema,
  /** Empty for imported ones. */
  raisedById: z.string().check(z.maxLength(64)),
  /** The incident that this one comes back to, raised anew. */
  followsId: z.nullable(idSchema),
  /** Where it came from when imported: source, its own key there, its number, and the import; else empty and null. */
  source: z.string().check(z.maxLength(200)),
  sourceKey: z.string().check(z.maxLength(300)),
  number: z.string().check(z.maxLength(100)),
  importId: z.nullable(idSchema),
  title: titleSchema,
  text: textSchema,
  /** Who asks: an account, or a name. */
  requesterId: z.nullable(personIdSchema),
  requesterName: givenNameSchema,
  divisionId: z.nullable(idSchema),
  /** From the catalogue, or only named. */
  systemId: z.nullable(idSchema),
  systemName: givenNameSchema,
  /** What it turned out to be about, in the desk's own words: the cause that demand is counted by. */
  category: givenNameSchema,
  impact: impactSchema,
  urgency: urgencySchema,
  /** As the matrix gave it on the day, and as it counts: they differ by an override only. */
  matrixPriority: prioritySchema,
  priority: prioritySchema,
  overrideReason: z.string().check(z.maxLength(500)),
  state: stateSchema,
  /** Of the state, as they were in force at the move. */
  flags: flagsSchema,
  stateAt: instantSchema,
  /** null while it is not resolved (a reopened one is not). */
  resolvedAt: z.nullable(instantSchema),
  closedAt: z.nullable(instantSchema),
  reopenCount: countSchema,
  /** What was done, or why it was cancelled: the requester reads it. */
  resolution: textSchema,
  assigneeId: z.nullable(personIdSchema),
  /** A name from a file; empty where there is an account. */
  assigneeName: givenNameSchema,
  teamId: z.nullable(idSchema),
  teamName: givenNameSchema,
  /** "Because of this outage." */
  outageId: z.nullable(idSchema),
  escalation: z.nullable(escalationSchema),
  /** What a file told of its life, in order; what happened here is in its events. */
  history: z.array(historyLineSchema).check(z.maxLength(500)),
})
export type Incident = z.infer<typeof incidentSchema>

export const incidentKind = defineKind(
  'incident',
  incidentSchema,
  {
    place: ['councilId'],
    origin: ['type', 'raisedAt', 'raisedById', 'followsId', 'source', 'sourceKey', 'number', 'importId'],
    about: ['title', 'text'],
    requester: ['requesterId', 'requesterName', 'divisionId'],
    system: ['systemId', 'systemName'],
    category: ['category'],
    priority: ['impact', 'urgency', 'matrixPriority', 'priority', 'overrideReason'],
    state: ['state', 'flags', 'stateAt', 'resolvedAt', 'closedAt', 'reopenCount', 'resolution'],
    assignment: ['assigneeId', 'assigneeName', 'teamId', 'teamName'],
    outage: ['outageId'],
    escalation: ['escalation'],
    history: ['history'],
  },
  (doc) => deskScope(doc.councilId),
)

export const incidentEventTypes = [
  'raised',
  'moved',
  'assigned',
  'prioritised',
  'described',
  'linked',
  'escalated',
  'undone',
] as const

/** One line of an incident's history: the fields that changed, as they were and as they are. A move carries its flags. */
export const incidentEventSchema = z.object({
  incidentId: idSchema,
  councilId: idSchema,
  type: z.enum(incidentEventTypes),
  at: instantSchema,
  byId: z.string().check(z.maxLength(64)),
  text: textSchema,
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
})
export type IncidentEvent = z.infer<typeof incidentEventSchema>
export const incidentEventKind = defineKind(
  'incident_event',
  incidentEventSchema,
  { line: ['incidentId', 'councilId', 'type', 'at', 'byId', 'text', 'before', 'after'] },
  (doc) => deskScope(doc.councilId),
  { isAppendOnly: true },
)

/** Words and minutes of work. At least one of the two is there: the mutations see to it. */
const saidFields = {
  incidentId: idSchema,
  councilId: idSchema,
  text: textSchema,
  minutes: minutesSchema,
  at: instantSchema,
  byId: personIdSchema,
}
const saidGroups = { line: ['incidentId', 'councilId', 'text', 'minutes', 'at', 'byId'] as const }

/** Said to or by the requester: they read it. */
export const commentSchema = z.object(saidFields)
export type Comment = z.infer<typeof commentSchema>
export const commentKind = defineKind('comment', commentSchema, saidGroups, (doc) => deskScope(doc.councilId), {
  isAppendOnly: true,
})

/** Said among colleagues of the desk: nobody else's device ever has it. */
export const workNoteSchema = z.object(saidFields)
export const workNoteKind = defineKind('work_note', workNoteSchema, saidGroups, (doc) => notesScope(doc.councilId), {
  isAppendOnly: true,
})

export const mostReplies = 50

/**
 * What a requester sees of an incident of theirs: written by the server alone. A row never leaves its scope, and another
 * person may become the requester: so the id is made of incident and person, and a follow row is found by `incidentId`.
 */
export const followSchema = z.object({
  personId: personIdSchema,
  incidentId: idSchema,
  councilId: idSchema,
  title: z.string(),
  text: z.string(),
  number: z.string(),
  systemId: z.nullable(idSchema),
  systemName: z.string(),
  raisedAt: instantSchema,
  state: stateSchema,
  stateAt: instantSchema,
  priority: prioritySchema,
  resolution: z.string(),
  /** The latest comments, oldest first. */
  replies: z.array(z.object({ id: idSchema, at: instantSchema, byId: z.string(), text: z.string() })),
})
export type Follow = z.infer<typeof followSchema>
export const followKind = defineKind(
  'follow',
  followSchema,
  {
    edge: ['personId', 'incidentId', 'councilId'],
    shown: [
      'title',
      'text',
      'number',
      'systemId',
      'systemName',
      'raisedAt',
      'state',
      'stateAt',
      'priority',
      'resolution',
      'replies',
    ],
  },
  (doc) => userScope(doc.personId),
)
