import { createSignal, createUniqueId, type JSX, Show } from 'solid-js'
import { Button } from '../parts/control/button.tsx'
import { GroupShell } from '../parts/form/group-shell.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'

interface PickFieldProps {
  readonly label: string
  /** What is chosen, in words; undefined: nothing. */
  readonly value: string | undefined
  /** What to say while nothing is chosen: "Not said". */
  readonly none: string
  readonly hint?: string | undefined
  readonly onClear?: (() => void) | undefined
  /** The choices; `close` once one is made. */
  readonly children: (close: () => void) => JSX.Element
}

/** One of so many that the choices have a sheet of their own. */
export function PickField(props: PickFieldProps): JSX.Element {
  const id = createUniqueId()
  const [isOpen, setOpen] = createSignal(false)
  const close = () => setOpen(false)
  return (
    <GroupShell id={id} label={props.label} hint={props.hint} error={undefined} hideLabel={undefined}>
      <div class="cluster">
        <span class={props.value === undefined ? 'muted' : undefined}>{props.value ?? props.none}</span>
        <Button
          kind="quiet"
          aria-label={`${props.value === undefined ? 'Choose' : 'Change'}: ${props.label}`}
          onClick={() => setOpen(true)}
        >
          {props.value === undefined ? 'Choose' : 'Change'}
        </Button>
        <Show when={props.value !== undefined && props.onClear}>
          {(clear) => (
            <Button kind="quiet" aria-label={`Clear: ${props.label}`} onClick={() => clear()()}>
              Clear
            </Button>
          )}
        </Show>
      </div>
      <Sheet open={isOpen()} title={props.label} onClose={close}>
        {props.children(close)}
      </Sheet>
    </GroupShell>
  )
}
