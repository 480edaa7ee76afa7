import { type JSX, Show } from 'solid-js'
import { Button } from '../control/button.tsx'
import { Sheet } from '../notice/sheet.tsx'
import './file-view.css'

export interface FileViewProps {
  readonly open: boolean
  readonly name: string
  /** The address of the picture, where it is one and is here. */
  readonly picture?: string | undefined
  /** Size, who added it and when. */
  readonly detail: JSX.Element
  /** Where nothing can be shown: why. */
  readonly note?: string | undefined
  /** undefined: it is not here to be saved. */
  readonly onSave?: (() => void) | undefined
  readonly onClose: () => void
}

/** One file in full: the picture as large as the sheet, and the way to keep it. */
export function FileView(props: FileViewProps): JSX.Element {
  return (
    <Sheet
      open={props.open}
      title={props.name}
      onClose={props.onClose}
      footer={
        <Show when={props.onSave}>
          {(save) => (
            <Button icon="import" onClick={() => save()()}>
              Save to this device
            </Button>
          )}
        </Show>
      }
    >
      <div class="file-view stack">
        <Show when={props.picture}>
          {(address) => <img class="file-view__picture" src={address()} alt={props.name} />}
        </Show>
        <Show when={props.note}>
          <p>{props.note}</p>
        </Show>
        <p class="muted">{props.detail}</p>
      </div>
    </Sheet>
  )
}
