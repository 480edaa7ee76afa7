// Photos and files of one record: what there is, adding to it, and taking away what one may.
import type { JSX } from 'solid-js'
import { createMemo, For, Show } from 'solid-js'
import { fileLimits } from '../../domain/attachment.ts'
import { useApp } from '../app/app-context.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { FileField } from '../parts/file/file-field.tsx'
import { FileList } from '../parts/file/file-list.tsx'
import { ConfirmDialog } from '../parts/notice/confirm-dialog.tsx'
import { Card } from '../parts/show/card.tsx'
import { FileEntry } from './file-entry.tsx'
import { limitsHint } from './file-words.ts'
import type { FilesProps } from './files.tsx'
import { type Attached, createAdding, createFilesOf, createRemoving } from './record-files.ts'

const title = 'Photos and files'
const addId = 'add-files'

export function FilesCard(props: FilesProps): JSX.Element {
  const { store } = useApp()
  const files = createFilesOf(() => props.of.id)
  const ids = createMemo(() => [...(files()?.keys() ?? [])])
  // The button that was pressed goes with its file.
  const removing = createRemoving(
    () => props.of,
    () => document.getElementById(addId)?.focus(),
  )
  const mayRemove = (file: Attached) => props.mayRemoveAny || file.addedById === store.personId
  return (
    <Show when={props.mayAdd || ids().length > 0}>
      <Card title={title}>
        <div class="stack">
          <ProblemNote problem={removing.problem()} />
          <Show when={ids().length > 0}>
            <FileList label={title}>
              <For each={ids()}>
                {(id) => (
                  <Show when={files()?.get(id)}>
                    {(one) => (
                      <FileEntry
                        {...one()}
                        onRemove={mayRemove(one().file) ? () => void removing.ask(one().file) : undefined}
                      />
                    )}
                  </Show>
                )}
              </For>
            </FileList>
          </Show>
          <Show when={props.mayAdd}>
            <Show
              when={ids().length < fileLimits.perRecord}
              fallback={<p class="muted">20 files are the most there may be. Remove one to add another.</p>}
            >
              <Adding of={props.of} note={props.note} />
            </Show>
          </Show>
        </div>
        <ConfirmDialog
          open={removing.asked() !== undefined}
          title="Remove this file?"
          confirmLabel="Remove"
          isDangerous
          onConfirm={removing.confirm}
          onCancel={removing.cancel}
        >
          {removing.asked()?.name} is not on this device, so this cannot be undone here.
        </ConfirmDialog>
      </Card>
    </Show>
  )
}

function Adding(props: Pick<FilesProps, 'of' | 'note'>): JSX.Element {
  const { choose, isReading, problems } = createAdding(() => props.of)
  return (
    <FileField
      id={addId}
      label="Add photo or file"
      hint={[props.note, limitsHint].filter(Boolean).join(' ')}
      errors={problems()}
      busy={isReading()}
      onFiles={choose}
    />
  )
}
