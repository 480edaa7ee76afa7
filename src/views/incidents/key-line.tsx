// Single keys on the list: listening for them, and the line that tells them.
import { useNavigate } from '@solidjs/router'
import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { readSingleKeys } from '../settings/key-choice.ts'
import { deedOf } from './list-keys.ts'
import type { ListPosition } from './list-position.ts'
import type { ListRows } from './list-rows.ts'
import type { Selection } from './selection.ts'
import type { Seen } from './windowing.ts'

export interface KeysFor {
  readonly rows: ListRows
  readonly position: ListPosition
  readonly total: () => number
  readonly seen: () => Seen
  readonly selection: () => Selection | undefined
  /** What holds the search field. */
  readonly box: () => HTMLElement | undefined
}

const [isShown, setShown] = createSignal(false)

/** Needs an owner. Does nothing where single keys are switched off for this device. */
export function listenForKeys(keys: KeysFor): void {
  if (!readSingleKeys(localStorage)) return
  const navigate = useNavigate()
  const { position } = keys
  const step = (by: number) => {
    if (keys.total() === 0) return
    const from = position.active()
    // Without a row to go on from: the first that is in sight.
    const next = from < 0 ? firstInSight() : from + by
    position.goTo(Math.min(Math.max(next, 0), keys.total() - 1))
  }
  const firstInSight = () => {
    const inSight = [...document.querySelectorAll<HTMLElement>('.incident-list__row')].find(
      (row) => row.getBoundingClientRect().top >= 0,
    )
    return inSight ? Number(inSight.ariaPosInSet ?? 1) - 1 : keys.seen().first
  }
  const press = (event: KeyboardEvent) => {
    const deed = deedOf(event)
    const row = position.activeRow()
    if (deed === undefined || (row === undefined && (deed === 'open' || deed === 'select'))) return
    event.preventDefault()
    if (deed === 'next') step(1)
    else if (deed === 'previous') step(-1)
    else if (deed === 'select') row && keys.selection()?.toggle(row.id)
    else if (deed === 'open') row && navigate(`/incidents/${row.id}`)
    else if (deed === 'search') keys.box()?.querySelector('input')?.focus()
    else setShown((shown) => !shown)
  }
  onMount(() => document.addEventListener('keydown', press))
  onCleanup(() => document.removeEventListener('keydown', press))
}

/** "?" shows and hides it. */
export function KeyLine(props: { readonly canSelect: boolean }): JSX.Element {
  return (
    <Show when={readSingleKeys(localStorage)}>
      <p class="desk__keys no-print">
        <Show
          when={isShown()}
          fallback={
            <>
              Press <kbd>?</kbd> for the keys.
            </>
          }
        >
          <kbd>j</kbd> next, <kbd>k</kbd> previous,
          <Show when={props.canSelect}>
            {' '}
            <kbd>x</kbd> select,
          </Show>{' '}
          <kbd>Enter</kbd> open, <kbd>/</kbd> search, <kbd>?</kbd> hide this line. Switch them off in{' '}
          <a href="/settings/device">Settings, This device</a>.
        </Show>
      </p>
    </Show>
  )
}
