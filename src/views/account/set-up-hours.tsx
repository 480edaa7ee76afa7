import type { JSX } from 'solid-js'
import { Field } from '../parts/form/field.tsx'
import type { SetUpPartProps } from './set-up-councils.tsx'
import { setUpFieldId } from './set-up-draft.ts'
import './set-up.css'

/** The first calendar: every division's working hours until somebody says otherwise. */
export function SetUpHours(props: SetUpPartProps): JSX.Element {
  return (
    <fieldset class="stack">
      <legend class="set-up__legend">Office hours, Monday to Friday</legend>
      <p class="muted">
        Closed on the bank holidays of England and Wales. More calendars, closures and other hours can follow under
        Settings.
      </p>
      <div class="set-up__counts">
        <Field
          id={setUpFieldId('officeHours.from')}
          label="Open from"
          value={props.draft.opens}
          onInput={(opens) => props.onInput({ ...props.draft, opens })}
          error={props.errorOf(setUpFieldId('officeHours.from'))}
        />
        <Field
          id={setUpFieldId('officeHours.to')}
          label="Until"
          value={props.draft.closes}
          onInput={(closes) => props.onInput({ ...props.draft, closes })}
          error={props.errorOf(setUpFieldId('officeHours.to'))}
        />
      </div>
    </fieldset>
  )
}
