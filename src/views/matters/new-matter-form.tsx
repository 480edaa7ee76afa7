import { createSignal, type JSX, Show } from 'solid-js'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { ChoiceGroup } from '../parts/form/choice-group.tsx'
import { Form } from '../parts/form/form.tsx'
import { createSaving, notStored } from '../settings/saving.ts'
import { ConflictNote, createConflictGate } from './conflict-gate.tsx'
import { searchLater } from './errands.ts'
import { type MatterDraft, newMatterDraft, readMatterDraft, searchedOf } from './matter-draft.ts'
import { MatterFields } from './matter-fields.tsx'
import type { MatterChoices } from './matter-reads.ts'
import { NamedPeople } from './named-people.tsx'
import { openBehindWall, openForTeam } from './opening.ts'

interface NewMatterFormProps {
  readonly choices: MatterChoices
  readonly today: string
  readonly leadId: string
  /** Without an id: it is written later, by itself. */
  readonly onOpened: (id?: string) => void
}

const whoOptions = [
  { value: 'team', label: 'Everybody in the legal team' },
  { value: 'named', label: 'Only named people', detail: 'A wall: nobody else finds it anywhere. Needs a network' },
] as const

export function NewMatterForm(props: NewMatterFormProps): JSX.Element {
  const app = useApp()
  const id = app.newId()
  // The form starts from what is recorded now and is not rewritten under the person's hands.
  const [draft, setDraft] = createSignal(newMatterDraft(props.today, props.choices.teams[0]?.id, props.leadId))
  const [who, setWho] = createSignal<'team' | 'named'>('team')
  const [named, setNamed] = createSignal<readonly string[]>([])
  const [isWorking, setWorking] = createSignal(false)
  const saving = createSaving(() => 'matter-title')
  const patch = (changes: Partial<MatterDraft>) => setDraft({ ...draft(), ...changes })
  const gate = createConflictGate(() => searchedOf(draft()))

  const open = async () => {
    const read = readMatterDraft(draft())
    if (!read.ok) return saving.fail(read.errors)
    saving.fail([])
    const { matter } = read
    const found = await gate.ask(props.choices)
    if (found === 'possible') return
    if (who() === 'team') {
      const said = found === 'device_only' ? `${matter.reference} is open. ${onlyHere}` : `${matter.reference} is open.`
      if (!(await openForTeam(saving, id, matter, said))) return
      if (found === 'device_only') await searchLater(app.store, id, matter.reference, searchedOf(draft()).names)
      return props.onOpened(id)
    }
    const outcome = await openBehindWall(app, id, matter, named())
    if (typeof outcome === 'object') return saving.fail([{ fieldId: 'matter-who', message: outcome.message }])
    if (outcome !== 'told')
      app.tell(outcome === 'written' ? `${matter.reference} is open behind its wall.` : wallStands)
    props.onOpened(outcome === 'waiting' ? undefined : id)
  }
  const save = async () => {
    if (isWorking()) return
    setWorking(true)
    try {
      await open()
    } catch {
      saving.fail([{ fieldId: 'matter-title', message: notStored }])
    } finally {
      setWorking(false)
    }
  }
  return (
    <Form
      label="Matter"
      onSubmit={save}
      errors={saving.errors()}
      acts={
        <>
          <ConflictNote gate={gate} />
          <Button type="submit" kind="primary" busy={isWorking()}>
            {gate.isTold() ? 'Open it all the same' : 'Save'}
          </Button>
        </>
      }
    >
      <MatterFields draft={draft()} choices={props.choices} saving={saving} isNew onInput={patch} />
      <ChoiceGroup
        id="matter-who"
        label="Who may see it"
        value={who()}
        options={whoOptions}
        error={saving.errorOf('matter-who')}
        onChange={setWho}
      />
      <Show when={who() === 'named'}>
        <NamedPeople values={named()} error={undefined} onChange={setNamed} />
      </Show>
    </Form>
  )
}
const onlyHere = 'Only this device was searched for conflicts: the rest follows when there is a network.'
const wallStands = 'The wall stands. The matter appears here as soon as this device is let behind it.'
