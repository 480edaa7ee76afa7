import { type JSX, Show, splitProps } from 'solid-js'
import { classes } from '../classes.ts'
import type { ButtonKind } from './button.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import './button.css'

export interface LinkButtonProps extends Omit<JSX.AnchorHTMLAttributes<HTMLAnchorElement>, 'class'> {
  readonly href: string
  readonly kind?: ButtonKind | undefined
  readonly icon?: IconName | undefined
  readonly wide?: boolean | undefined
}

/** Goes somewhere and looks like a button. What changes something is a Button. */
export function LinkButton(props: LinkButtonProps): JSX.Element {
  const [own, rest] = splitProps(props, ['kind', 'icon', 'wide', 'children'])
  return (
    <a {...rest} class={classes('button', `button--${own.kind ?? 'secondary'}`, own.wide && 'button--wide')}>
      <Show when={own.icon}>{(icon) => <Icon name={icon()} />}</Show>
      {own.children}
    </a>
  )
}
