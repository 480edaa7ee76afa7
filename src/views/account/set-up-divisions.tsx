import { Index, type JSX } from 'solid-js'
import { Button } from '../parts/control/button.tsx'
import { IconButton } from '../parts/control/icon-button.tsx'
import { Field } from '../parts/form/field.tsx'
import type { SetUpPartProps } from './set-up-councils.tsx'
import { type SetUpDraft, setUpFieldId } from './set-up-draft.ts'
import './set-up.css'

export function SetUpDivisions(props: SetUpPartProps): JSX.Element {
  const set = (index: number, division: SetUpDraft['divisions'][number]) =>
    props.onInput({ ...props.draft, divisions: props.draft.divisions.with(index, division) })
  const add = () => props.onInput({ ...props.draft, divisions: [...props.draft.divisions, { name: '', people: [] }] })
  const remove = (index: number) =>
    props.onInput({ ...props.draft, divisions: props.draft.divisions.toSpliced(index, 1) })
  const withCount = (people: readonly string[], at: number, typed: string) =>
    props.draft.councils.map((_, council) => (council === at ? typed : (people[council] ?? '')))
  const councilName = (at: number) => {
    const council = props.draft.councils[at]
    return council?.shortName.trim() || council?.name.trim() || `Council ${at + 1}`
  }
  return (
    <fieldset class="stack">
      <legend class="set-up__legend">Divisions and their people</legend>
      <p class="muted">About right is good enough. It can all be changed later, from a date on.</p>
      <Index each={props.draft.divisions}>
        {(division, index) => (
          <div class="set-up__division">
            <div class="set-up__row">
              <Field
                id={setUpFieldId(`divisions.${index}.name`)}
                label={`Division ${index + 1}`}
                value={division().name}
                maxLength={120}
                onInput={(name) => set(index, { ...division(), name })}
                error={props.errorOf(setUpFieldId(`divisions.${index}.name`))}
              />
              <IconButton icon="cross" label={`Remove division ${index + 1}`} onClick={() => remove(index)} />
            </div>
            <div class="set-up__counts">
              <Index each={props.draft.councils}>
                {(_, at) => (
                  <Field
                    id={setUpFieldId(`divisions.${index}.people.${at}`)}
                    label={`${councilName(at)}, people`}
                    type="number"
                    value={division().people[at] ?? ''}
                    onInput={(typed) => set(index, { ...division(), people: withCount(division().people, at, typed) })}
                    error={props.errorOf(setUpFieldId(`divisions.${index}.people.${at}`))}
                  />
                )}
              </Index>
            </div>
          </div>
        )}
      </Index>
      <div>
        <Button icon="plus" onClick={add}>
          Add a division
        </Button>
      </div>
    </fieldset>
  )
}
