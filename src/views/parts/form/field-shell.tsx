// What stands around every control: its label, hint and error, tied to it by id.
import { type JSX, Show } from 'solid-js'
import './field.css'

export interface FieldTexts {
  readonly label: string
  readonly hint?: string | undefined
  /** What is wrong and what to do, in the words of the error summary too. */
  readonly error?: string | undefined
  /** For a control whose meaning is plain from where it stands. Screen readers still hear it. */
  readonly hideLabel?: boolean | undefined
}

interface FieldShellProps extends FieldTexts {
  readonly id: string
  readonly children: JSX.Element
}

/** The ids that a control must name in aria-describedby, or undefined when nothing describes it. */
export function describedBy(id: string, texts: FieldTexts): string | undefined {
  const ids = [texts.hint && `${id}-hint`, texts.error && `${id}-error`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

export function FieldShell(props: FieldShellProps): JSX.Element {
  return (
    <div class="field" classList={{ 'field--error': Boolean(props.error) }}>
      <label class="field__label" classList={{ 'visually-hidden': props.hideLabel === true }} for={props.id}>
        {props.label}
      </label>
      <Show when={props.hint}>
        <p class="field__hint" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      </Show>
      <Show when={props.error}>
        <p class="field__error" id={`${props.id}-error`}>
          <span class="visually-hidden">Error: </span>
          {props.error}
        </p>
      </Show>
      {props.children}
    </div>
  )
}
