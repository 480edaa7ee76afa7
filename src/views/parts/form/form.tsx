import { type JSX, Show } from 'solid-js'
import { ErrorSummary, type FormError } from './error-summary.tsx'

export interface FormProps {
  /** Called for Enter and for the submit button; the browser's own checks are off, so the caller reads every answer. */
  readonly onSubmit: () => void
  /** A new array for each attempt: the summary takes the focus whenever it changes and is not empty. */
  readonly errors?: readonly FormError[] | undefined
  /** Buttons under the fields: <Button type="submit" kind="primary">Save</Button>. */
  readonly acts?: JSX.Element
  readonly label?: string | undefined
  /** For a submit button that stands elsewhere on the page. */
  readonly id?: string | undefined
  readonly children: JSX.Element
}

const noErrors: readonly FormError[] = []

/** Fields under each other, the summary of what is wrong above them, the acts below. */
export function Form(props: FormProps): JSX.Element {
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    props.onSubmit()
  }
  return (
    <form class="form" id={props.id} noValidate aria-label={props.label} onSubmit={submit}>
      <ErrorSummary errors={props.errors ?? noErrors} />
      {props.children}
      <Show when={props.acts}>
        <div class="form__acts">{props.acts}</div>
      </Show>
    </form>
  )
}
