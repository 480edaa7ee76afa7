import { type JSX, Show } from 'solid-js'
import { classes } from '../classes.ts'
import './card.css'

export interface CardProps {
  readonly title?: JSX.Element
  /** Buttons beside the title. */
  readonly actions?: JSX.Element
  /** A status colour on the edge, for the one card that needs attention; the words inside say the same. */
  readonly tone?: 'plain' | 'attention' | 'accent' | undefined
  /** For tables and rows that run to the edge. */
  readonly flush?: boolean | undefined
  readonly children: JSX.Element
}

/** A group of things that belong together, on a surface of its own. Cards do not stand inside cards. */
export function Card(props: CardProps): JSX.Element {
  return (
    <section class={classes('card', `card--${props.tone ?? 'plain'}`, props.flush && 'card--flush')}>
      <Show when={props.title || props.actions}>
        <div class="card__head">
          <h2 class="card__title">{props.title}</h2>
          <Show when={props.actions}>
            <div class="card__actions">{props.actions}</div>
          </Show>
        </div>
      </Show>
      <div class="card__body">{props.children}</div>
    </section>
  )
}
