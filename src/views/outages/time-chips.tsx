import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { MINUTE_MS } from '../../domain/duration.ts'
import { useApp } from '../app/app-context.ts'
import { Chips } from '../parts/form/chips.tsx'
import { DateTimeField } from '../parts/form/date-time-field.tsx'
import type { TypedPart } from '../parts/form/typed-date.ts'
import type { TimeChoice, TimePick } from './time-choice.ts'
import { agoChoices, timeOptions } from './time-choice.ts'

interface TimeChipsProps {
  readonly label: string
  readonly value: TimeChoice | undefined
  readonly onChange: (choice: TimeChoice) => void
  /** The typed moment to begin with when "At…" is chosen. */
  readonly typedAtFirst: TimeChoice['typed']
  /** Without "Now", where now has a button of its own. */
  readonly hasNow?: boolean | undefined
  /** Only times earlier than this one are offered, ms. */
  readonly before?: number | undefined
  readonly error?: string | undefined
  readonly errorPart?: TypedPart | undefined
  readonly id?: string | undefined
}

/** When: a chip for each near time, or a date and time as typed. */
export function TimeChips(props: TimeChipsProps): JSX.Element {
  const { now } = useApp()
  const isEarlier = (pick: TimePick) => props.before === undefined || now() - Number(pick) * MINUTE_MS < props.before
  const picks = (): readonly TimePick[] => [
    ...agoChoices.filter((pick) => (pick !== '0' || props.hasNow !== false) && isEarlier(pick)),
    'at',
  ]
  const chosen = () => (props.value ? [props.value.pick] : [])
  const typed = () => props.value?.typed ?? props.typedAtFirst
  return (
    <>
      <Chips
        label={props.label}
        options={timeOptions(now(), picks())}
        values={chosen()}
        onChange={([pick]) => pick && props.onChange({ pick, typed: typed() })}
        single
        error={props.value?.pick === 'at' ? undefined : props.error}
      />
      <Show when={props.value?.pick === 'at'}>
        <DateTimeField
          id={props.id}
          label="Date and time"
          hideLabel
          hasTime
          value={typed()}
          onInput={(moment) => props.onChange({ pick: 'at', typed: moment })}
          error={props.error}
          errorPart={props.errorPart}
        />
      </Show>
    </>
  )
}
