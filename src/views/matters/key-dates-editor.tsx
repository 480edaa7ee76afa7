import { For, type JSX, Show } from 'solid-js'
import { dayError } from '../legal/read-typed.ts'
import { Button } from '../parts/control/button.tsx'
import { IconButton } from '../parts/control/icon-button.tsx'
import { DateTimeField } from '../parts/form/date-time-field.tsx'
import type { FormError } from '../parts/form/error-summary.tsx'
import { Field } from '../parts/form/field.tsx'
import { Card } from '../parts/show/card.tsx'
import { type KeyDateDraft, withKeyDate } from './matter-draft.ts'

interface KeyDatesEditorProps {
  readonly rows: readonly KeyDateDraft[]
  readonly errors: readonly FormError[]
  readonly onChange: (rows: readonly KeyDateDraft[]) => void
}

export function KeyDatesEditor(props: KeyDatesEditorProps): JSX.Element {
  const put = (changed: KeyDateDraft) =>
    props.onChange(props.rows.map((row) => (row.key === changed.key ? changed : row)))
  const errorOf = (id: string) => props.errors.find(({ fieldId }) => fieldId === id)?.message
  return (
    <Card
      title="Key dates"
      actions={
        <Button kind="quiet" icon="plus" onClick={() => props.onChange(withKeyDate(props.rows))}>
          Add a key date
        </Button>
      }
    >
      <For
        each={props.rows.map(({ key }) => key)}
        fallback={<p class="muted">Hearings, deadlines, completions: the next one shows in the list.</p>}
      >
        {(key) => (
          <Show when={props.rows.find((row) => row.key === key)}>
            {(row) => (
              <div class="edited-row">
                <DateTimeField
                  id={`matter-date-${key}`}
                  label="Date"
                  value={row().on}
                  onInput={(on) => put({ ...row(), on })}
                  {...dayError(props.errors, `matter-date-${key}`)}
                />
                <Field
                  id={`matter-date-${key}-what`}
                  label="What for"
                  value={row().what}
                  maxLength={200}
                  error={errorOf(`matter-date-${key}-what`)}
                  onInput={(what) => put({ ...row(), what })}
                />
                <IconButton
                  icon="bin"
                  label={`Remove the key date ${row().what}`}
                  onClick={() => props.onChange(props.rows.filter((each) => each.key !== key))}
                />
              </div>
            )}
          </Show>
        )}
      </For>
    </Card>
  )
}
