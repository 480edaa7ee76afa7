import { createSignal, type JSX, Show } from 'solid-js'
import { Button } from '../parts/control/button.tsx'
import type { FormError } from '../parts/form/error-summary.tsx'
import { Field } from '../parts/form/field.tsx'
import { Form } from '../parts/form/form.tsx'
import { Select } from '../parts/form/select.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import './import.css'

export interface ChooseFilesProps {
  readonly problem?: string | undefined
  readonly onRead: (files: readonly File[], zone: string, source: string) => void
}

const zones = [
  { value: 'Europe/London', label: 'UK time' },
  { value: 'UTC', label: 'UTC' },
]

export function ChooseFiles(props: ChooseFilesProps): JSX.Element {
  const [files, setFiles] = createSignal<readonly File[]>([])
  const [zone, setZone] = createSignal('Europe/London')
  const [source, setSource] = createSignal('')
  const [errors, setErrors] = createSignal<readonly FormError[]>([])
  const read = () => {
    if (files().length === 0) setErrors([{ fieldId: 'import-files', message: 'Choose the files to read.' }])
    else props.onRead(files(), zone(), source())
  }
  return (
    <>
      <Show when={props.problem}>{(problem) => <Banner tone="error">{problem()}</Banner>}</Show>
      <Form
        onSubmit={read}
        errors={errors()}
        acts={
          <Button type="submit" kind="primary">
            Read the files
          </Button>
        }
      >
        <div class="field">
          <label class="field__label" for="import-files">
            Files
          </label>
          <p class="field__hint" id="import-files-hint">
            Several at once: markdown posts, one JSON or CSV export.
          </p>
          <input
            class="import-files"
            id="import-files"
            type="file"
            multiple
            accept=".md,.markdown,.html,.json,.jsonl,.ndjson,.csv,.tsv,.txt"
            aria-describedby="import-files-hint"
            onChange={(event) => setFiles([...(event.currentTarget.files ?? [])])}
          />
        </div>
        <Select
          label="Times without a zone are in"
          value={zone()}
          options={zones}
          onChange={setZone}
          hint="Most files state the zone; this is for those that do not."
        />
        <Field
          label="Name of the source (optional)"
          value={source()}
          onInput={setSource}
          hint="Use the same name for a later export of the same tool, so that nothing comes in twice."
        />
      </Form>
    </>
  )
}
