// What the desk does with an incident, one at a time or many at once. Each change has its own line in the history.
import * as z from 'zod/mini'
import { idSchema } from '../id-schema.ts'
import { incidentSchema, stateSchema } from '../incident.ts'
import { mayMove, reopenDays, stateWords } from '../incident-words.ts'
import type { Recorded } from '../kinds.ts'
import { sameValue } from '../merge.ts'
import type { MutationContext, Outcome, Reads, Refusal, Write } from '../mutation.ts'
import { defineMutation, isRefusal, refuse } from '../mutation.ts'
import type { IncidentPatch } from './incident-change.ts'
import { changeIncident, incidentWrites, moved, noSuchIncident } from './incident-change.ts'

const { shape } = incidentSchema
const dayMs = 86_400_000

/** How many incidents one op may change: each takes two rows, and 64 KB hold so many. */
export const mostAtOnce = 60

/** Each part is optional; the fields of one part belong together. */
export const incidentPartsSchema = z.object({
  move: z.optional(z.object({ state: stateSchema, resolution: z.optional(shape.resolution) })),
  assign: z.optional(
    z.object({
      assigneeId: shape.assigneeId,
      teamId: shape.teamId,
      assigneeName: shape.assigneeName,
      teamName: shape.teamName,
    }),
  ),
  prioritise: z.optional(
    z.object({
      impact: shape.impact,
      urgency: shape.urgency,
      matrixPriority: shape.matrixPriority,
      priority: shape.priority,
      overrideReason: shape.overrideReason,
    }),
  ),
  describe: z.optional(z.object({ title: shape.title, text: shape.text })),
  requester: z.optional(
    z.object({ requesterId: shape.requesterId, requesterName: shape.requesterName, divisionId: shape.divisionId }),
  ),
  system: z.optional(z.object({ systemId: shape.systemId, systemName: shape.systemName })),
  categorise: z.optional(z.object({ category: shape.category })),
  link: z.optional(z.object({ outageId: shape.outageId })),
})
export type IncidentParts = z.infer<typeof incidentPartsSchema>

/** One incident's changes. */
export const workOnIncident = defineMutation({
  name: 'incident.work',
  roles: ['ict'],
  args: z.object({ incidentId: idSchema, parts: incidentPartsSchema }),
  writes: incidentWrites,
  async run({ incidentId, parts }, reads, context) {
    const incident = await reads.get('incident', incidentId)
    if (!incident) return noSuchIncident
    return changeParts(incident, parts, context)
  },
})

/** The same changes to many. An incident that may not be changed so is left as it is: `bulkRefusals` said so before. */
export const workOnIncidents = defineMutation({
  name: 'incident.work_many',
  roles: ['ict'],
  args: z.object({
    incidentIds: z.array(idSchema).check(z.minLength(1), z.maxLength(mostAtOnce)),
    parts: incidentPartsSchema,
  }),
  writes: incidentWrites,
  async run({ incidentIds, parts }, reads, context) {
    const writes: Write[] = []
    for (const id of incidentIds) {
      const incident = await reads.get('incident', id)
      const outcome = incident ? changeParts(incident, parts, context) : []
      if (!isRefusal(outcome)) writes.push(...outcome)
    }
    return writes
  },
})

/** Why these parts cannot be set on this incident; undefined when they can. */
export function refusalOf(incident: Recorded<'incident'>, parts: IncidentParts, now: number): Refusal | undefined {
  const { move, prioritise, describe } = parts
  if (prioritise && prioritise.priority !== prioritise.matrixPriority && prioritise.overrideReason.trim() === '')
    return refuse('no_reason', 'Say why the priority is another than impact and urgency give.', 'overrideReason')
  if (describe && describe.title.trim() === '') return refuse('no_title', 'Say in a few words what is wrong.', 'title')
  if (!move || move.state === incident.state) return undefined
  if (!mayMove(incident.state, move.state))
    return refuse('no_such_move', `${stateWords[incident.state]} cannot become ${stateWords[move.state]}.`, 'state')
  if (move.state === 'resolved' && (move.resolution ?? incident.resolution).trim() === '')
    return refuse('no_resolution', 'Say what was done: the requester reads it.', 'resolution')
  if (move.state === 'reopened' && now - incident.stateAt > reopenDays * dayMs)
    return refuse('too_late', `It ended more than ${reopenDays} days ago. Raise a new one that follows it.`, 'state')
  return undefined
}

function changeParts(
  incident: Recorded<'incident'>,
  parts: IncidentParts,
  context: MutationContext,
): Write[] | Refusal {
  const refusal = refusalOf(incident, parts, context.now)
  if (refusal) return refusal
  const { move, assign, prioritise, describe, requester, system, categorise, link } = parts
  const patch: IncidentPatch = {
    ...(move && move.state !== incident.state ? moved(incident, move.state, context.now, move.resolution) : {}),
    // Whoever is given a new incident has it assigned.
    ...(!move && assign && incident.state === 'new' && (assign.assigneeId || assign.teamId)
      ? moved(incident, 'assigned', context.now)
      : {}),
    ...assign,
    ...prioritise,
    ...describe,
    ...requester,
    ...system,
    ...categorise,
    ...link,
  }
  return changeIncident(incident, patch, context, { type: typeOf(parts) })
}

function typeOf({ move, assign, prioritise, link }: IncidentParts) {
  if (move) return 'moved'
  if (assign) return 'assigned'
  if (prioritise) return 'prioritised'
  return link ? 'linked' : 'described'
}

/** Takes changes back, where nobody has changed the same since: the others stay and are not counted. */
export const undoIncidentChanges = defineMutation({
  name: 'incident.undo',
  roles: ['ict'],
  args: z.object({ eventIds: z.array(idSchema).check(z.minLength(1), z.maxLength(mostAtOnce)) }),
  writes: incidentWrites,
  async run({ eventIds }, reads, context): Promise<Outcome> {
    const writes: Write[] = []
    for (const id of eventIds) writes.push(...(await undoOne(id, reads, context)))
    return writes
  },
})

async function undoOne(eventId: string, reads: Reads, context: MutationContext): Promise<Write[]> {
  const event = await reads.get('incident_event', eventId)
  const incident = event && (await reads.get('incident', event.incidentId))
  if (!event || !incident) return []
  const isUntouched = Object.entries(event.after).every(([field, value]) =>
    sameValue(incident[field as keyof typeof incident], value),
  )
  if (!isUntouched) return []
  return changeIncident(incident, event.before as IncidentPatch, context, { type: 'undone' })
}
