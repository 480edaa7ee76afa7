import { createSignal, type JSX } from 'solid-js'
import { Button } from '../control/button.tsx'
import { Checkbox } from '../form/checkbox.tsx'
import { Chips } from '../form/chips.tsx'
import { ChoiceButtons } from '../form/choice-buttons.tsx'
import { ChoiceGroup } from '../form/choice-group.tsx'
import { DateTimeField } from '../form/date-time-field.tsx'
import type { FormError } from '../form/error-summary.tsx'
import { Field } from '../form/field.tsx'
import { Form } from '../form/form.tsx'
import { SearchField } from '../form/search-field.tsx'
import { Select } from '../form/select.tsx'
import { TextArea } from '../form/text-area.tsx'
import { TypeAheadList } from '../form/type-ahead-list.tsx'
import { typedMoment } from '../form/typed-date.ts'
import { Card } from '../show/card.tsx'

const colours = [
  { id: 'a', label: 'Amber', detail: 'Warm', group: 'Recent', isStarred: true },
  { id: 'b', label: 'Blue', detail: 'Cold', group: 'Recent' },
  { id: 'c', label: 'Crimson', group: 'All' },
  { id: 'd', label: 'Dark green, a name that is long enough to wrap on a narrow screen', group: 'All' },
]
const levels = [
  { value: 'all', label: 'All of it', detail: 'Nothing works', status: 'down' },
  { value: 'part', label: 'Part of it', status: 'partial' },
  { value: 'slow', label: 'It is slow', status: 'slow' },
] as const

export function FormGallery(): JSX.Element {
  return (
    <div class="grid">
      <Card title="Fields">
        <FieldStates />
      </Card>
      <Card title="A form with a problem">
        <FormWithProblem />
      </Card>
      <Card title="Choices">
        <ChoiceStates />
      </Card>
      <Card title="Finding one of many">
        <FindStates />
      </Card>
    </div>
  )
}

function FieldStates(): JSX.Element {
  const [text, setText] = createSignal('')
  const [note, setNote] = createSignal('Several lines of text\nstand here.')
  const [size, setSize] = createSignal<'s' | 'm'>()
  return (
    <div class="stack">
      <Field label="Name" hint="As it is known to everyone." value={text()} onInput={setText} />
      <Field label="Length" type="number" suffix="minutes" width="short" value="90" onInput={setText} />
      <Field label="Rate" type="number" prefix="£" width="short" value="84.50" onInput={setText} />
      <Field label="Fixed" value="Cannot be changed here" disabled onInput={setText} />
      <Field label="Password" type="password" value="secret" onInput={setText} />
      <Select
        label="Size"
        value={size()}
        onChange={setSize}
        options={[
          { value: 's', label: 'Small' },
          { value: 'm', label: 'Medium' },
        ]}
      />
      <TextArea label="Note" value={note()} onInput={setNote} />
      <Checkbox label="Count this one" hint="It is counted from tomorrow." checked onChange={() => {}} />
      <Checkbox label="And this one" checked={false} disabled onChange={() => {}} />
    </div>
  )
}

function FormWithProblem(): JSX.Element {
  const [name, setName] = createSignal('')
  const [when, setWhen] = createSignal({ ...typedMoment('2026-02-28', '9:05'), day: '31' })
  const [errors, setErrors] = createSignal<readonly FormError[]>([])
  const check = () =>
    setErrors([
      { fieldId: 'gallery-name', message: 'Enter a name' },
      { fieldId: 'gallery-when-day', message: 'The start must be a real date' },
    ])
  const said = (fieldId: string) => errors().find((error) => error.fieldId === fieldId)?.message
  return (
    <Form
      label="Example"
      errors={errors()}
      onSubmit={check}
      acts={
        <>
          <Button kind="primary" type="submit">
            Try to save
          </Button>
          <Button onClick={() => setErrors([])}>Clear</Button>
        </>
      }
    >
      <Field id="gallery-name" label="Name" error={said('gallery-name')} value={name()} onInput={setName} />
      <DateTimeField
        id="gallery-when"
        label="Start"
        hint="For example 27 3 2026, 9.05"
        hasTime
        value={when()}
        onInput={setWhen}
        error={said('gallery-when-day')}
        errorPart="day"
      />
    </Form>
  )
}

function ChoiceStates(): JSX.Element {
  const [level, setLevel] = createSignal<'all' | 'part' | 'slow'>('part')
  const [start, setStart] = createSignal<readonly string[]>(['5'])
  const [groups, setGroups] = createSignal<readonly string[]>(['x', 'z'])
  return (
    <div class="stack">
      <ChoiceGroup label="How much?" value={level()} options={levels} onChange={setLevel} />
      <ChoiceButtons label="How much? A tap saves" options={levels} onChoose={setLevel} />
      <Chips
        label="Started"
        single
        values={start()}
        onChange={setStart}
        options={[
          { value: 'now', label: 'Now' },
          { value: '5', label: '5 min ago' },
          { value: '15', label: '15 min ago' },
          { value: 'at', label: 'At …' },
        ]}
      />
      <Chips
        label="Who"
        values={groups()}
        onChange={setGroups}
        options={[
          { value: 'x', label: 'First', detail: '30' },
          { value: 'y', label: 'Second', detail: '112' },
          { value: 'z', label: 'Third', detail: '8' },
        ]}
      />
    </div>
  )
}

function FindStates(): JSX.Element {
  const [query, setQuery] = createSignal('am')
  const [chosen, setChosen] = createSignal('')
  return (
    <div class="stack">
      <TypeAheadList label="Which colour?" options={colours} onChoose={(option) => setChosen(option.label)} />
      <p class="muted small">Chosen: {chosen() || 'none'}</p>
      <SearchField label="Search the list" value={query()} onInput={setQuery} />
      <SearchField label="Search the archive" value="" onInput={() => {}} />
    </div>
  )
}
