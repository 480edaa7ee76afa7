import { For, type JSX, Show } from 'solid-js'
import './summary-list.css'

export interface SummaryRow {
  readonly key: string
  readonly value: JSX.Element
  /** A quiet button or link, such as "Change". */
  readonly action?: JSX.Element
}

/** Facts of one thing, name and value. */
export function SummaryList(props: { readonly rows: readonly SummaryRow[] }): JSX.Element {
  return (
    <dl class="summary">
      <For each={props.rows}>
        {(row) => (
          <div class="summary__row">
            <dt class="summary__key">{row.key}</dt>
            <dd class="summary__value">{row.value}</dd>
            <Show when={row.action}>
              <dd class="summary__action">{row.action}</dd>
            </Show>
          </div>
        )}
      </For>
    </dl>
  )
}
