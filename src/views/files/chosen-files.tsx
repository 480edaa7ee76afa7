import type { JSX } from 'solid-js'
import { For, Show } from 'solid-js'
import { fileLimits } from '../../domain/attachment.ts'
import { useApp } from '../app/app-context.ts'
import { FileField } from '../parts/file/file-field.tsx'
import { FileList, FileRow } from '../parts/file/file-list.tsx'
import { createChoosing } from './choosing.ts'
import { createPicture } from './file-bytes.ts'
import { fileSize, fileStates, limitsHint } from './file-words.ts'
import type { Prepared } from './prepare.ts'

export interface ChosenFilesProps {
  readonly files: readonly Prepared[]
  readonly onChange: (files: readonly Prepared[]) => void
}

/** Files of a record that is not there yet: they are kept with it, by whoever saves it. */
export function ChosenFiles(props: ChosenFilesProps): JSX.Element {
  const { tell } = useApp()
  const { choose, isReading, problems } = createChoosing(async (read) => {
    const room = Math.max(0, fileLimits.perRecord - props.files.length)
    props.onChange([...props.files, ...read.slice(0, room)])
    return read.length > room ? ['There may be 20 files at most; the rest was left out.'] : []
  })
  const remove = (file: Prepared) => {
    props.onChange(props.files.filter((one) => one !== file))
    tell(`${file.name} removed.`, () => props.onChange([...props.files, file]))
  }
  return (
    <div class="stack stack--tight">
      <Show when={props.files.length > 0}>
        <FileList label="Photos and files">
          <For each={props.files}>{(file) => <Chosen file={file} onRemove={() => remove(file)} />}</For>
        </FileList>
        <p class="muted small">They are saved with the incident.</p>
      </Show>
      <FileField label="Add photo or file" hint={limitsHint} errors={problems()} busy={isReading()} onFiles={choose} />
    </div>
  )
}

function Chosen(props: { readonly file: Prepared; readonly onRemove: () => void }): JSX.Element {
  const picture = createPicture(() => props.file.bytes)
  return (
    <FileRow
      name={props.file.name}
      detail={fileSize(props.file.bytes.byteLength)}
      note={props.file.isUnread ? fileStates.unread : undefined}
      picture={picture()}
      onRemove={props.onRemove}
    />
  )
}
