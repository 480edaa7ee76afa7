import type { JSX } from 'solid-js'
import { createMemo } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import type { IncidentParts } from '../../domain/mutations/work-incident.ts'
import { useApp } from '../app/app-context.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { TypeAheadList } from '../parts/form/type-ahead-list.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { assignTo, assignToNobody, assignToTeam } from './assigning.ts'
import { type DeskNames, personName } from './incident-names.ts'
import { createWork } from './work.ts'

interface AssignSheetProps {
  readonly incident: Recorded<'incident'>
  readonly names: DeskNames
  readonly isOpen: boolean
  readonly onClose: () => void
}

interface Option {
  readonly id: string
  readonly label: string
  readonly detail?: string | undefined
  readonly group?: string | undefined
  readonly said: string
  readonly assign: NonNullable<IncidentParts['assign']>
}

/** A person or a team: the tap assigns. Oneself comes first, then teams and their people. */
export function AssignSheet(props: AssignSheetProps): JSX.Element {
  const { session } = useApp()
  const { work, problem } = createWork(() => props.incident)
  const options = createMemo(() => assignOptions(props.incident, props.names, session.userId))
  const choose = async ({ assign, said }: Option) => {
    if (await work({ assign }, said)) props.onClose()
  }
  return (
    <Sheet open={props.isOpen} title="Assign" onClose={props.onClose}>
      <div class="stack">
        <ProblemNote problem={problem()} />
        <TypeAheadList label="To whom?" options={options()} onChoose={(option) => void choose(option)} />
      </div>
    </Sheet>
  )
}

function assignOptions(
  { teamId, assigneeId, assigneeName }: Recorded<'incident'>,
  names: DeskNames,
  ownId: string,
): Option[] {
  const teams = [...names.teams.values()]
  const teamsOf = (personId: string) => teams.filter(({ personIds }) => personIds.includes(personId))
  const person = (id: string, group: string): Option => {
    const name = personName(names, id)
    const detail =
      teamsOf(id)
        .map((team) => team.name)
        .join(', ') || names.people.get(id)?.team
    return { id, label: name, detail, group, said: `Assigned to ${name}.`, assign: assignTo(id, teamId, names) }
  }
  const people = [...names.people.keys()].filter((id) => id !== ownId)
  const isInTeam = (id: string) => teamsOf(id).length > 0
  const isAssigned = teamId !== null || assigneeId !== null || assigneeName !== ''
  const nobody: Option = { id: 'nobody', label: 'Nobody', said: 'Assigned to nobody.', assign: assignToNobody }
  return [
    ...(names.people.has(ownId) && assigneeId !== ownId ? [person(ownId, 'You')] : []),
    ...teams.map(({ id, name }) => ({
      ...{ id, label: name, group: 'Teams', said: `Assigned to ${name}.` },
      assign: assignToTeam(id),
    })),
    ...people.filter(isInTeam).map((id) => person(id, 'People of the desk')),
    ...people.filter((id) => !isInTeam(id)).map((id) => person(id, 'Others')),
    ...(isAssigned ? [{ ...nobody, group: 'Or' }] : []),
  ]
}
