// What a list of incidents says of each, in columns: names of people and things, and the incident's own id at the end.
import { escalationWords, impactWords, incidentReference, stateWords, urgencyWords } from '../domain/incident-words.ts'
import type { Recorded } from '../domain/kinds.ts'
import { type Names, named } from './names.ts'
import type { Column } from './table.ts'

/** By id. */
export interface IncidentNames {
  readonly councils: Names
  readonly divisions: Names
  readonly systems: Names
  readonly people: Names
  readonly teams: Names
  /** Titles of outages. */
  readonly outages: Names
}

type Incident = Recorded<'incident'>

/** `minutes` is work recorded on each, by incident: on comments, and on work notes where the device holds them. */
export function incidentColumns(names: IncidentNames, minutes: ReadonlyMap<string, number>): Column<Incident>[] {
  const text = (label: string, cell: (incident: Incident) => string): Column<Incident> => ({
    label,
    type: 'text',
    cell,
  })
  const wide = (label: string, cell: (incident: Incident) => string): Column<Incident> => ({
    ...text(label, cell),
    isWide: true,
  })
  const number = (label: string, cell: (incident: Incident) => number | null): Column<Incident> => ({
    label,
    type: 'number',
    cell,
  })
  const instant = (label: string, cell: (incident: Incident) => number | null): Column<Incident> => ({
    label,
    type: 'instant',
    cell,
  })
  return [
    text('Reference', incidentReference),
    wide('Title', ({ title }) => title),
    text('Type', ({ type }) => (type === 'request' ? 'Service request' : 'Incident')),
    text('Council', ({ councilId }) => named(names.councils, councilId)),
    text('Division', ({ divisionId }) => named(names.divisions, divisionId)),
    text('Requester', ({ requesterId, requesterName }) => named(names.people, requesterId) || requesterName),
    text('System', ({ systemId, systemName }) => named(names.systems, systemId) || systemName),
    text('Category', ({ category }) => category),
    text('State', ({ state }) => stateWords[state]),
    text('Impact', ({ impact }) => impactWords[impact]),
    text('Urgency', ({ urgency }) => urgencyWords[urgency]),
    number('Priority', ({ priority }) => priority),
    number('Priority by the table', ({ matrixPriority }) => matrixPriority),
    text('Override reason', ({ overrideReason }) => overrideReason),
    text('Assignee', ({ assigneeId, assigneeName }) => named(names.people, assigneeId) || assigneeName),
    text('Team', ({ teamId, teamName }) => named(names.teams, teamId) || teamName),
    instant('Raised', ({ raisedAt }) => raisedAt),
    text('Raised by', ({ raisedById }) => named(names.people, raisedById)),
    instant('State since', ({ stateAt }) => stateAt),
    instant('Resolved', ({ resolvedAt }) => resolvedAt),
    instant('Closed', ({ closedAt }) => closedAt),
    number('Times reopened', ({ reopenCount }) => reopenCount),
    number('Minutes of work', ({ id }) => minutes.get(id) ?? 0),
    text('Because of outage', ({ outageId }) => named(names.outages, outageId)),
    text('Escalated to', ({ escalation }) => (escalation ? escalationWords[escalation.level] : '')),
    wide('Reason of escalation', ({ escalation }) => escalation?.reason ?? ''),
    wide('Resolution', ({ resolution }) => resolution),
    wide('Description', (incident) => incident.text),
    text('Id', ({ id }) => id),
  ]
}
