// What a list of incidents says of each, in columns: names of people and things, and the incident's own id at the end.
import { escalationWords, impactWords, incidentReference, stateWords, urgencyWords } from '../domain/incident-words.ts'
import type { Recorded } from '../domain/kinds.ts'
import { columnsOf } from './columns.ts'
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

const { text, wide, number, instant } = columnsOf<Incident>()

/** `minutes` is work recorded on each, by incident. */
export function incidentColumns(names: IncidentNames, minutes: ReadonlyMap<string, number>): Column<Incident>[] {
  return [
    text('Reference', 'the short name people say', incidentReference),
    wide('Title', 'what is wrong, in a line', ({ title }) => title),
    text('Type', 'incident or service request', ({ type }) => (type === 'request' ? 'Service request' : 'Incident')),
    ...whom(names),
    ...what(names),
    ...times(names),
    number('Minutes of work', 'minutes recorded on it', ({ id }) => minutes.get(id) ?? 0),
    text('Because of outage', 'the outage behind it', ({ outageId }) => named(names.outages, outageId)),
    text('Escalated to', 'how far it was escalated', ({ escalation }) =>
      escalation ? escalationWords[escalation.level] : '',
    ),
    wide('Reason of escalation', 'why it was escalated', ({ escalation }) => escalation?.reason ?? ''),
    wide('Resolution', 'what was done, or why it was cancelled', ({ resolution }) => resolution),
    wide('Description', 'what the requester wrote', (incident) => incident.text),
    text('Id', 'the same in every export', ({ id }) => id),
  ]
}

const whom = (names: IncidentNames): Column<Incident>[] => [
  text('Council', 'whose desk it is on', ({ councilId }) => named(names.councils, councilId)),
  text('Division', 'where the requester works', ({ divisionId }) => named(names.divisions, divisionId)),
  text(
    'Requester',
    'who asks',
    ({ requesterId, requesterName }) => (requesterId === null ? '' : names.people.get(requesterId)) || requesterName,
  ),
  text(
    'System',
    'what it is about',
    ({ systemId, systemName }) => (systemId === null ? '' : names.systems.get(systemId)) || systemName,
  ),
]

const what = (names: IncidentNames): Column<Incident>[] => [
  text('Category', 'what it turned out to be about', ({ category }) => category),
  text('State', 'where it stands', ({ state }) => stateWords[state]),
  text('Impact', 'whom it hits', ({ impact }) => impactWords[impact]),
  text('Urgency', 'how soon it matters', ({ urgency }) => urgencyWords[urgency]),
  number('Priority', 'as it counts; 1 is the highest', ({ priority }) => priority),
  number('Priority by the table', 'as impact and urgency gave it', ({ matrixPriority }) => matrixPriority),
  text('Override reason', 'why the two differ', ({ overrideReason }) => overrideReason),
  text(
    'Assignee',
    'who works on it',
    ({ assigneeId, assigneeName }) => (assigneeId === null ? '' : names.people.get(assigneeId)) || assigneeName,
  ),
  text(
    'Team',
    'whose work it is',
    ({ teamId, teamName }) => (teamId === null ? '' : names.teams.get(teamId)) || teamName,
  ),
]

const times = (names: IncidentNames): Column<Incident>[] => [
  instant('Raised', 'when it was raised', ({ raisedAt }) => raisedAt),
  text('Raised by', 'who wrote it down', ({ raisedById }) => named(names.people, raisedById)),
  instant('State since', 'when it came into its state', ({ stateAt }) => stateAt),
  instant('Resolved', 'empty while it is not', ({ resolvedAt }) => resolvedAt),
  instant('Closed', 'empty while it is not', ({ closedAt }) => closedAt),
  number('Times reopened', 'how often it came back', ({ reopenCount }) => reopenCount),
]

/** Work recorded on each, where something was. */
export function minutesByIncident(
  said: readonly { readonly incidentId: string; readonly minutes: number }[],
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { incidentId, minutes } of said) sums.set(incidentId, (sums.get(incidentId) ?? 0) + minutes)
  return sums
}
