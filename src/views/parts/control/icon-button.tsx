import { type JSX, splitProps } from 'solid-js'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import './button.css'

export interface IconButtonProps extends Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'class' | 'onClick'> {
  readonly icon: IconName
  /** Its accessible name and tooltip: a verb and a thing, "Close sheet". */
  readonly label: string
  /** For a switch such as a star: filled when true. */
  readonly pressed?: boolean | undefined
  readonly onClick?: ((event: MouseEvent) => void) | undefined
}

export function IconButton(props: IconButtonProps): JSX.Element {
  const [own, rest] = splitProps(props, ['icon', 'label', 'pressed', 'onClick'])
  return (
    <button
      type="button"
      {...rest}
      class="button button--quiet button--icon"
      aria-label={own.label}
      title={own.label}
      aria-pressed={own.pressed}
      onClick={(event) => own.onClick?.(event)}
    >
      <Icon name={own.icon} filled={own.pressed === true} />
    </button>
  )
}
