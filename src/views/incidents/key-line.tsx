// Single keys on the list: listening for them, and the sheet that tells them.
import { useNavigate } from '@solidjs/router'
import { type JSX, onCleanup, onMount, Show } from 'solid-js'
import { Button } from '../parts/control/button.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { SummaryList } from '../parts/show/summary-list.tsx'
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
  readonly onHelp: () => void
}

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
    if (deed === 'first') keys.total() > 0 && position.goTo(0)
    else if (deed === 'next') step(1)
    else if (deed === 'previous') step(-1)
    else if (deed === 'select') row && keys.selection()?.toggle(row.id)
    else if (deed === 'open') row && navigate(`/incidents/${row.id}`)
    else if (deed === 'search') keys.box()?.querySelector('input')?.focus()
    else keys.onHelp()
  }
  onMount(() => document.addEventListener('keydown', press))
  onCleanup(() => document.removeEventListener('keydown', press))
}

interface KeyLineProps {
  readonly canSelect: boolean
  readonly isShown: boolean
  readonly onShow: (isShown: boolean) => void
}

/** The way to what the keys do, for a mouse too. */
export function KeyLine(props: KeyLineProps): JSX.Element {
  const rows = () => [
    { key: 'j', value: 'Next' },
    { key: 'k', value: 'Previous' },
    ...(props.canSelect ? [{ key: 'x', value: 'Select, or not' }] : []),
    { key: 'Enter', value: 'Open' },
    { key: '/', value: 'Search; Enter leads on to what is found' },
    { key: '?', value: 'These keys' },
  ]
  return (
    <Show when={readSingleKeys(localStorage)}>
      <div class="desk__keys no-print">
        <Button kind="quiet" onClick={() => props.onShow(true)}>
          Keys: press <kbd>?</kbd>
        </Button>
      </div>
      <Sheet open={props.isShown} title="Keys on this list" onClose={() => props.onShow(false)}>
        <div class="stack">
          <SummaryList rows={rows()} />
          <p>
            They can be switched off: <a href="/settings/device">Settings, This device</a>.
          </p>
        </div>
      </Sheet>
    </Show>
  )
}
