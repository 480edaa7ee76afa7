import { createUniqueId, For, type JSX, Show } from 'solid-js'
import { IconButton } from '../control/icon-button.tsx'
import { describedBy, type FieldTexts } from './field-shell.tsx'
import { GroupShell } from './group-shell.tsx'
import { readTypedMoment, type TypedMoment, type TypedPart, typedMoment } from './typed-date.ts'
import './date-time-field.css'

export interface DateTimeFieldProps extends FieldTexts {
  /** What is typed, part by part; read it with readTypedMoment. */
  readonly value: TypedMoment
  readonly onInput: (value: TypedMoment) => void
  /** Without: a date only. */
  readonly hasTime?: boolean | undefined
  /** Which part the error is about. */
  readonly errorPart?: TypedPart | undefined
  /** The parts are `${id}-day`, -month, -year and -time: an error summary links to one of them. */
  readonly id?: string | undefined
}

const dateParts = [
  { part: 'day', label: 'Day' },
  { part: 'month', label: 'Month' },
  { part: 'year', label: 'Year' },
] as const

/** A date, with a time if asked, typed in parts (month names too) or taken from the browser's calendar. */
export function DateTimeField(props: DateTimeFieldProps): JSX.Element {
  const ownId = createUniqueId()
  const id = () => props.id ?? ownId
  let calendar: HTMLInputElement | undefined
  const openCalendar = () => {
    const read = readTypedMoment(props.value, false)
    if (!calendar) return
    calendar.value = 'date' in read ? read.date : ''
    calendar.showPicker()
  }
  const partProps = (part: TypedPart) => ({
    part,
    id: `${id()}-${part}`,
    get value() {
      return props.value[part]
    },
    get isWrong() {
      return Boolean(props.error) && (props.errorPart ?? 'day') === part
    },
    get describedBy() {
      return props.error ? describedBy(id(), props) : undefined
    },
    onInput: (value: string) => props.onInput({ ...props.value, [part]: value }),
  })
  const pick = (date: string) => date !== '' && props.onInput({ ...typedMoment(date), time: props.value.time })

  return (
    <GroupShell id={id()} label={props.label} hint={props.hint} error={props.error} hideLabel={props.hideLabel}>
      <div class="moment">
        <For each={dateParts}>{(field) => <MomentPart {...partProps(field.part)} label={field.label} />}</For>
        <span class="moment__calendar">
          <input
            class="moment__native"
            type="date"
            tabIndex={-1}
            aria-hidden="true"
            ref={(element) => {
              calendar = element
            }}
            onChange={(event) => pick(event.currentTarget.value)}
          />
          <IconButton icon="calendar" label="Choose from a calendar" onClick={openCalendar} />
        </span>
        <Show when={props.hasTime}>
          <MomentPart {...partProps('time')} label="Time" />
        </Show>
      </div>
    </GroupShell>
  )
}

interface MomentPartProps {
  readonly part: TypedPart
  readonly label: string
  readonly id: string
  readonly value: string
  readonly isWrong: boolean
  readonly describedBy: string | undefined
  readonly onInput: (value: string) => void
}

function MomentPart(props: MomentPartProps): JSX.Element {
  return (
    <label class={`moment__part moment__part--${props.part}`}>
      <span class="moment__label">{props.label}</span>
      <input
        class="field__input"
        id={props.id}
        inputmode={props.part === 'month' || props.part === 'time' ? 'text' : 'numeric'}
        autocomplete="off"
        value={props.value}
        aria-invalid={props.isWrong ? 'true' : undefined}
        aria-describedby={props.describedBy}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </label>
  )
}
