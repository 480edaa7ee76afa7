import { createSignal, For, type JSX, Show } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { saves } from '../../domain/mutations/keep-catalogue.ts'
import { localDateAt } from '../../domain/zone.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Checkbox } from '../parts/form/checkbox.tsx'
import { DateTimeField } from '../parts/form/date-time-field.tsx'
import { Field } from '../parts/form/field.tsx'
import { TextArea } from '../parts/form/text-area.tsx'
import { Card } from '../parts/show/card.tsx'
import { SaveForm } from '../settings/save-form.tsx'
import { createSaving } from '../settings/saving.ts'
import { AgreementFields } from './agreement-fields.tsx'
import { reportZone } from './known-entry.ts'
import { type AgreementDraft, newAgreement, readSystemDraft, type SystemDraft } from './system-draft.ts'

interface SystemFormProps {
  readonly id: string
  readonly isNew: boolean
  readonly before: SystemDraft
  readonly calendars: readonly Recorded<'calendar'>[]
  readonly onDone: () => void
}

/** Name, owner, agreements, retirement: saved together. */
export function SystemForm(props: SystemFormProps): JSX.Element {
  const { now } = useApp()
  // The form starts from what is recorded now and is not rewritten under the person's hands.
  const [draft, setDraft] = createSignal(props.before)
  const saving = createSaving(() => 'system-name')
  const patch = (changes: Partial<SystemDraft>) => setDraft({ ...draft(), ...changes })
  const setAgreement = (changed: AgreementDraft) =>
    patch({ agreements: draft().agreements.map((each) => (each.key === changed.key ? changed : each)) })
  const addAgreement = () => {
    const { agreements } = draft()
    const key = 1 + Math.max(...agreements.map((each) => each.key))
    patch({ agreements: [...agreements, newAgreement(key, localDateAt(reportZone, now()), agreements.at(-1))] })
  }
  const save = async () => {
    const read = readSystemDraft(draft())
    if (!read.ok) return saving.fail(read.errors)
    const args = { id: props.id, doc: read.system }
    if (await saving.save(saves.system, args, `${read.system.name} saved on this device.`)) props.onDone()
  }
  const retiredError = () => saving.errors().find((error) => error.fieldId.startsWith('system-retired'))
  return (
    <SaveForm label="System" saving={saving} onSave={save}>
      <Field
        id="system-name"
        label="Name"
        value={draft().name}
        maxLength={120}
        error={saving.errorOf('system-name')}
        onInput={(name) => patch({ name })}
      />
      <TextArea
        label="About"
        hint="What it is for, in a sentence or two"
        value={draft().about}
        onInput={(about) => patch({ about })}
      />
      <Field
        label="Owner"
        hint="The service or person who answers for it"
        maxLength={120}
        value={draft().owner}
        onInput={(owner) => patch({ owner })}
      />
      <Card
        title="What is agreed"
        actions={
          <Button kind="quiet" icon="plus" onClick={addAgreement}>
            Add from a later day
          </Button>
        }
      >
        <For each={draft().agreements.map((agreement) => agreement.key)}>
          {(key) => (
            <Show when={draft().agreements.find((agreement) => agreement.key === key)}>
              {(agreement) => (
                <AgreementFields
                  agreement={agreement()}
                  calendars={props.calendars}
                  errors={saving.errors()}
                  onInput={setAgreement}
                  onRemove={
                    draft().agreements.length > 1
                      ? () => patch({ agreements: draft().agreements.filter((each) => each.key !== key) })
                      : undefined
                  }
                />
              )}
            </Show>
          )}
        </For>
      </Card>
      <Checkbox
        label="Retired"
        hint="Out of use from a day on: no outages are reported for it, its history stays"
        checked={draft().isRetired}
        onChange={(isRetired) => patch({ isRetired })}
      />
      <Show when={draft().isRetired}>
        <DateTimeField
          id="system-retired"
          label="First day out of use"
          value={draft().retiredOn}
          error={retiredError()?.message}
          onInput={(retiredOn) => patch({ retiredOn })}
        />
      </Show>
    </SaveForm>
  )
}
