// Who an incident is given to. Pure.
import type { IncidentParts } from '../../domain/mutations/work-incident.ts'
import type { DeskNames } from './incident-names.ts'

type Assigned = NonNullable<IncidentParts['assign']>
type Teams = Pick<DeskNames, 'teams'>

/** To a person, in the team that has it where they are in it, else in the first that they are in. */
export function assignTo(personId: string, presentTeamId: string | null, { teams }: Teams): Assigned {
  const own = [...teams.values()].filter(({ personIds }) => personIds.includes(personId))
  const team = own.find(({ id }) => id === presentTeamId) ?? own[0]
  return { assigneeId: personId, assigneeName: '', teamId: team?.id ?? null, teamName: '' }
}

export const assignToTeam = (teamId: string): Assigned => ({
  assigneeId: null,
  assigneeName: '',
  teamId,
  teamName: '',
})

export const assignToNobody: Assigned = { assigneeId: null, assigneeName: '', teamId: null, teamName: '' }
