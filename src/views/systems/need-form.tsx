import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import { saves } from '../../domain/mutations/keep-catalogue.ts'
import { useApp } from '../app/app-context.ts'
import { SystemsPicker } from '../outages/systems-picker.tsx'
import { ChoiceGroup } from '../parts/form/choice-group.tsx'
import { Field } from '../parts/form/field.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { SaveForm } from '../settings/save-form.tsx'
import { createSaving } from '../settings/saving.ts'
import { type KnownEntry, systemName } from './known-entry.ts'
import { type NeedDraft, newNeed, readNeed } from './need-draft.ts'
import { loopClosedBy, loopWords, needWords } from './need-words.ts'

const typeOptions = [
  { value: 'hard', label: 'All of it', detail: 'It stops when the other is down' },
  { value: 'soft', label: 'A part of it', detail: 'It loses a share while the other is down' },
  { value: 'any', label: 'Some of several', detail: 'It works while enough of a group do' },
] as const

interface NeedFormProps {
  readonly entry: KnownEntry
  readonly onDone: () => void
}

export function NeedForm(props: NeedFormProps): JSX.Element {
  const { newId } = useApp()
  const [draft, setDraft] = createSignal<NeedDraft>(newNeed)
  const saving = createSaving(() => 'need-systems')
  const patch = (changes: Partial<NeedDraft>) => setDraft({ ...draft(), ...changes })
  const self = () => props.entry.system
  const nameOf = (id: string) => systemName(props.entry, id)
  const others = createMemo(() => new Map([...props.entry.systems].filter(([id]) => id !== self().id)))
  const loop = createMemo(() => loopClosedBy(self().id, draft().needs, props.entry.dependencies))
  const save = async () => {
    const read = readNeed(self().id, draft())
    if (!read.ok) return saving.fail(read.errors)
    const said = `${self().name} needs ${needWords(read.need, nameOf)}: saved on this device.`
    if (await saving.save(saves.dependency, { id: newId(), doc: read.need }, said)) props.onDone()
  }
  return (
    <SaveForm label="What it needs" saving={saving} onSave={save}>
      <ChoiceGroup
        label="How much of it is needed?"
        value={draft().type}
        options={typeOptions}
        onChange={(type) => patch({ type })}
      />
      <SystemsPicker
        id="need-systems"
        label={draft().type === 'any' ? 'Which systems?' : 'Which system?'}
        systems={others()}
        values={draft().needs}
        error={saving.errorOf('need-systems')}
        onChange={(needs) => patch({ needs })}
      />
      <Show when={draft().type === 'soft'}>
        <Field
          id="need-weight"
          label="Share lost while it is down"
          type="number"
          width="short"
          suffix="%"
          value={draft().weight}
          error={saving.errorOf('need-weight')}
          onInput={(weight) => patch({ weight })}
        />
      </Show>
      <Show when={draft().type === 'any'}>
        <Field
          id="need-count"
          label="How many of them are needed?"
          type="number"
          width="short"
          value={draft().need}
          error={saving.errorOf('need-count')}
          onInput={(need) => patch({ need })}
        />
      </Show>
      <Show when={loop()}>
        {(closed) => (
          <Banner tone="warn" title="This closes a loop">
            {loopWords(closed(), nameOf)}. It can be saved: with nothing broken all of them stay up, and when one fails
            the others fail with it until it is restored.
          </Banner>
        )}
      </Show>
    </SaveForm>
  )
}
