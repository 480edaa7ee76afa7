import { createSignal, type JSX, Show } from 'solid-js'
import { saves } from '../../domain/mutations/keep-catalogue.ts'
import { gradeOptions } from '../matters/matter-words.ts'
import { DateTimeField } from '../parts/form/date-time-field.tsx'
import { Field } from '../parts/form/field.tsx'
import { Select } from '../parts/form/select.tsx'
import { SaveForm } from '../settings/save-form.tsx'
import { createSaving } from '../settings/saving.ts'
import { peopleOptions, type TeamPractice } from './practice-reads.ts'
import { type RateDraft, readRateDraft } from './rate-draft.ts'
import { dayError } from './read-typed.ts'

interface RateFormProps {
  readonly id: string
  readonly before: RateDraft
  readonly all: TeamPractice
  readonly onDone: () => void
}

const any = (label: string) => ({ value: '', label })

export function RateForm(props: RateFormProps): JSX.Element {
  // The form starts from what is recorded now and is not rewritten under the person's hands.
  const [draft, setDraft] = createSignal(props.before)
  const saving = createSaving(() => 'rate-pounds')
  const patch = (changes: Partial<RateDraft>) => setDraft({ ...draft(), ...changes })
  const save = async () => {
    const read = readRateDraft(draft(), props.all.team.id)
    if (!read.ok) return saving.fail(read.errors)
    if (await saving.save(saves.charge_rate, { id: props.id, doc: read.rate }, 'Rate saved on this device.'))
      props.onDone()
  }
  return (
    <SaveForm label="Charge rate" saving={saving} onSave={save}>
      <Field
        id="rate-pounds"
        label="Rate"
        hint="Entries saved before keep the rate that they were saved with"
        type="number"
        width="short"
        prefix="£"
        suffix="an hour"
        value={draft().pounds}
        error={saving.errorOf('rate-pounds')}
        onInput={(pounds) => patch({ pounds })}
      />
      <Select
        label="Person"
        value={draft().personId}
        options={[any('Anybody'), ...peopleOptions(props.all)]}
        onChange={(personId) => patch({ personId })}
      />
      <Show when={draft().personId === ''}>
        <Select
          label="Grade"
          width="medium"
          value={draft().grade}
          options={[{ value: '' as const, label: 'Any' }, ...gradeOptions]}
          onChange={(grade) => patch({ grade })}
        />
      </Show>
      <Select
        label="Matter"
        value={draft().matterId}
        options={[
          any('Any'),
          ...props.all.matters
            .filter(({ wallId }) => wallId === null)
            .map(({ id, reference, title }) => ({ value: id, label: `${reference} ${title}` })),
        ]}
        onChange={(matterId) => patch({ matterId })}
      />
      <Show when={draft().matterId === ''}>
        <Select
          label="Council"
          width="medium"
          value={draft().councilId}
          options={[
            any('Any'),
            ...[...props.all.councils.values()].map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(councilId) => patch({ councilId })}
        />
      </Show>
      <DateTimeField
        id="rate-from"
        label="First day"
        value={draft().from}
        onInput={(from) => patch({ from })}
        {...dayError(saving.errors(), 'rate-from')}
      />
      <DateTimeField
        id="rate-last"
        label="Last day"
        hint="Empty while it lasts"
        value={draft().last}
        onInput={(last) => patch({ last })}
        {...dayError(saving.errors(), 'rate-last')}
      />
    </SaveForm>
  )
}
