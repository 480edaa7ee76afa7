import { createEffect, createUniqueId, For, type JSX, on, onCleanup, Show } from 'solid-js'
import './error-summary.css'

export interface FormError {
  /** The id of the control to mend. */
  readonly fieldId: string
  /** The same words as beside the field. */
  readonly message: string
}

/** Says what is wrong after an attempt to save: takes the focus, links to each field, and marks the page's title. */
export function ErrorSummary(props: { readonly errors: readonly FormError[] }): JSX.Element {
  const id = createUniqueId()
  let box: HTMLDivElement | undefined
  createEffect(
    on(
      () => props.errors,
      (errors) => {
        if (errors.length === 0) return
        box?.focus()
        if (!document.title.startsWith('Error: ')) document.title = `Error: ${document.title}`
        onCleanup(() => {
          document.title = document.title.replace(/^Error: /, '')
        })
      },
    ),
  )
  const goTo = (event: MouseEvent, fieldId: string) => {
    const field = document.getElementById(fieldId)
    if (!field) return
    event.preventDefault()
    const control = field.matches('input, select, textarea, button')
      ? field
      : field.querySelector<HTMLElement>('input, select, textarea, button')
    field.scrollIntoView?.({ block: 'center' })
    control?.focus({ preventScroll: true })
  }
  return (
    <Show when={props.errors.length > 0}>
      <div
        class="error-summary"
        role="alert"
        tabindex="-1"
        aria-labelledby={id}
        ref={(element) => {
          box = element
        }}
      >
        <h2 class="error-summary__title" id={id}>
          There is a problem
        </h2>
        <ul class="error-summary__list">
          <For each={props.errors}>
            {(error) => (
              <li>
                <a href={`#${error.fieldId}`} onClick={(event) => goTo(event, error.fieldId)}>
                  {error.message}
                </a>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  )
}
