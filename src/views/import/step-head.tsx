import { type JSX, onMount } from 'solid-js'

const stepCount = 5

/** What is asked now, and how far that is on the way. Takes the focus: the page's own title stays the same. */
export function StepHead(props: { readonly title: string; readonly place: number; readonly children?: JSX.Element }) {
  let heading: HTMLHeadingElement | undefined
  onMount(() => heading?.focus({ preventScroll: true }))
  return (
    <header class="import-step">
      <p class="muted small">
        Step {props.place} of {stepCount}
      </p>
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
