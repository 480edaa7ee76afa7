import type { JSX } from 'solid-js'
import './tag.css'

/** A quiet label without a status: a kind, an owner, "not yet shared". Accent for a count that asks for attention. */
export function Badge(props: { readonly children: JSX.Element; readonly tone?: 'neutral' | 'accent' }): JSX.Element {
  return <span class={`badge badge--${props.tone ?? 'neutral'}`}>{props.children}</span>
}
