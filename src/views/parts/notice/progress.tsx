import { createUniqueId, type JSX, Show } from 'solid-js'
import { Button } from '../control/button.tsx'
import './progress.css'

export interface ProgressProps {
  /** What is going on: "Reading the file". */
  readonly label: string
  readonly done: number
  readonly total: number
  /** In words: "1,200 of 4,000 rows". */
  readonly detail?: string | undefined
  readonly onCancel?: (() => void) | undefined
  /** Where what is done by then stays: "Stop". */
  readonly cancelLabel?: string | undefined
}

/** Work of known length. For work of unknown length use a busy button or a skeleton. */
export function Progress(props: ProgressProps): JSX.Element {
  const id = createUniqueId()
  return (
    <div class="progress">
      <div class="progress__line">
        <label class="progress__label" for={id}>
          {props.label}
        </label>
        <Show when={props.detail}>
          <span class="progress__detail">{props.detail}</span>
        </Show>
      </div>
      <div class="progress__line">
        <progress class="progress__bar" id={id} value={props.done} max={Math.max(props.total, 1)} />
        <Show when={props.onCancel}>
          {(cancel) => (
            <Button kind="quiet" onClick={() => cancel()()}>
              {props.cancelLabel ?? 'Cancel'}
            </Button>
          )}
        </Show>
      </div>
    </div>
  )
}
