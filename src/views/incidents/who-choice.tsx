import type { JSX } from 'solid-js'
import { createMemo, createSignal, Show } from 'solid-js'
import { Button } from '../parts/control/button.tsx'
import { Field } from '../parts/form/field.tsx'
import { TypeAheadList } from '../parts/form/type-ahead-list.tsx'
import type { DeskNames } from './incident-names.ts'

export interface Who {
  /** An account, or only a name. */
  readonly requesterId: string | null
  readonly requesterName: string
}

interface WhoChoiceProps {
  readonly label: string
  readonly people: DeskNames['people']
  readonly onChoose: (who: Who) => void
}

/** Somebody with an account by a tap, or anybody by name. */
export function WhoChoice(props: WhoChoiceProps): JSX.Element {
  const [name, setName] = createSignal('')
  const [isMissing, setMissing] = createSignal(false)
  const options = createMemo(() =>
    [...props.people.values()].map((person) => ({ id: person.id, label: person.name, detail: person.team })),
  )
  const takeName = () => {
    setMissing(name().trim() === '')
    if (!isMissing()) props.onChoose({ requesterId: null, requesterName: name().trim() })
  }
  return (
    <div class="stack">
      <Field
        label="A name, without an account"
        value={name()}
        onInput={setName}
        maxLength={200}
        error={isMissing() ? 'Write the name first' : undefined}
      />
      <Show when={name().trim() !== '' || isMissing()}>
        <div>
          <Button onClick={takeName}>Use this name</Button>
        </div>
      </Show>
      <TypeAheadList
        label={props.label}
        options={options()}
        onChoose={({ id }) => props.onChoose({ requesterId: id, requesterName: '' })}
        empty={() => 'Nobody with an account is called that. Write the name above.'}
      />
    </div>
  )
}
