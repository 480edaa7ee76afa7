import { Index, type JSX, Show } from 'solid-js'
import { Button } from '../parts/control/button.tsx'
import { IconButton } from '../parts/control/icon-button.tsx'
import { Field } from '../parts/form/field.tsx'
import { type SetUpDraft, setUpFieldId } from './set-up-draft.ts'
import './set-up.css'

export interface SetUpPartProps {
  readonly draft: SetUpDraft
  readonly onInput: (draft: SetUpDraft) => void
  readonly errorOf: (fieldId: string) => string | undefined
}

export function SetUpCouncils(props: SetUpPartProps): JSX.Element {
  const set = (index: number, patch: Partial<SetUpDraft['councils'][number]>) => {
    const councils = props.draft.councils.map((council, at) => (at === index ? { ...council, ...patch } : council))
    props.onInput({ ...props.draft, councils })
  }
  const add = () => props.onInput({ ...props.draft, councils: [...props.draft.councils, { name: '', shortName: '' }] })
  // The people typed for a council leave with it, so that the numbers of the others stay theirs.
  const remove = (index: number) =>
    props.onInput({
      ...props.draft,
      councils: props.draft.councils.toSpliced(index, 1),
      divisions: props.draft.divisions.map(({ name, people }) => ({ name, people: people.toSpliced(index, 1) })),
    })
  return (
    <fieldset class="stack">
      <legend class="set-up__legend">Councils</legend>
      <Index each={props.draft.councils}>
        {(council, index) => (
          <div class="set-up__row">
            <Field
              id={setUpFieldId(`councils.${index}.name`)}
              label={`Council ${index + 1}`}
              value={council().name}
              maxLength={120}
              onInput={(name) => set(index, { name })}
              error={props.errorOf(setUpFieldId(`councils.${index}.name`))}
            />
            <Field
              id={setUpFieldId(`councils.${index}.shortName`)}
              label="Short name"
              value={council().shortName}
              maxLength={120}
              onInput={(shortName) => set(index, { shortName })}
              error={props.errorOf(setUpFieldId(`councils.${index}.shortName`))}
            />
            <Show when={props.draft.councils.length > 1}>
              <IconButton icon="cross" label={`Remove council ${index + 1}`} onClick={() => remove(index)} />
            </Show>
          </div>
        )}
      </Index>
      <div>
        <Button icon="plus" onClick={add}>
          Add a council
        </Button>
      </div>
    </fieldset>
  )
}
