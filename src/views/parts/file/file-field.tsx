import { createSignal, createUniqueId, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { Button } from '../control/button.tsx'
import { describedBy } from '../form/field-shell.tsx'
import '../form/field.css'
import './file-field.css'

export interface FileFieldProps {
  /** On the button: "Add photo or file". */
  readonly label: string
  /** Limits, said before anything is chosen. */
  readonly hint?: string | undefined
  /** One for each file that was not taken. */
  readonly errors?: readonly string[] | undefined
  /** Reading what was chosen. */
  readonly busy?: boolean | undefined
  /** Of the button: where a summary of problems leads. */
  readonly id?: string | undefined
  /** What the system offers at first; a phone offers its camera where pictures are among it. */
  readonly accept?: string | undefined
  readonly onFiles: (files: readonly File[]) => void
}

/** Files by button, by dropping them anywhere on the page, and by pasting. */
export function FileField(props: FileFieldProps): JSX.Element {
  const ownId = createUniqueId()
  const id = () => props.id ?? ownId
  let input: HTMLInputElement | undefined
  const take = (files: Iterable<File> | undefined | null) => {
    const taken = [...(files ?? [])]
    if (taken.length > 0) props.onFiles(taken)
  }
  const isOver = createDropAndPaste(take)
  const error = () => (props.errors?.length ? props.errors.join(' ') : undefined)
  return (
    <div
      class="field file-field no-print"
      classList={{ 'field--error': error() !== undefined, 'file-field--over': isOver() }}
    >
      <Show when={props.hint}>
        <p class="field__hint" id={`${id()}-hint`}>
          {props.hint} <span class="file-field__mouse">You can also drop or paste them here.</span>
        </p>
      </Show>
      {/* Always there, so that what comes into it is spoken. */}
      <div role="alert" id={`${id()}-error`}>
        <Show when={error()}>
          {(text) => (
            <p class="field__error">
              <span class="visually-hidden">Error: </span>
              {text()}
            </p>
          )}
        </Show>
      </div>
      <div class="file-field__act">
        <Button
          id={id()}
          icon="camera"
          busy={props.busy}
          aria-describedby={describedBy(id(), { label: props.label, hint: props.hint, error: error() })}
          onClick={() => input?.click()}
        >
          {props.label}
        </Button>
        <Show when={isOver()}>
          <span class="muted">Drop to add</span>
        </Show>
      </div>
      <input
        type="file"
        multiple
        hidden
        tabIndex={-1}
        accept={props.accept}
        ref={(element) => {
          input = element
        }}
        onChange={(event) => {
          const { currentTarget } = event
          take(currentTarget.files)
          // The same file again, after it was taken away, is another choice.
          currentTarget.value = ''
        }}
      />
    </div>
  )
}

const hasFiles = (data: DataTransfer | null) => data?.types.includes('Files') === true

/** Whether something is held over the page. What is dropped beside the field would else open in place of the page. */
function createDropAndPaste(take: (files: FileList) => void): () => boolean {
  const [isOver, setOver] = createSignal(false)
  const over = (event: DragEvent) => {
    if (event.defaultPrevented || !hasFiles(event.dataTransfer)) return
    event.preventDefault()
    setOver(true)
  }
  const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
  const drop = (event: DragEvent) => {
    setOver(false)
    if (event.defaultPrevented || !event.dataTransfer || !hasFiles(event.dataTransfer)) return
    event.preventDefault()
    take(event.dataTransfer.files)
  }
  const paste = (event: ClipboardEvent) => {
    const data = event.clipboardData
    // Office programs put a picture beside the text that they copy: then the text is meant.
    if (event.defaultPrevented || !data || data.files.length === 0 || data.types.includes('text/plain')) return
    event.preventDefault()
    take(data.files)
  }
  onMount(() => {
    const stop = new AbortController()
    const { signal } = stop
    document.addEventListener('dragover', over, { signal })
    document.addEventListener('dragleave', leave, { signal })
    document.addEventListener('drop', drop, { signal })
    document.addEventListener('paste', paste, { signal })
    onCleanup(() => stop.abort())
  })
  return isOver
}
