import type { JSX } from 'solid-js'
import { type Status, statusShapes } from './status.ts'
import './tag.css'

/** The shape alone, in the status colour. Always beside its word. */
export function StatusShape(props: { readonly status: Status; readonly size?: 16 | 20 | 24 }): JSX.Element {
  return (
    <svg
      class={`status-shape status-shape--${props.status}`}
      viewBox="0 0 16 16"
      width={props.size ?? 16}
      height={props.size ?? 16}
      aria-hidden="true"
    >
      <path fill-rule="evenodd" d={statusShapes[props.status]} />
    </svg>
  )
}
