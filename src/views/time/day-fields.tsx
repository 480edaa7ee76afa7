import type { JSX } from 'solid-js'
import { Index, Show } from 'solid-js'
import { Chips } from '../parts/form/chips.tsx'
import { DateTimeField } from '../parts/form/date-time-field.tsx'
import type { Fold } from './read-range.ts'
import {
  askedFolds,
  type DayChoice,
  dateId,
  type Reading,
  spokenDay,
  type TypedEntry,
  withoutSpokenDay,
} from './typed-entry.ts'

interface DayFieldsProps {
  readonly typed: TypedEntry
  readonly reading: Reading
  readonly onChange: (part: Partial<TypedEntry>) => void
  readonly error: string | undefined
}

const days: readonly { readonly value: DayChoice; readonly label: string }[] = [
  { value: 'today', label: 'Today' },
  { value: 'yesterday', label: 'Yesterday' },
  { value: 'other', label: 'Another day' },
]
const folds: readonly { readonly value: Fold; readonly label: string }[] = [
  { value: 'first', label: 'The first, before the clocks go back' },
  { value: 'second', label: 'The second, after' },
]

/** Which day, and on the night when the clocks go back, which of two like times. */
export function DayFields(props: DayFieldsProps): JSX.Element {
  const chosen = (): DayChoice => spokenDay(props.typed, props.reading) ?? props.typed.day
  const choose = (day: DayChoice) => props.onChange({ day, line: withoutSpokenDay(props.typed, props.reading) })
  return (
    <>
      <Chips label="Day" single options={days} values={[chosen()]} onChange={([day]) => day && choose(day)} />
      <Show when={chosen() === 'other'}>
        <DateTimeField
          id={dateId}
          label="Which day?"
          value={props.typed.date}
          onInput={(date) => props.onChange({ date })}
          error={props.error}
        />
      </Show>
      <Index each={askedFolds(props.typed, props.reading)}>
        {(asked) => (
          <Chips
            label={`Which ${asked().clock}?`}
            hint="The clocks go back on this night, so it comes twice."
            single
            options={folds}
            values={[props.typed.folds[asked().side] ?? '']}
            onChange={([fold]) =>
              props.onChange({ folds: { ...props.typed.folds, [asked().side]: fold || undefined } })
            }
          />
        )}
      </Index>
    </>
  )
}
