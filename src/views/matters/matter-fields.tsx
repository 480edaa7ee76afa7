import { type JSX, Show } from 'solid-js'
import type { MatterType } from '../../domain/legal-words.ts'
import { dayError } from '../legal/read-typed.ts'
import { Checkbox } from '../parts/form/checkbox.tsx'
import { DateTimeField } from '../parts/form/date-time-field.tsx'
import { Field } from '../parts/form/field.tsx'
import { Select } from '../parts/form/select.tsx'
import { TextArea } from '../parts/form/text-area.tsx'
import type { Saving } from '../settings/saving.ts'
import { KeyDatesEditor } from './key-dates-editor.tsx'
import type { MatterDraft } from './matter-draft.ts'
import type { MatterChoices } from './matter-reads.ts'
import { gradeOptions, matterTypeLabels, optionsOf, outcomeLabels } from './matter-words.ts'
import { PartiesEditor } from './parties-editor.tsx'
import './matters.css'

interface MatterFieldsProps {
  readonly draft: MatterDraft
  readonly choices: MatterChoices
  readonly saving: Saving
  /** A matter that is being opened can not be closed in the same breath, and still chooses its team. */
  readonly isNew: boolean
  readonly onInput: (changes: Partial<MatterDraft>) => void
}

const typeOptions = optionsOf<MatterType>(matterTypeLabels)
const outcomeOptions = [{ value: '', label: 'Not said' }, ...optionsOf(outcomeLabels)] as const

const named = (records: readonly { readonly id: string; readonly name: string }[]) =>
  records.map(({ id, name }) => ({ value: id, label: name }))
const withNone = (none: string, records: readonly { readonly id: string; readonly name: string }[]) => [
  { value: '', label: none },
  ...named(records),
]

export function MatterFields(props: MatterFieldsProps): JSX.Element {
  const draft = () => props.draft
  const error = (field: string) => props.saving.errorOf(`matter-${field}`)
  return (
    <>
      <Show when={props.isNew && props.choices.teams.length > 1}>
        <Select
          id="matter-team"
          label="Team"
          value={draft().teamId}
          options={named(props.choices.teams)}
          error={error('team')}
          onChange={(teamId) => props.onInput({ teamId })}
        />
      </Show>
      <Field
        id="matter-reference"
        label="Reference"
        width="medium"
        value={draft().reference}
        maxLength={40}
        error={error('reference')}
        onInput={(reference) => props.onInput({ reference })}
      />
      <Field
        id="matter-title"
        label="Title"
        value={draft().title}
        maxLength={200}
        error={error('title')}
        onInput={(title) => props.onInput({ title })}
      />
      <Select
        id="matter-council"
        label="Council"
        hint="The client"
        width="medium"
        value={draft().councilId}
        options={named(props.choices.councils)}
        error={error('council')}
        onChange={(councilId) => props.onInput({ councilId })}
      />
      <Select
        label="Department"
        width="medium"
        value={draft().divisionId}
        options={withNone('Not known', props.choices.divisions)}
        onChange={(divisionId) => props.onInput({ divisionId })}
      />
      <Select
        id="matter-type"
        label="Type of work"
        width="medium"
        value={draft().type}
        options={typeOptions}
        error={error('type')}
        onChange={(type) => props.onInput({ type })}
      />
      <PartiesEditor
        rows={draft().parties}
        errors={props.saving.errors()}
        onChange={(parties) => props.onInput({ parties })}
      />
      <Select
        label="Lead"
        width="medium"
        value={draft().leadId}
        options={withNone('Nobody yet', props.choices.people)}
        onChange={(leadId) => props.onInput({ leadId })}
      />
      <Select
        label="Grade wanted"
        hint="The level that this work is meant for"
        width="medium"
        value={draft().gradeWanted}
        options={[{ value: '' as const, label: 'Not said' }, ...gradeOptions]}
        onChange={(gradeWanted) => props.onInput({ gradeWanted })}
      />
      <Field
        id="matter-estimate"
        label="Estimate"
        type="number"
        width="short"
        suffix="hours"
        value={draft().estimate}
        error={error('estimate')}
        onInput={(estimate) => props.onInput({ estimate })}
      />
      <KeyDatesEditor
        rows={draft().keyDates}
        errors={props.saving.errors()}
        onChange={(keyDates) => props.onInput({ keyDates })}
      />
      <DateTimeField
        id="matter-opened"
        label="Opened"
        value={draft().openedOn}
        onInput={(openedOn) => props.onInput({ openedOn })}
        {...dayError(props.saving.errors(), 'matter-opened')}
      />
      <Show when={!props.isNew}>
        <Checkbox label="Closed" checked={draft().isClosed} onChange={(isClosed) => props.onInput({ isClosed })} />
        <Show when={draft().isClosed}>
          <DateTimeField
            id="matter-closed"
            label="Closed on"
            value={draft().closedOn}
            onInput={(closedOn) => props.onInput({ closedOn })}
            {...dayError(props.saving.errors(), 'matter-closed')}
          />
          <Select
            label="Outcome"
            width="medium"
            value={draft().outcome ?? ''}
            options={outcomeOptions}
            onChange={(outcome) => props.onInput({ outcome: outcome || null })}
          />
        </Show>
        <Checkbox
          label="Legal hold"
          hint="Nothing of this matter is deleted because of its age"
          checked={draft().isHeld ?? false}
          onChange={(isHeld) => props.onInput({ isHeld })}
        />
      </Show>
      <TextArea
        label="Note"
        hint="For those who may see this matter"
        rows={2}
        maxLength={8000}
        value={draft().note}
        onInput={(note) => props.onInput({ note })}
      />
    </>
  )
}
