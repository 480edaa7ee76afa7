import { createUniqueId, For, type JSX, Show } from 'solid-js'
import type { FieldTexts } from './field-shell.tsx'
import { GroupShell } from './group-shell.tsx'
import './choice.css'

export interface ChipOption<V extends string = string> {
  readonly value: V
  readonly label: string
  /** A quiet number or word after it. */
  readonly detail?: string | undefined
}

export interface ChipsProps<V extends string> extends FieldTexts {
  readonly options: readonly ChipOption<V>[]
  /** The chosen ones: one element for a single choice. */
  readonly values: readonly V[]
  /** Told the new set; with `single`, one value, or none where `mayBeEmpty`. */
  readonly onChange: (values: readonly V[]) => void
  readonly single?: boolean | undefined
  /** With `single`: a second tap takes the choice back. */
  readonly mayBeEmpty?: boolean | undefined
  readonly id?: string | undefined
}

/** Small toggles: filters, "now / 5 / 15 minutes ago", who is meant. */
export function Chips<V extends string>(props: ChipsProps<V>): JSX.Element {
  const ownId = createUniqueId()
  const isOn = (value: V) => props.values.includes(value)
  const toggle = (value: V) => {
    if (!props.single) props.onChange(isOn(value) ? props.values.filter((v) => v !== value) : [...props.values, value])
    else if (!isOn(value)) props.onChange([value])
    else if (props.mayBeEmpty) props.onChange([])
  }
  return (
    <GroupShell
      id={props.id ?? ownId}
      label={props.label}
      hint={props.hint}
      error={props.error}
      hideLabel={props.hideLabel}
    >
      <div class="chips">
        <For each={props.options}>
          {(option) => (
            <button
              type="button"
              class="chip"
              aria-pressed={isOn(option.value) ? 'true' : 'false'}
              onClick={() => toggle(option.value)}
            >
              {option.label}
              <Show when={option.detail}>
                <span class="chip__detail">{option.detail}</span>
              </Show>
            </button>
          )}
        </For>
      </div>
    </GroupShell>
  )
}
