import { For, type JSX } from 'solid-js'
import { type ChoiceOption, ChoiceText } from './choice-group.tsx'
import './choice.css'

export interface ChoiceButtonsProps<V extends string> {
  /** The question, heard by screen readers. */
  readonly label: string
  readonly options: readonly ChoiceOption<V>[]
  readonly onChoose: (value: V) => void
  readonly disabled?: boolean | undefined
}

/** One of a few where the tap is the act: choosing saves. Offer Undo. */
export function ChoiceButtons<V extends string>(props: ChoiceButtonsProps<V>): JSX.Element {
  return (
    <fieldset class="choices" aria-label={props.label}>
      <For each={props.options}>
        {(option) => (
          <button
            type="button"
            class="choice choice--act"
            aria-label={option.label}
            aria-description={option.detail}
            disabled={props.disabled}
            onClick={() => props.onChoose(option.value)}
          >
            <ChoiceText option={option} />
          </button>
        )}
      </For>
    </fieldset>
  )
}
