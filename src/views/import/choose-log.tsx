import { type JSX, Show } from 'solid-js'
import { Banner } from '../parts/notice/banner.tsx'
import './import.css'

export interface ChooseLogProps {
  readonly problem: string | undefined
  readonly onChoose: (file: File) => void
}

/** One file. Choosing is all there is to do: it is looked at at once. A browser's file field takes dropped files by itself. */
export function ChooseLog(props: ChooseLogProps): JSX.Element {
  return (
    <>
      <Show when={props.problem}>
        {(problem) => (
          <Banner tone="error" isResult>
            {problem()}
          </Banner>
        )}
      </Show>
      <div class="field">
        <label class="field__label" for="log-file">
          File
        </label>
        <p class="field__hint" id="log-file-hint">
          CSV as another desk exports it, with a row for each incident or for each event. Choose it, or drop it here.
        </p>
        <input
          class="import-files"
          id="log-file"
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          aria-describedby="log-file-hint"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            // Chosen once more, the same file is looked at anew.
            event.currentTarget.value = ''
            if (file) props.onChoose(file)
          }}
        />
      </div>
    </>
  )
}
