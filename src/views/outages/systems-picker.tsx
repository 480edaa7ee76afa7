import type { JSX } from 'solid-js'
import { createSignal, For } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { Button } from '../parts/control/button.tsx'
import { GroupShell } from '../parts/form/group-shell.tsx'
import { TypeAheadList } from '../parts/form/type-ahead-list.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'

interface SystemsPickerProps {
  readonly id: string
  readonly label: string
  readonly systems: ReadonlyMap<string, Recorded<'system'>>
  readonly values: readonly string[]
  readonly onChange: (systemIds: readonly string[]) => void
  readonly error?: string | undefined
}

/** Several systems: those chosen, each to be removed, and one more to be added. */
export function SystemsPicker(props: SystemsPickerProps): JSX.Element {
  const [isAdding, setAdding] = createSignal(false)
  const nameOf = (id: string) => props.systems.get(id)?.name ?? 'A system that is gone'
  const options = () =>
    [...props.systems.values()]
      .filter((system) => system.retiredOn === null && !props.values.includes(system.id))
      .map(({ id, name }) => ({ id, label: name }))
  const add = (id: string) => {
    setAdding(false)
    props.onChange([...props.values, id])
  }
  return (
    <GroupShell id={props.id} label={props.label} error={props.error} hint={undefined} hideLabel={undefined}>
      <div class="stack stack--tight">
        <RowList label={props.label}>
          <For each={props.values}>
            {(id) => (
              <Row
                title={nameOf(id)}
                aside={
                  <Button
                    kind="quiet"
                    aria-label={`Remove ${nameOf(id)}`}
                    onClick={() => props.onChange(props.values.filter((value) => value !== id))}
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
            Add a system
          </Button>
        </div>
      </div>
      <Sheet open={isAdding()} title="Add a system" onClose={() => setAdding(false)}>
        <TypeAheadList label="Which system?" options={options()} onChoose={(option) => add(option.id)} />
      </Sheet>
    </GroupShell>
  )
}
