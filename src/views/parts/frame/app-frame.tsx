import { For, type JSX, Show } from 'solid-js'
import { Icon } from '../control/icon.tsx'
import type { IconName } from '../control/icon-paths.ts'
import { Notices } from '../notice/notices.tsx'
import './app-frame.css'
import './app-frame-desktop.css'
import './app-frame-phone.css'

export interface NavItem {
  readonly href: string
  readonly label: string
  /** Addresses elsewhere that belong under this item. */
  readonly also?: readonly string[] | undefined
  readonly icon: IconName
  /** How many things wait there; 0 shows nothing. */
  readonly count?: number | undefined
  /** Where it stands: the phone's bottom bar (five at most), the desktop's rail, or both. */
  readonly place?: 'both' | 'bar' | 'rail' | undefined
}

export interface AppFrameProps {
  readonly name: string
  readonly items: readonly NavItem[]
  /** The path now shown; marks the item that leads to it. */
  readonly path: string
  /** The one act offered everywhere: round on a phone, at the top of the rail on a desktop. */
  readonly primary?: { readonly href: string; readonly label: string; readonly icon?: IconName } | undefined
  /** Top right: the state of what is not yet shared. */
  readonly status?: JSX.Element
  readonly children: JSX.Element
}

/** The bars around every page, with toasts and the live region. */
export function AppFrame(props: AppFrameProps): JSX.Element {
  return (
    <Notices>
      <div class="frame">
        {/* biome-ignore lint/a11y/useValidAnchor: a real link; the router would take its click and leave the focus behind. */}
        <a class="frame__skip" href="#main" onClick={() => document.getElementById('main')?.focus()}>
          Skip to content
        </a>
        <header class="frame__top">
          <a class="frame__name" href="/">
            {props.name}
          </a>
          <div class="frame__status">{props.status}</div>
        </header>
        <nav class="frame__nav" aria-label="Main">
          <Show when={props.primary}>
            {(primary) => (
              <a class="frame__primary" href={primary().href}>
                <Icon name={primary().icon ?? 'plus'} size={24} />
                <span class="frame__primary-label">{primary().label}</span>
              </a>
            )}
          </Show>
          <ul class="frame__items">
            <For each={props.items}>{(item) => <FrameItem item={item} path={props.path} />}</For>
          </ul>
        </nav>
        <main class="frame__main" id="main" tabindex="-1">
          {props.children}
        </main>
      </div>
    </Notices>
  )
}

function leadsTo(href: string, path: string): boolean {
  return path === href || (href !== '/' && path.startsWith(`${href}/`))
}

function FrameItem(props: { readonly item: NavItem; readonly path: string }): JSX.Element {
  return (
    <li class={`frame__item frame__item--${props.item.place ?? 'both'}`}>
      <a
        class="frame__link"
        href={props.item.href}
        aria-current={
          [props.item.href, ...(props.item.also ?? [])].some((href) => leadsTo(href, props.path)) ? 'page' : undefined
        }
      >
        <span class="frame__icon">
          <Icon name={props.item.icon} size={24} />
          <Show when={props.item.count}>
            <span class="frame__count">{props.item.count}</span>
          </Show>
        </span>
        <span class="frame__label">{props.item.label}</span>
      </a>
    </li>
  )
}
