import { createEffect, createUniqueId, type JSX, Show } from 'solid-js'
import { IconButton } from '../control/icon-button.tsx'
import './sheet.css'

export interface SheetProps {
  readonly open: boolean
  readonly title: string
  /** Called for the close button, Escape and a tap outside. The caller sets `open` to false. */
  readonly onClose: () => void
  /** Acts at the bottom, always in sight. */
  readonly footer?: JSX.Element
  readonly children: JSX.Element
}

/** A side matter of the page: from below on a phone, at the right on a desktop. Its content lives only while open. */
export function Sheet(props: SheetProps): JSX.Element {
  const id = createUniqueId()
  let dialog: HTMLDialogElement | undefined
  createEffect(() => {
    if (props.open && !dialog?.open) dialog?.showModal()
    if (!props.open && dialog?.open) dialog.close()
  })
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a tap outside closes; the key for it is the dialog's own Escape.
    <dialog
      class="sheet"
      aria-labelledby={id}
      ref={(element) => {
        dialog = element
      }}
      onClose={() => props.open && props.onClose()}
      onClick={(event) => event.target === dialog && props.onClose()}
    >
      <Show when={props.open}>
        <div class="sheet__inside">
          <div class="sheet__head">
            <h2 id={id}>{props.title}</h2>
            <IconButton icon="cross" label="Close" onClick={() => props.onClose()} />
          </div>
          <div class="sheet__body">{props.children}</div>
          <Show when={props.footer}>
            <div class="sheet__foot">{props.footer}</div>
          </Show>
        </div>
      </Show>
    </dialog>
  )
}
