// What people say of an incident, and a council's call for more attention.
import * as z from 'zod/mini'
import { roles } from '../access.ts'
import { idSchema } from '../id-schema.ts'
import { commentSchema, escalationSchema } from '../incident.ts'
import { create, defineMutation, refuse } from '../mutation.ts'
import { changeIncident, noSuchIncident } from './incident-change.ts'

const nothingSaid = refuse('nothing_said', 'Write something, or say how long it took.', 'text')
const saidSchema = z.object({
  incidentId: idSchema,
  /** For those whose device does not have the incident itself, only what they follow. */
  councilId: idSchema,
  text: commentSchema.shape.text,
  minutes: commentSchema.shape.minutes,
})

/** Public: the requester reads it. The requester themself answers with it. */
export const addComment = defineMutation({
  name: 'incident.comment',
  roles,
  args: saidSchema,
  writes: { comment: ['line'] },
  run({ text, ...said }, _reads, { now, personId, newId }) {
    if (text.trim() === '') return refuse('nothing_said', 'Write something first.', 'text')
    return [create('comment', newId(), { ...said, text: text.trim(), at: now, byId: personId })]
  },
})

/** Among colleagues of the desk. Minutes may stand alone. */
export const addWorkNote = defineMutation({
  name: 'incident.note',
  roles: ['ict'],
  args: saidSchema,
  writes: { work_note: ['line'] },
  run({ text, ...said }, _reads, { now, personId, newId }) {
    if (text.trim() === '' && said.minutes === 0) return nothingSaid
    return [create('work_note', newId(), { ...said, text: text.trim(), at: now, byId: personId })]
  },
})

/** A council asks for more attention: a level and a reason. */
export const escalateIncident = defineMutation({
  name: 'incident.escalate',
  roles: ['client_officer', 'ict'],
  args: z.object({ incidentId: idSchema, level: escalationSchema.shape.level, reason: z.string() }),
  writes: { incident: ['escalation'], incident_event: ['line'] },
  async run({ incidentId, level, reason }, reads, context) {
    const incident = await reads.get('incident', incidentId)
    if (!incident) return noSuchIncident
    if (reason.trim() === '') return refuse('no_reason', 'Say why it needs more attention.', 'reason')
    if (reason.length > 2000) return refuse('too_long', 'Say it in 2,000 letters or fewer.', 'reason')
    if (!incident.flags.isOpen) return refuse('not_open', 'It is not open any more. Raise it again first.')
    const escalation = { level, reason: reason.trim(), at: context.now, byId: context.personId }
    return changeIncident(incident, { escalation }, context, { type: 'escalated', text: reason.trim() })
  },
})
