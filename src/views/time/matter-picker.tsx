import type { JSX } from 'solid-js'
import { createSignal, Show } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import type { MatterChoices } from '../../store/time.ts'
import { Chips } from '../parts/form/chips.tsx'
import { TypeAheadList } from '../parts/form/type-ahead-list.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { matterTitle } from './time-words.ts'

interface MatterPickerProps {
  readonly value: string | null
  readonly choices: MatterChoices
  readonly onChange: (matterId: string | null) => void
  readonly error?: string | undefined
  readonly id?: string | undefined
}

const [none, other] = ['none', 'other']
/** So few are all offered at once. */
const fewMatters = 4

/** Recent matters by one tap, every open one by search. */
export function MatterPicker(props: MatterPickerProps): JSX.Element {
  const [isSearching, setSearching] = createSignal(false)
  const isFew = () => props.choices.open.length <= fewMatters
  const offered = () => {
    const { open, recent } = props.choices
    const near = isFew() ? open.map(({ id }) => id) : recent.slice(0, fewMatters).map(({ id }) => id)
    return props.value === null || near.includes(props.value) ? near : [props.value, ...near]
  }
  const options = () => [
    ...offered().map((id) => ({ value: id, label: matterTitle(id, props.choices) })),
    { value: none as string, label: 'No matter' },
    ...(isFew() ? [] : [{ value: other as string, label: 'Find another…' }]),
  ]
  const choose = ([id]: readonly string[]) => {
    if (id === other) setSearching(true)
    else if (id !== undefined) props.onChange(id === none ? null : id)
  }
  return (
    <Show when={props.choices.open.length > 0 || props.value !== null}>
      <Chips
        id={props.id}
        label="Matter"
        single
        options={options()}
        values={[props.value ?? none ?? '']}
        onChange={choose}
        error={props.error}
      />
      <Sheet open={isSearching()} title="Find a matter" onClose={() => setSearching(false)}>
        <TypeAheadList
          label="Matter"
          hideLabel
          autofocus
          placeholder="Title or reference"
          options={searchable(props.choices)}
          onChoose={({ id }) => {
            setSearching(false)
            props.onChange(id)
          }}
          empty={() => 'No open matter fits. Closed ones are not offered.'}
        />
      </Sheet>
    </Show>
  )
}

function searchable({ open, recent }: MatterChoices) {
  const optionOf = ({ id, title, reference }: Recorded<'matter'>, group: string) => ({
    ...{ id, label: title, detail: reference, group },
  })
  return [...recent.map((matter) => optionOf(matter, 'Recent')), ...open.map((matter) => optionOf(matter, 'All open'))]
}
