import { createSignal, For, type JSX, Show } from 'solid-js'
import { impacts, impactWords, priorities, urgencies, urgencyWords } from '../../domain/incident-words.ts'
import { saves } from '../../domain/mutations/keep-catalogue.ts'
import { dayError } from '../legal/read-typed.ts'
import { DateTimeField } from '../parts/form/date-time-field.tsx'
import { GroupShell } from '../parts/form/group-shell.tsx'
import { Select } from '../parts/form/select.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { SaveForm } from '../settings/save-form.tsx'
import { createSaving } from '../settings/saving.ts'
import { type MatrixDraft, matrixFromId, oddCells, readMatrix, withCell } from './desk-settings-drafts.ts'
import { priorityLabel } from './incident-words.ts'

interface MatrixFormProps {
  readonly id: string
  readonly before: MatrixDraft
  readonly today: string
  /** First days of the other tables. */
  readonly others: readonly string[]
  readonly onDone: () => void
}

const options = priorities.map((priority) => ({ value: `${priority}` as const, label: priorityLabel(priority) }))

export function MatrixForm(props: MatrixFormProps): JSX.Element {
  // The form starts from what is recorded now and is not rewritten under the person's hands.
  const [draft, setDraft] = createSignal(props.before)
  const saving = createSaving(() => `${matrixFromId}-day`)
  const save = async () => {
    const read = readMatrix(draft(), props)
    if (!read.ok) return saving.fail(read.errors)
    const args = { id: props.id, doc: read.doc }
    if (await saving.save(saves.priority_matrix, args, 'Priority table saved on this device.')) props.onDone()
  }
  return (
    <SaveForm label="Priority table" saving={saving} onSave={() => void save()}>
      <DateTimeField
        id={matrixFromId}
        label="From"
        hint="Incidents raised before keep their priority"
        value={draft().from}
        onInput={(from) => setDraft({ ...draft(), from })}
        {...dayError(saving.errors(), matrixFromId)}
      />
      <For each={impacts}>
        {(impact) => (
          <GroupShell
            id={`matrix-${impact}`}
            label={impactWords[impact]}
            hint={undefined}
            error={undefined}
            hideLabel={undefined}
          >
            <div class="matrix-cells">
              <For each={urgencies}>
                {(urgency) => (
                  <Select
                    label={urgencyWords[urgency]}
                    value={`${draft().cells[impact][urgency]}` as const}
                    options={options}
                    onChange={(chosen) => {
                      const priority = priorities.find((each) => `${each}` === chosen) ?? 4
                      setDraft({ ...draft(), cells: withCell(draft().cells, impact, urgency, priority) })
                    }}
                  />
                )}
              </For>
            </div>
          </GroupShell>
        )}
      </For>
      <Show when={oddCells(draft().cells).length > 0}>
        <Banner tone="warn" title="Is this right?">
          <For each={oddCells(draft().cells)}>{(words) => <p>{words}</p>}</For>
        </Banner>
      </Show>
    </SaveForm>
  )
}
