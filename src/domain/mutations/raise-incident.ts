import * as z from 'zod/mini'
import { roles } from '../access.ts'
import { idSchema } from '../id-schema.ts'
import { incidentSchema, prioritySchema, titleSchema } from '../incident.ts'
import { stateFlags } from '../incident-words.ts'
import { create, defineMutation, refuse, setDeleted } from '../mutation.ts'
import { deletedGroup } from '../record.ts'
import { deskScope } from '../scope.ts'
import { noSuchIncident, tellIncident } from './incident-change.ts'

const { shape } = incidentSchema

/**
 * Raises an incident: a council and a title are enough. The first write is the incident. Whoever raises without saying for
 * whom asks for themselves.
 */
export const raiseIncident = defineMutation({
  name: 'incident.raise',
  roles,
  args: z.object({
    councilId: idSchema,
    title: titleSchema,
    /** As the matrix of the day gives it for impact and urgency. */
    matrixPriority: prioritySchema,
    impact: shape.impact,
    urgency: shape.urgency,
    type: z.optional(shape.type),
    text: z.optional(shape.text),
    systemId: z.optional(shape.systemId),
    category: z.optional(shape.category),
    requesterId: z.optional(shape.requesterId),
    requesterName: z.optional(shape.requesterName),
    divisionId: z.optional(shape.divisionId),
    outageId: z.optional(shape.outageId),
    followsId: z.optional(shape.followsId),
  }),
  writes: {
    incident: [
      'place',
      'origin',
      'about',
      'requester',
      'system',
      'category',
      'priority',
      'state',
      'assignment',
      'outage',
      'escalation',
      'history',
    ],
    incident_event: ['line'],
  },
  run({ councilId, title, matrixPriority, impact, urgency, ...more }, _reads, context) {
    const { now, personId } = context
    const id = context.newId()
    const isForSelf = more.requesterId === undefined && (more.requesterName ?? '') === ''
    return [
      create('incident', id, {
        councilId,
        type: more.type ?? 'incident',
        raisedAt: now,
        raisedById: personId,
        followsId: more.followsId ?? null,
        source: '',
        sourceKey: '',
        number: '',
        importId: null,
        title,
        text: more.text ?? '',
        requesterId: isForSelf ? personId : (more.requesterId ?? null),
        requesterName: more.requesterName ?? '',
        divisionId: more.divisionId ?? null,
        systemId: more.systemId ?? null,
        systemName: '',
        category: more.category ?? '',
        impact,
        urgency,
        matrixPriority,
        priority: matrixPriority,
        overrideReason: '',
        state: 'new',
        flags: stateFlags.new,
        stateAt: now,
        resolvedAt: null,
        closedAt: null,
        reopenCount: 0,
        resolution: '',
        assigneeId: null,
        assigneeName: '',
        teamId: null,
        teamName: '',
        outageId: more.outageId ?? null,
        escalation: null,
        history: [],
      }),
      tellIncident({ id, councilId }, context, { type: 'raised', after: { state: 'new', flags: stateFlags.new } }),
    ]
  },
})

/** Takes back what was raised by mistake, by whoever raised it: the server sees to that where this device cannot. */
export const withdrawIncident = defineMutation({
  name: 'incident.withdraw',
  roles,
  args: z.object({
    incidentId: idSchema,
    /** For those whose device does not hold an incident any more that is shared. */
    councilId: z.optional(idSchema),
  }),
  writes: { incident: ['deleted'] },
  async run({ incidentId, councilId }, reads, { personId }) {
    const incident = await reads.get('incident', incidentId)
    if (!incident && councilId !== undefined)
      return [{ k: 'incident', id: incidentId, s: deskScope(councilId), set: { [deletedGroup]: { deleted: true } } }]
    if (!incident) return noSuchIncident
    if (incident.raisedById !== personId)
      return refuse('not_yours', 'Only the person who raised it can take it back. Cancel it instead.')
    if (incident.state !== 'new') return refuse('begun', 'Somebody has begun on it, so it stays. Cancel it instead.')
    return [setDeleted('incident', incident, true)]
  },
})
