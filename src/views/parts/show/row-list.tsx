import type { JSX } from 'solid-js'
import './row-list.css'

/** Rows under each other with a line between. Holds Row only. */
export function RowList(props: { readonly label?: string | undefined; readonly children: JSX.Element }): JSX.Element {
  return (
    <ul class="row-list" aria-label={props.label}>
      {props.children}
    </ul>
  )
}
