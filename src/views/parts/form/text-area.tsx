import { createUniqueId, type JSX } from 'solid-js'
import { describedBy, FieldShell, type FieldTexts } from './field-shell.tsx'

export interface TextAreaProps extends FieldTexts {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly id?: string | undefined
  readonly rows?: number | undefined
  readonly maxLength?: number | undefined
  readonly disabled?: boolean | undefined
}

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea(props: TextAreaProps): JSX.Element {
  const ownId = createUniqueId()
  const id = () => props.id ?? ownId
  return (
    <FieldShell id={id()} label={props.label} hint={props.hint} error={props.error} hideLabel={props.hideLabel}>
      <textarea
        class="field__input field__input--area"
        id={id()}
        rows={props.rows ?? 3}
        value={props.value}
        maxLength={props.maxLength}
        disabled={props.disabled}
        aria-describedby={describedBy(id(), props)}
        aria-invalid={props.error ? 'true' : undefined}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </FieldShell>
  )
}
