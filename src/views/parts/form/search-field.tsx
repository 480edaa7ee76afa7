import { createUniqueId, type JSX, Show } from 'solid-js'
import { classes } from '../classes.ts'
import { Icon } from '../control/icon.tsx'
import { IconButton } from '../control/icon-button.tsx'
import './field.css'
import './search-field.css'

export interface SearchFieldProps {
  /** What is searched: "Search the list". */
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  readonly placeholder?: string | undefined
  readonly showLabel?: boolean | undefined
}

/** Narrows what stands below as one types. */
export function SearchField(props: SearchFieldProps): JSX.Element {
  const id = createUniqueId()
  let input: HTMLInputElement | undefined
  const clear = () => {
    props.onInput('')
    input?.focus()
  }
  return (
    <search class="search-field">
      <label class={classes('field__label', !props.showLabel && 'visually-hidden')} for={id}>
        {props.label}
      </label>
      <div class="search-field__box">
        <Icon name="search" />
        <input
          class="field__input"
          id={id}
          type="text"
          inputmode="search"
          enterkeyhint="search"
          autocomplete="off"
          placeholder={props.placeholder ?? props.label}
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          ref={(element) => {
            input = element
          }}
        />
        <Show when={props.value !== ''}>
          <IconButton icon="cross" label="Clear search" onClick={clear} />
        </Show>
      </div>
    </search>
  )
}
