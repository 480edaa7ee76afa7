import { createSignal, createUniqueId, For, type JSX } from 'solid-js'
import { Button } from '../parts/control/button.tsx'
import { GroupShell } from '../parts/form/group-shell.tsx'
import { TypeAheadList } from '../parts/form/type-ahead-list.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { type DeskNames, personName } from './incident-names.ts'

interface PeoplePickerProps {
  readonly label: string
  readonly names: Pick<DeskNames, 'people'>
  readonly values: readonly string[]
  readonly onChange: (personIds: readonly string[]) => void
}

/** Several people: those chosen, each to be removed, and one more to be added. */
export function PeoplePicker(props: PeoplePickerProps): JSX.Element {
  const id = createUniqueId()
  const [isAdding, setAdding] = createSignal(false)
  const options = () =>
    [...props.names.people.values()]
      .filter((person) => !props.values.includes(person.id))
      .map((person) => ({ id: person.id, label: person.name, detail: person.team }))
  return (
    <GroupShell id={id} label={props.label} hint={undefined} error={undefined} hideLabel={undefined}>
      <div class="stack stack--tight">
        <RowList label={props.label}>
          <For each={props.values}>
            {(personId) => (
              <Row
                title={personName(props.names, personId)}
                aside={
                  <Button
                    kind="quiet"
                    aria-label={`Remove ${personName(props.names, personId)}`}
                    onClick={() => props.onChange(props.values.filter((value) => value !== personId))}
                  >
                    Remove
                  </Button>
                }
              />
            )}
          </For>
        </RowList>
        <div>
          <Button icon="plus" onClick={() => setAdding(true)}>
            Add a person
          </Button>
        </div>
      </div>
      <Sheet open={isAdding()} title="Add a person" onClose={() => setAdding(false)}>
        <TypeAheadList
          label="Who?"
          options={options()}
          onChoose={(option) => {
            setAdding(false)
            props.onChange([...props.values, option.id])
          }}
        />
      </Sheet>
    </GroupShell>
  )
}
