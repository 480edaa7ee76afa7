import { For, type JSX, Show } from 'solid-js'
import { Button } from '../parts/control/button.tsx'
import { IconButton } from '../parts/control/icon-button.tsx'
import type { FormError } from '../parts/form/error-summary.tsx'
import { Field } from '../parts/form/field.tsx'
import { Select } from '../parts/form/select.tsx'
import { Card } from '../parts/show/card.tsx'
import { type PartyDraft, withParty } from './matter-draft.ts'
import { optionsOf, partyRoleLabels } from './matter-words.ts'

interface PartiesEditorProps {
  readonly rows: readonly PartyDraft[]
  readonly errors: readonly FormError[]
  readonly onChange: (rows: readonly PartyDraft[]) => void
}

const roleOptions = optionsOf(partyRoleLabels)

export function PartiesEditor(props: PartiesEditorProps): JSX.Element {
  const put = (changed: PartyDraft) =>
    props.onChange(props.rows.map((row) => (row.key === changed.key ? changed : row)))
  return (
    <Card
      title="Parties"
      actions={
        <Button kind="quiet" icon="plus" onClick={() => props.onChange(withParty(props.rows))}>
          Add a party
        </Button>
      }
    >
      <For
        each={props.rows.map(({ key }) => key)}
        fallback={<p class="muted">The other side and whoever is related to it. They are searched for conflicts.</p>}
      >
        {(key) => (
          <Show when={props.rows.find((row) => row.key === key)}>
            {(row) => (
              <div class="edited-row">
                <Field
                  id={`matter-party-${key}`}
                  label="Name"
                  value={row().name}
                  maxLength={200}
                  error={props.errors.find(({ fieldId }) => fieldId === `matter-party-${key}`)?.message}
                  onInput={(name) => put({ ...row(), name })}
                />
                <Select
                  label="Who they are"
                  width="medium"
                  value={row().role}
                  options={roleOptions}
                  onChange={(role) => put({ ...row(), role })}
                />
                <IconButton
                  icon="bin"
                  label={`Remove the party ${row().name}`}
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
