import { createSignal, type JSX } from 'solid-js'
import { saves } from '../../domain/mutations/keep-catalogue.ts'
import { useApp } from '../app/app-context.ts'
import { optionsOf } from '../matters/matter-words.ts'
import { DateTimeField } from '../parts/form/date-time-field.tsx'
import { Select } from '../parts/form/select.tsx'
import { SaveForm } from '../settings/save-form.tsx'
import { createSaving } from '../settings/saving.ts'
import { type AbsenceDraft, absenceLabels, newAbsenceDraft, readAbsenceDraft } from './post-draft.ts'
import { peopleOptions, personName, type TeamPractice } from './practice-reads.ts'
import { dayError } from './read-typed.ts'

interface AbsenceFormProps {
  readonly all: TeamPractice
  readonly today: string
  readonly onDone: () => void
}

const shareOptions = [
  { value: '1', label: 'Whole days' },
  { value: '0.5', label: 'Half days' },
] as const
const reasonOptions = optionsOf(absenceLabels)

export function AbsenceForm(props: AbsenceFormProps): JSX.Element {
  const { newId } = useApp()
  const [draft, setDraft] = createSignal(newAbsenceDraft(props.today))
  const saving = createSaving(() => 'absence-person')
  const patch = (changes: Partial<AbsenceDraft>) => setDraft({ ...draft(), ...changes })
  const inTeam = () => {
    const ids = new Set(props.all.posts.map(({ personId }) => personId))
    return peopleOptions(props.all).filter(({ value }) => ids.has(value))
  }
  const save = async () => {
    const read = readAbsenceDraft(draft())
    if (!read.ok) return saving.fail(read.errors)
    const said = `Absence of ${personName(props.all, read.absence.personId)} saved on this device.`
    if (await saving.save(saves.absence, { id: newId(), doc: read.absence }, said)) props.onDone()
  }
  return (
    <SaveForm label="Absence" saving={saving} onSave={save}>
      <Select
        id="absence-person"
        label="Person"
        value={draft().personId}
        options={inTeam()}
        error={saving.errorOf('absence-person')}
        onChange={(personId) => patch({ personId })}
      />
      <DateTimeField
        id="absence-from"
        label="First day"
        value={draft().from}
        onInput={(from) => patch({ from })}
        {...dayError(saving.errors(), 'absence-from')}
      />
      <DateTimeField
        id="absence-last"
        label="Last day"
        value={draft().last}
        onInput={(last) => patch({ last })}
        {...dayError(saving.errors(), 'absence-last')}
      />
      <Select
        label="How much of each day"
        width="medium"
        value={draft().share}
        options={shareOptions}
        onChange={(share) => patch({ share })}
      />
      <Select
        label="Why"
        width="medium"
        value={draft().reason}
        options={reasonOptions}
        onChange={(reason) => patch({ reason })}
      />
    </SaveForm>
  )
}
