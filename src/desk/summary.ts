// An incident as the desk's thread holds it: what lists, searches and demand need, without its texts and its history.
import type { Searched } from '../domain/incident-match.ts'
import { incidentReference } from '../domain/incident-words.ts'
import type { Recorded } from '../domain/kinds.ts'
import type { DemandIncident } from '../metrics/demand-figures.ts'
import type { IncidentRow } from './question.ts'

type Shown = Omit<IncidentRow, 'isOpen'>

/** `text` is set by the index, which knows the names behind the ids. */
export type Summary = Omit<Searched, 'text'> & DemandIncident & Shown & { text: string }

/** Strings that many incidents share are kept once: what is read from a database comes as a copy each time. */
export function makeSummarise(): (incident: Recorded<'incident'>) => Summary {
  const pool = new Map<string, unknown>()
  const one = <T>(value: T, key = String(value)): T => {
    if (!pool.has(key)) pool.set(key, value)
    return pool.get(key) as T
  }
  const oneOrNull = (id: string | null) => (id === null ? null : one(id))
  return (incident) => ({
    id: incident.id,
    reference: incidentReference(incident),
    title: incident.title,
    councilId: one(incident.councilId),
    divisionId: oneOrNull(incident.divisionId),
    systemId: oneOrNull(incident.systemId),
    systemName: one(incident.systemName),
    category: one(incident.category),
    state: one(incident.state),
    flags: one(incident.flags, Object.values(incident.flags).join()),
    stateAt: incident.stateAt,
    priority: incident.priority,
    assigneeId: oneOrNull(incident.assigneeId),
    assigneeName: one(incident.assigneeName),
    teamId: oneOrNull(incident.teamId),
    teamName: one(incident.teamName),
    requesterId: oneOrNull(incident.requesterId),
    requesterName: one(incident.requesterName),
    raisedAt: incident.raisedAt,
    resolvedAt: incident.resolvedAt,
    closedAt: incident.closedAt,
    reopenCount: incident.reopenCount,
    escalationLevel: incident.escalation?.level ?? null,
    outageId: oneOrNull(incident.outageId),
    importId: oneOrNull(incident.importId),
    text: '',
  })
}
