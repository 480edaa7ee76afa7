import type { JSX } from 'solid-js'
import { type IconName, iconPaths } from './icon-paths.ts'
import './icon.css'

export interface IconProps {
  readonly name: IconName
  readonly size?: 16 | 20 | 24 | 32
  /** Filled rather than outlined, for a star that is set. */
  readonly filled?: boolean
}

/** Decoration only: whoever shows an icon also says the word. */
export function Icon(props: IconProps): JSX.Element {
  return (
    <svg
      class="icon"
      classList={{ 'icon--filled': props.filled === true }}
      viewBox="0 0 24 24"
      width={props.size ?? 20}
      height={props.size ?? 20}
      aria-hidden="true"
    >
      <path d={iconPaths[props.name]} />
    </svg>
  )
}
