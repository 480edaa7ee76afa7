import { For, type JSX, Show } from 'solid-js'
import './conflict-card.css'

export interface ConflictSideProps {
  readonly title: string
  readonly lines: readonly string[]
  /** Those of the other value: what they do not say is the difference. */
  readonly otherLines: readonly string[]
  /** What the value means by itself. */
  readonly effect?: string | undefined
  /** What it makes of the figures. */
  readonly made?: readonly string[] | undefined
  readonly otherMade?: readonly string[] | undefined
  readonly by: string
  readonly act?: JSX.Element
}

/** One of two values: what it says, where it differs, what it makes of the figures, who set it and when. */
export function ConflictSide(props: ConflictSideProps): JSX.Element {
  return (
    <section class="conflict__side">
      <h3>{props.title}</h3>
      <Lines lines={props.lines} others={props.otherLines} />
      <Show when={props.effect}>
        <p>{props.effect}</p>
      </Show>
      <Show when={props.made?.length}>
        <div>
          <p class="muted small">So the figures come to</p>
          <ul class="conflict__lines">
            <For each={props.made}>
              {(line) => <li class={props.otherMade?.includes(line) ? 'muted' : undefined}>{line}</li>}
            </For>
          </ul>
        </div>
      </Show>
      <p class="muted small">{props.by}</p>
      <Show when={props.act}>
        <div class="conflict__act">{props.act}</div>
      </Show>
    </section>
  )
}

function Lines(props: { readonly lines: readonly string[]; readonly others: readonly string[] }): JSX.Element {
  return (
    <ul class="conflict__lines">
      <For each={props.lines}>
        {(line) => (
          <li>
            <Show when={!props.others.includes(line)} fallback={<span class="muted">{line}</span>}>
              <mark class="conflict__difference">{line}</mark>
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}
