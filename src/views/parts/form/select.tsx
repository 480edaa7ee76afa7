import { createUniqueId, For, type JSX, Show } from 'solid-js'
import { describedBy, FieldShell, type FieldTexts } from './field-shell.tsx'

export interface Choice<V extends string = string> {
  readonly value: V
  readonly label: string
}

export interface SelectProps<V extends string> extends FieldTexts {
  readonly value: V | undefined
  readonly options: readonly Choice<V>[]
  readonly onChange: (value: V) => void
  readonly id?: string | undefined
  /** Shown while nothing is chosen: "Choose one". */
  readonly placeholder?: string | undefined
  readonly disabled?: boolean | undefined
  readonly width?: 'short' | 'medium' | 'full' | undefined
}

/** One of up to about fifteen. For more, or to find by typing, a TypeAheadList; for two to five, a ChoiceGroup. */
export function Select<V extends string>(props: SelectProps<V>): JSX.Element {
  const ownId = createUniqueId()
  const id = () => props.id ?? ownId
  const choose = (value: string) => {
    const option = props.options.find((candidate) => candidate.value === value)
    if (option) props.onChange(option.value)
  }
  return (
    <FieldShell id={id()} label={props.label} hint={props.hint} error={props.error} hideLabel={props.hideLabel}>
      <select
        class={`field__input field__input--select field__line--${props.width ?? 'full'}`}
        id={id()}
        disabled={props.disabled}
        aria-describedby={describedBy(id(), props)}
        aria-invalid={props.error ? 'true' : undefined}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <Show when={props.value === undefined || props.placeholder}>
          <option value="" selected={props.value === undefined} disabled>
            {props.placeholder ?? 'Choose one'}
          </option>
        </Show>
        <For each={props.options}>
          {(option) => (
            <option value={option.value} selected={option.value === props.value}>
              {option.label}
            </option>
          )}
        </For>
      </select>
    </FieldShell>
  )
}
