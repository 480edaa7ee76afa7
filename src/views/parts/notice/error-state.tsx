import { type JSX, Show } from 'solid-js'
import { Icon } from '../control/icon.tsx'
import './state.css'

export interface ErrorStateProps {
  /** What happened, in plain words. */
  readonly title: string
  /** What to do, and what is safe. */
  readonly children?: JSX.Element
  readonly action?: JSX.Element
}

/** This could not be shown. Stands where the thing would have stood, and is announced. */
export function ErrorState(props: ErrorStateProps): JSX.Element {
  return (
    <div class="state state--error" role="alert">
      <Icon name="warning" size={32} />
      <p class="state__title">{props.title}</p>
      <Show when={props.children}>
        <div class="state__text">{props.children}</div>
      </Show>
      <Show when={props.action}>
        <div class="state__action">{props.action}</div>
      </Show>
    </div>
  )
}
