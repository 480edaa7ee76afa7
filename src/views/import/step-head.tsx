import { type JSX, onMount, Show } from 'solid-js'

const stepCount = 5

interface StepHeadProps {
  readonly title: string
  /** How far it is on the way; absent at the end. */
  readonly place?: number | undefined
  readonly children?: JSX.Element
}

/** What is asked now, or was done. Takes the focus: the page's own title stays the same. */
export function StepHead(props: StepHeadProps): JSX.Element {
  let heading: HTMLHeadingElement | undefined
  onMount(() => heading?.focus({ preventScroll: true }))
  return (
    <header class="import-step">
      <Show when={props.place}>
        {(place) => (
          <p class="muted small">
            Step {place()} of {stepCount}
          </p>
        )}
      </Show>
      <h2
        tabindex="-1"
        ref={(element) => {
          heading = element
        }}
      >
        {props.title}
      </h2>
      {props.children}
    </header>
  )
}
