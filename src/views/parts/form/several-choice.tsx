import type { JSX } from 'solid-js'
import { createSignal, For } from 'solid-js'
import { Button } from '../control/button.tsx'
import { Sheet } from '../notice/sheet.tsx'
import { Row } from '../show/row.tsx'
import { RowList } from '../show/row-list.tsx'
import { GroupShell } from './group-shell.tsx'
import { TypeAheadList } from './type-ahead-list.tsx'

interface SeveralChoiceProps {
  readonly id: string
  readonly label: string
  /** "Add a person": on the button and over the list that it opens. */
  readonly addLabel: string
  /** "Who?": over the search in that list. */
  readonly question: string
  readonly values: readonly string[]
  readonly nameOf: (id: string) => string
  /** Those chosen already are left out here. */
  readonly options: readonly { readonly id: string; readonly label: string; readonly detail?: string }[]
  readonly onChange: (ids: readonly string[]) => void
  readonly error?: string | undefined
}

/** Several things: those chosen, each to be removed, and one more to be added. */
export function SeveralChoice(props: SeveralChoiceProps): JSX.Element {
  const [isAdding, setAdding] = createSignal(false)
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
                title={props.nameOf(id)}
                aside={
                  <Button
                    kind="quiet"
                    aria-label={`Remove ${props.nameOf(id)}`}
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
            {props.addLabel}
          </Button>
        </div>
      </div>
      <Sheet open={isAdding()} title={props.addLabel} onClose={() => setAdding(false)}>
        <TypeAheadList
          label={props.question}
          options={props.options.filter(({ id }) => !props.values.includes(id))}
          onChoose={(option) => add(option.id)}
        />
      </Sheet>
    </GroupShell>
  )
}
