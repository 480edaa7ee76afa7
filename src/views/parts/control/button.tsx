import { type JSX, Show, splitProps } from 'solid-js'
import { classes } from '../classes.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import './button.css'

/** primary: the one act of a screen. secondary: any other. quiet: beside text or in a row. danger: cannot be undone. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

export interface ButtonProps extends Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'class' | 'onClick'> {
  readonly kind?: ButtonKind | undefined
  readonly icon?: IconName | undefined
  /** Working: keeps its place and focus, and ignores taps. */
  readonly busy?: boolean | undefined
  /** As wide as what holds it. */
  readonly wide?: boolean | undefined
  readonly onClick?: ((event: MouseEvent) => void) | undefined
}

export function Button(props: ButtonProps): JSX.Element {
  const [own, rest] = splitProps(props, ['kind', 'icon', 'busy', 'wide', 'onClick', 'children', 'type'])
  const press = (event: MouseEvent) => {
    if (own.busy) event.preventDefault()
    else own.onClick?.(event)
  }
  return (
    <button
      {...rest}
      type={own.type ?? 'button'}
      class={classes('button', `button--${own.kind ?? 'secondary'}`, own.wide && 'button--wide')}
      aria-disabled={own.busy ? 'true' : undefined}
      aria-busy={own.busy ? 'true' : undefined}
      onClick={press}
    >
      <Show when={!own.busy} fallback={<span class="button__spinner" aria-hidden="true" />}>
        <Show when={own.icon}>{(icon) => <Icon name={icon()} />}</Show>
      </Show>
      {own.children}
    </button>
  )
}
