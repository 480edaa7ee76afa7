import { For, type JSX, Show } from 'solid-js'
import './tabs.css'

export interface TabLink {
  readonly href: string
  readonly label: string
  readonly count?: number | undefined
}

export interface TabsProps {
  /** What the tabs divide. */
  readonly label: string
  readonly tabs: readonly TabLink[]
  /** The href of the tab now shown. */
  readonly current: string
}

/** Parts of one page, each with an address of its own. */
export function Tabs(props: TabsProps): JSX.Element {
  return (
    <nav class="tabs" aria-label={props.label}>
      <ul class="tabs__list">
        <For each={props.tabs}>
          {(tab) => (
            <li>
              <a class="tabs__link" href={tab.href} aria-current={tab.href === props.current ? 'page' : undefined}>
                {tab.label}
                <Show when={tab.count !== undefined}>
                  <span class="tabs__count">{tab.count}</span>
                </Show>
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  )
}
