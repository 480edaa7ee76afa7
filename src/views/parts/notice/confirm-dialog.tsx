import { createEffect, createUniqueId, type JSX } from 'solid-js'
import { Button } from '../control/button.tsx'
import './sheet.css'

export interface ConfirmDialogProps {
  readonly open: boolean
  /** The question: "Remove this list?". */
  readonly title: string
  /** What will happen, and what will not. */
  readonly children: JSX.Element
  /** The verb on the button: "Remove". */
  readonly confirmLabel: string
  readonly isDangerous?: boolean | undefined
  readonly busy?: boolean | undefined
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** For rare acts that cannot be undone. For all others do the act and offer Undo. */
export function ConfirmDialog(props: ConfirmDialogProps): JSX.Element {
  const id = createUniqueId()
  let dialog: HTMLDialogElement | undefined
  createEffect(() => {
    if (props.open && !dialog?.open) dialog?.showModal()
    if (!props.open && dialog?.open) dialog.close()
  })
  return (
    <dialog
      class="confirm"
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      ref={(element) => {
        dialog = element
      }}
      onClose={() => props.open && props.onCancel()}
    >
      <div class="confirm__inside">
        <h2 id={`${id}-title`}>{props.title}</h2>
        <div id={`${id}-text`}>{props.children}</div>
        <div class="confirm__acts">
          <Button kind={props.isDangerous ? 'danger' : 'primary'} busy={props.busy} onClick={() => props.onConfirm()}>
            {props.confirmLabel}
          </Button>
          <Button autofocus onClick={() => props.onCancel()}>
            Cancel
          </Button>
        </div>
      </div>
    </dialog>
  )
}
