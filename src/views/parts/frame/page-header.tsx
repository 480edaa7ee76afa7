import { type JSX, Show } from 'solid-js'
import { Icon } from '../control/icon.tsx'
import './page.css'

export interface PageHeaderProps {
  readonly title: string
  /** One or two sentences under the title. */
  readonly lead?: JSX.Element
  /** A tag beside the title. */
  readonly mark?: JSX.Element
  /** Secondary acts, right of the title. */
  readonly actions?: JSX.Element
  readonly back?: { readonly href: string; readonly label: string } | undefined
  readonly headingRef?: (element: HTMLHeadingElement) => void
}

/** Used by Page; alone only where something is no page of its own, such as the start screen before sign-in. */
export function PageHeader(props: PageHeaderProps): JSX.Element {
  return (
    <div class="page-header">
      <Show when={props.back}>
        {(back) => (
          <a class="page-header__back" href={back().href}>
            <Icon name="chevron-left" size={16} />
            {back().label}
          </a>
        )}
      </Show>
      <div class="page-header__line">
        <div class="page-header__words">
          <div class="page-header__title">
            <h1 tabindex="-1" ref={(element) => props.headingRef?.(element)}>
              {props.title}
            </h1>
            {props.mark}
          </div>
          <Show when={props.lead}>
            <div class="page-header__lead">{props.lead}</div>
          </Show>
        </div>
        <Show when={props.actions}>
          <div class="page-header__actions">{props.actions}</div>
        </Show>
      </div>
    </div>
  )
}
