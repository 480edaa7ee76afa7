import type { JSX } from 'solid-js'
import { createMemo, Match, Switch } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import type { IncidentParts } from '../../domain/mutations/work-incident.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { TypeAheadList } from '../parts/form/type-ahead-list.tsx'
import { type DeskNames, namedOr, personName } from './incident-names.ts'
import { WhoChoice } from './who-choice.tsx'
import { createWork } from './work.ts'

export type ChangeName = 'assign' | 'priority' | 'system' | 'category' | 'requester' | 'division'

/** Changed by one tap, without a form. */
export const isTapped = (name: ChangeName): boolean => name === 'system' || name === 'requester' || name === 'division'

interface ChoiceSheetBodyProps {
  readonly name: ChangeName
  readonly incident: Recorded<'incident'>
  readonly names: DeskNames
  readonly onDone: () => void
}

const none = 'none'

/** Which system, who asked, of which division: the tap saves. */
export function ChoiceSheetBody(props: ChoiceSheetBodyProps): JSX.Element {
  const { work, problem } = createWork(() => props.incident)
  const save = async (parts: IncidentParts, said: string) => {
    if (await work(parts, said)) props.onDone()
  }
  const systems = createMemo(() => [
    ...[...props.names.systems.values()]
      .filter(({ retiredOn }) => retiredOn === null)
      .map(({ id, name }) => ({ id, label: name })),
    { id: none, label: 'None of these' },
  ])
  const divisions = createMemo(() => [
    ...[...props.names.divisions.values()].map(({ id, name }) => ({ id, label: name })),
    { id: none, label: 'Not said' },
  ])
  const requester = () => {
    const { requesterId, requesterName, divisionId } = props.incident
    return { requesterId, requesterName, divisionId }
  }
  const chooseSystem = (id: string) => {
    const systemId = id === none ? null : id
    void save(
      { system: { systemId, systemName: '' } },
      `System: ${namedOr(props.names.systems, systemId, 'not said')}.`,
    )
  }
  const chooseDivision = (id: string) => {
    const divisionId = id === none ? null : id
    const said = `Division: ${namedOr(props.names.divisions, divisionId, 'not said')}.`
    void save({ requester: { ...requester(), divisionId } }, said)
  }
  return (
    <div class="stack">
      <ProblemNote problem={problem()} />
      <Switch>
        <Match when={props.name === 'system'}>
          <TypeAheadList label="Which system?" options={systems()} onChoose={({ id }) => chooseSystem(id)} />
        </Match>
        <Match when={props.name === 'division'}>
          <TypeAheadList label="Which division?" options={divisions()} onChoose={({ id }) => chooseDivision(id)} />
        </Match>
        <Match when={props.name === 'requester'}>
          <WhoChoice
            label="Who asked?"
            people={props.names.people}
            onChoose={(who) => {
              const said = `Asked by ${personName(props.names, who.requesterId, who.requesterName)}.`
              void save({ requester: { ...requester(), ...who } }, said)
            }}
          />
        </Match>
      </Switch>
    </div>
  )
}
