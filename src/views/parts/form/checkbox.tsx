import { createUniqueId, type JSX, Show } from 'solid-js'
import './choice.css'

export interface CheckboxProps {
  readonly label: JSX.Element
  readonly hint?: string | undefined
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean | undefined
  readonly id?: string | undefined
}

/** Yes or no, taking effect with the form. */
export function Checkbox(props: CheckboxProps): JSX.Element {
  const ownId = createUniqueId()
  const id = () => props.id ?? ownId
  return (
    <div class="checkbox">
      <label class="checkbox__line">
        <input
          class="checkbox__input"
          type="checkbox"
          id={id()}
          checked={props.checked}
          disabled={props.disabled}
          aria-describedby={props.hint ? `${id()}-hint` : undefined}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <span>{props.label}</span>
      </label>
      <Show when={props.hint}>
        <p class="checkbox__hint" id={`${id()}-hint`}>
          {props.hint}
        </p>
      </Show>
    </div>
  )
}
