// Every change of an incident goes with a line of its history that holds what was and what is.
import type { Incident, IncidentEvent } from '../incident.ts'
import type { IncidentState } from '../incident-words.ts'
import { stateFlags } from '../incident-words.ts'
import type { Recorded } from '../kinds.ts'
import { sameValue } from '../merge.ts'
import type { MutationContext, Write } from '../mutation.ts'
import { changeDiffering, create, refuse } from '../mutation.ts'

export type IncidentPatch = Partial<Incident>

/** What `changeIncident` may touch: for the `writes` of its mutations. */
export const incidentWrites = {
  incident: ['about', 'requester', 'system', 'category', 'priority', 'state', 'assignment', 'outage', 'escalation'],
  incident_event: ['line'],
} as const

export const noSuchIncident = refuse('no_such_incident', 'This incident is not on this device any more.')

/** The change and its line; nothing where nothing differs. Only groups that differ are written. */
export function changeIncident(
  incident: Recorded<'incident'>,
  patch: IncidentPatch,
  context: MutationContext,
  line: { readonly type: IncidentEvent['type']; readonly text?: string },
): Write[] {
  const write = changeDiffering('incident', incident, patch)
  if (!write) return []
  const fields = Object.keys(patch) as (keyof Incident)[]
  const isMove = patch.state !== undefined && patch.state !== incident.state
  // Flags go with every move: what they meant on the day must not be looked up in a later table.
  const differing = fields.filter((field) => !sameValue(incident[field], patch[field]) || (isMove && field === 'flags'))
  const pick = (doc: IncidentPatch) => Object.fromEntries(differing.map((field) => [field, doc[field]]))
  return [write, tellIncident(incident, context, { ...line, before: pick(incident), after: pick(patch) })]
}

interface Line {
  readonly type: IncidentEvent['type']
  readonly text?: string
  readonly before?: IncidentEvent['before']
  readonly after?: IncidentEvent['after']
}

export const tellIncident = (
  { id, councilId }: { readonly id: string; readonly councilId: string },
  context: MutationContext,
  { type, text = '', before = {}, after = {} }: Line,
): Write =>
  create('incident_event', context.newId(), {
    incidentId: id,
    councilId,
    type,
    at: context.now,
    byId: context.personId,
    text,
    before,
    after,
  })

/** The fields of a move. A reopened incident is not resolved; `resolution` is kept until it is written anew. */
export function moved(incident: Incident, state: IncidentState, now: number, resolution?: string): IncidentPatch {
  return {
    state,
    flags: stateFlags[state],
    stateAt: now,
    resolvedAt: resolvedAt(incident, state, now),
    closedAt: state === 'closed' || state === 'cancelled' ? now : null,
    reopenCount: incident.reopenCount + (state === 'reopened' ? 1 : 0),
    resolution: resolution ?? incident.resolution,
  }
}

function resolvedAt(incident: Incident, state: IncidentState, now: number): number | null {
  if (state === 'resolved') return now
  return state === 'closed' ? incident.resolvedAt : null
}
