import { type JSX, Show } from 'solid-js'
import { Icon } from '../control/icon.tsx'
import { IconButton } from '../control/icon-button.tsx'
import type { IconName } from '../control/icon-paths.ts'
import './banner.css'

export type BannerTone = 'info' | 'good' | 'warn' | 'error'

export interface BannerProps {
  readonly tone?: BannerTone | undefined
  readonly title?: string | undefined
  readonly children?: JSX.Element
  readonly action?: JSX.Element
  readonly onDismiss?: (() => void) | undefined
  /** True where it appears as the result of an act: it is then spoken at once. */
  readonly isResult?: boolean | undefined
}

const icons: Record<BannerTone, IconName> = { info: 'info', good: 'check', warn: 'warning', error: 'alert' }

/** Something true of the whole page. For one field use its error; for what was just done, a toast. */
export function Banner(props: BannerProps): JSX.Element {
  const tone = () => props.tone ?? 'info'
  return (
    <div class={`banner banner--${tone()}`} role={props.isResult ? 'alert' : undefined}>
      <Icon name={icons[tone()]} />
      <div class="banner__text">
        <Show when={props.title}>
          <p class="banner__title">{props.title}</p>
        </Show>
        {props.children}
      </div>
      <Show when={props.action}>
        <div class="banner__action">{props.action}</div>
      </Show>
      <Show when={props.onDismiss}>
        {(dismiss) => <IconButton icon="cross" label="Dismiss" onClick={() => dismiss()()} />}
      </Show>
    </div>
  )
}
