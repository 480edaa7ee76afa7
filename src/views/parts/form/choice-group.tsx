import { createUniqueId, For, type JSX, Show } from 'solid-js'
import type { Status } from '../show/status.ts'
import { StatusShape } from '../show/status-shape.tsx'
import type { FieldTexts } from './field-shell.tsx'
import { GroupShell } from './group-shell.tsx'
import './choice.css'

export interface ChoiceOption<V extends string = string> {
  readonly value: V
  readonly label: string
  readonly detail?: string | undefined
  readonly status?: Status | undefined
}

export interface ChoiceGroupProps<V extends string> extends FieldTexts {
  readonly value: V | undefined
  readonly options: readonly ChoiceOption<V>[]
  readonly onChange: (value: V) => void
  readonly id?: string | undefined
  readonly disabled?: boolean | undefined
}

/** One of two to five, all in sight: radio buttons as big as a thumb. Choosing saves nothing yet. */
export function ChoiceGroup<V extends string>(props: ChoiceGroupProps<V>): JSX.Element {
  const ownId = createUniqueId()
  const id = () => props.id ?? ownId
  return (
    <GroupShell id={id()} label={props.label} hint={props.hint} error={props.error} hideLabel={props.hideLabel}>
      <div class="choices">
        <For each={props.options}>
          {(option) => (
            <label class="choice">
              <input
                class="choice__input"
                type="radio"
                name={id()}
                value={option.value}
                checked={props.value === option.value}
                disabled={props.disabled}
                onChange={() => props.onChange(option.value)}
              />
              <ChoiceText option={option} />
            </label>
          )}
        </For>
      </div>
    </GroupShell>
  )
}

/** What both kinds of big choice say. */
export function ChoiceText(props: { readonly option: ChoiceOption }): JSX.Element {
  return (
    <>
      <Show when={props.option.status}>{(status) => <StatusShape status={status()} size={24} />}</Show>
      <span class="choice__text">
        <span class="choice__label">{props.option.label}</span>
        <Show when={props.option.detail}>
          <span class="choice__detail">{props.option.detail}</span>
        </Show>
      </span>
    </>
  )
}
