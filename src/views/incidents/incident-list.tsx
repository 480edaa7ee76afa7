import type { Accessor, JSX } from 'solid-js'
import { createEffect, createMemo, For, on, onCleanup, onMount, Show } from 'solid-js'
import type { IncidentRow } from '../../desk/question.ts'
import { IncidentText } from './incident-row.tsx'
import type { ListPosition } from './list-position.ts'
import type { ListRows } from './list-rows.ts'
import type { Selection } from './selection.ts'
import { type Seen, seenRows, shownIndexes } from './windowing.ts'
import './incident-list.css'

interface IncidentListProps {
  readonly rows: ListRows
  readonly total: number
  readonly seen: Seen
  readonly onSeen: (seen: Seen) => void
  readonly position: ListPosition
  /** The short name of a council. */
  readonly councilOf: (id: string) => string
  /** undefined for those who only read. */
  readonly selection: Selection | undefined
}

/** Until a row can be measured. */
const usualRowHeight = 64

/** A list as long as it likes: the page holds the rows that are seen, and scrolls as if it held all. */
export function IncidentList(props: IncidentListProps): JSX.Element {
  let list: HTMLUListElement | undefined
  const look = () => {
    if (!list) return
    const rowHeight = list.querySelector('li')?.offsetHeight || usualRowHeight
    const above = -list.getBoundingClientRect().top
    props.onSeen(seenRows({ above, height: innerHeight, rowHeight, total: props.total }))
  }
  onMount(() => {
    addEventListener('scroll', look, { passive: true })
    addEventListener('resize', look)
    look()
  })
  onCleanup(() => {
    removeEventListener('scroll', look)
    removeEventListener('resize', look)
  })
  createEffect(on(() => props.total, look, { defer: true }))
  return (
    <ul
      class="incident-list"
      aria-label="Incidents"
      style={{ height: `calc(var(--incident-row) * ${props.total})` }}
      ref={(element) => {
        list = element
      }}
    >
      <For each={shownIndexes(props.seen, props.position.active(), props.total)}>
        {(index) => <Line index={index} list={props} />}
      </For>
    </ul>
  )
}

function Line(props: { readonly index: number; readonly list: IncidentListProps }): JSX.Element {
  const { position, rows } = props.list
  let line: HTMLLIElement | undefined
  const isActive = () => position.active() === props.index
  // The row that has the focus keeps its link while its page is away.
  const row: Accessor<IncidentRow | undefined> = createMemo<IncidentRow | undefined>(
    (last) => rows.rowAt(props.index) ?? (isActive() ? last : undefined),
  )
  createEffect(() => {
    if (position.goal() !== props.index) return
    line?.scrollIntoView?.({ block: 'nearest' })
    if (!row()) return
    line?.querySelector('a')?.focus({ preventScroll: true })
    position.arrive()
  })
  return (
    <li
      class="incident-list__row"
      classList={{ 'incident-list__row--picked': props.list.selection?.has(row()?.id) === true }}
      aria-setsize={props.list.total}
      aria-posinset={props.index + 1}
      style={{ top: `calc(var(--incident-row) * ${props.index})` }}
      onFocusIn={() => position.setActive(props.index)}
      ref={(element) => {
        line = element
      }}
    >
      <Show when={row()} fallback={<span class="incident-list__coming" />}>
        {(there) => (
          <>
            <Show when={props.list.selection}>
              {(selection) => (
                <label class="incident-list__pick">
                  <input
                    type="checkbox"
                    aria-label={`Select ${there().reference}`}
                    checked={selection().has(there().id)}
                    onChange={() => selection().toggle(there().id)}
                  />
                </label>
              )}
            </Show>
            <IncidentText row={there()} council={props.list.councilOf(there().councilId)} />
          </>
        )}
      </Show>
    </li>
  )
}
