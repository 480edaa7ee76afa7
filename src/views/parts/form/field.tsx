import { createUniqueId, type JSX, Show } from 'solid-js'
import { describedBy, FieldShell, type FieldTexts } from './field-shell.tsx'

type FieldType = 'text' | 'number' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'date' | 'time'

export interface FieldProps extends FieldTexts {
  readonly value: string
  readonly onInput: (value: string) => void
  /** 'number' is a text field with the digit keys: browsers mangle type=number. */
  readonly type?: FieldType | undefined
  /** Give one where an error summary links here. */
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly autocomplete?: string | undefined
  readonly placeholder?: string | undefined
  readonly maxLength?: number | undefined
  readonly disabled?: boolean | undefined
  /** A unit after the control: "minutes", "%". */
  readonly suffix?: string | undefined
  /** A unit before it: "£". */
  readonly prefix?: string | undefined
  /** How long the answer is likely to be. */
  readonly width?: 'short' | 'medium' | 'full' | undefined
  readonly onBlur?: (() => void) | undefined
  readonly ref?: ((element: HTMLInputElement) => void) | undefined
}

/** One line of typed text. Always sends what was typed as text; the caller reads it. */
export function Field(props: FieldProps): JSX.Element {
  const ownId = createUniqueId()
  const id = () => props.id ?? ownId
  const isNumber = () => props.type === 'number'
  return (
    <FieldShell id={id()} label={props.label} hint={props.hint} error={props.error} hideLabel={props.hideLabel}>
      <div class={`field__line field__line--${props.width ?? 'full'}`}>
        <Show when={props.prefix}>
          <span class="field__unit" aria-hidden="true">
            {props.prefix}
          </span>
        </Show>
        <input
          class="field__input"
          id={id()}
          name={props.name}
          type={isNumber() ? 'text' : (props.type ?? 'text')}
          inputmode={isNumber() ? 'decimal' : undefined}
          value={props.value}
          autocomplete={props.autocomplete ?? 'off'}
          placeholder={props.placeholder}
          maxLength={props.maxLength}
          disabled={props.disabled}
          aria-describedby={describedBy(id(), props)}
          aria-invalid={props.error ? 'true' : undefined}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onBlur={() => props.onBlur?.()}
          ref={(element) => props.ref?.(element)}
        />
        <Show when={props.suffix}>
          <span class="field__unit">{props.suffix}</span>
        </Show>
      </div>
    </FieldShell>
  )
}
