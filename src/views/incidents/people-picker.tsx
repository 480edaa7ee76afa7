import { createUniqueId, type JSX } from 'solid-js'
import { SeveralChoice } from '../parts/form/several-choice.tsx'
import { type DeskNames, personName } from './incident-names.ts'

interface PeoplePickerProps {
  readonly label: string
  readonly names: Pick<DeskNames, 'people'>
  readonly values: readonly string[]
  readonly onChange: (personIds: readonly string[]) => void
}

export function PeoplePicker(props: PeoplePickerProps): JSX.Element {
  return (
    <SeveralChoice
      id={createUniqueId()}
      label={props.label}
      addLabel="Add a person"
      question="Who?"
      values={props.values}
      nameOf={(id) => personName(props.names, id)}
      options={[...props.names.people.values()].map(({ id, name, team }) => ({ id, label: name, detail: team }))}
      onChange={props.onChange}
    />
  )
}
