import type { JSX } from 'solid-js'
import { Button } from '../control/button.tsx'

export interface ChooseFileProps {
  /** What the file is of. */
  readonly label: string
  /** Of the button. */
  readonly children: JSX.Element
  readonly accept: string
  readonly busy?: boolean
  readonly onChoose: (file: File) => void
}

/** A button that asks for one file. */
export function ChooseFile(props: ChooseFileProps): JSX.Element {
  let input: HTMLInputElement | undefined
  return (
    <div>
      <input
        class="visually-hidden"
        type="file"
        tabIndex={-1}
        aria-label={props.label}
        accept={props.accept}
        ref={(element) => (input = element)}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          // Chosen once more, the same file is looked at anew.
          event.currentTarget.value = ''
          if (file) props.onChoose(file)
        }}
      />
      <Button icon="import" busy={props.busy} onClick={() => input?.click()}>
        {props.children}
      </Button>
    </div>
  )
}
