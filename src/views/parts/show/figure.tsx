import { type JSX, Show } from 'solid-js'
import type { Status } from './status.ts'
import { StatusShape } from './status-shape.tsx'
import './figure.css'

export interface FigureProps {
  /** What it counts: "Lost hours". */
  readonly label: string
  /** The formatted number, "99.87" or "£1,234". Undefined while it cannot be known: says so in words, never 0. */
  readonly value: string | undefined
  readonly unit?: string | undefined
  /** What it rests on, beneath: "14 records, 1 April to 30 June". */
  readonly basis?: JSX.Element
  /** Only where the number itself is good or bad news; the basis says why. */
  readonly status?: Status | undefined
  /** How it was worked out, to open. */
  readonly details?: JSX.Element
  /** The title of the details. */
  readonly detailsLabel?: string | undefined
  readonly size?: 'headline' | 'small' | undefined
}

/** One number to be read across a room, with its unit and what it rests on. */
export function Figure(props: FigureProps): JSX.Element {
  return (
    <div class={`figure figure--${props.size ?? 'headline'}`}>
      <div class="figure__label">
        <Show when={props.status}>{(status) => <StatusShape status={status()} />}</Show>
        {props.label}
      </div>
      <div class="figure__value">
        <Show when={props.value} fallback={<span class="figure__unknown">Not known</span>}>
          <span class="figure__number">{props.value}</span>
          <Show when={props.unit}>
            <span class="figure__unit">{props.unit === '%' ? '%' : ` ${props.unit}`}</span>
          </Show>
        </Show>
      </div>
      <Show when={props.basis}>
        <div class="figure__basis">{props.basis}</div>
      </Show>
      <Show when={props.details}>
        <details class="figure__details">
          <summary>{props.detailsLabel ?? 'How this is worked out'}</summary>
          <div class="figure__working">{props.details}</div>
        </details>
      </Show>
    </div>
  )
}
