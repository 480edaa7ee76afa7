import { type JSX, Show } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { Button } from '../parts/control/button.tsx'
import { DateTimeField } from '../parts/form/date-time-field.tsx'
import type { FormError } from '../parts/form/error-summary.tsx'
import { Field } from '../parts/form/field.tsx'
import { Select } from '../parts/form/select.tsx'
import type { TypedPart } from '../parts/form/typed-date.ts'
import type { AgreementDraft } from './system-draft.ts'

interface AgreementFieldsProps {
  readonly agreement: AgreementDraft
  readonly calendars: readonly Recorded<'calendar'>[]
  readonly errors: readonly FormError[]
  readonly onInput: (agreement: AgreementDraft) => void
  /** undefined where it is the only one. */
  readonly onRemove: (() => void) | undefined
}

export function AgreementFields(props: AgreementFieldsProps): JSX.Element {
  const id = (field: string) => `agreement-${props.agreement.key}-${field}`
  const errorOf = (field: string) => props.errors.find((error) => error.fieldId === id(field))?.message
  const fromError = () => props.errors.find((error) => error.fieldId.startsWith(`${id('from')}-`))
  const fromPart = () => fromError()?.fieldId.split('-').at(-1) as TypedPart | undefined
  const patch = (changes: Partial<AgreementDraft>) => props.onInput({ ...props.agreement, ...changes })
  const hours = () => props.calendars.map((calendar) => ({ value: calendar.id, label: calendar.name }))
  return (
    <div class="agreement">
      <DateTimeField
        id={id('from')}
        label="In force from"
        hint="Days before the first agreement are measured by it too"
        value={props.agreement.from}
        error={fromError()?.message}
        errorPart={fromPart()}
        onInput={(from) => patch({ from })}
      />
      <Select
        id={id('calendar')}
        label="Agreed hours"
        width="medium"
        value={props.agreement.calendarId}
        options={hours()}
        error={errorOf('calendar')}
        onChange={(calendarId) => patch({ calendarId })}
      />
      <Field
        id={id('target')}
        label="Target"
        hint="Availability in agreed hours; empty for none"
        type="number"
        width="short"
        suffix="%"
        value={props.agreement.target}
        error={errorOf('target')}
        onInput={(target) => patch({ target })}
      />
      <Field
        id={id('notice')}
        label="Notice of planned work"
        hint="With less notice planned work counts as an outage; empty for the partnership’s setting"
        type="number"
        width="short"
        suffix="hours"
        value={props.agreement.notice}
        error={errorOf('notice')}
        onInput={(notice) => patch({ notice })}
      />
      <Show when={props.onRemove}>
        {(remove) => (
          <div>
            <Button kind="quiet" icon="bin" onClick={() => remove()()}>
              Remove this agreement
            </Button>
          </div>
        )}
      </Show>
    </div>
  )
}
