import { type JSX, Show } from 'solid-js'
import { Icon } from '../control/icon.tsx'
import type { IconName } from '../control/icon-paths.ts'
import './state.css'

export interface EmptyStateProps {
  /** One sentence: what would be here. */
  readonly title: string
  readonly icon?: IconName | undefined
  /** How it comes to be here, if that is not plain. */
  readonly children?: JSX.Element
  /** The one act that fills it. */
  readonly action?: JSX.Element
}

/** Nothing to show, and that is no error. */
export function EmptyState(props: EmptyStateProps): JSX.Element {
  return (
    <div class="state">
      <Show when={props.icon}>{(icon) => <Icon name={icon()} size={32} />}</Show>
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
