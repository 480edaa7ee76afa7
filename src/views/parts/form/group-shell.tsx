// What stands around several controls that answer one question: legend, hint and error.
import { type JSX, Show } from 'solid-js'
import { classes } from '../classes.ts'
import { describedBy, type FieldTexts } from './field-shell.tsx'
import './field.css'

interface GroupShellProps extends FieldTexts {
  readonly id: string
  readonly children: JSX.Element
}

export function GroupShell(props: GroupShellProps): JSX.Element {
  return (
    <fieldset
      class={classes('field', 'field--group', props.error && 'field--error')}
      id={props.id}
      aria-describedby={describedBy(props.id, props)}
    >
      <legend class={classes('field__legend', props.hideLabel && 'visually-hidden')}>{props.label}</legend>
      <Show when={props.hint}>
        <p class="field__hint" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      </Show>
      <Show when={props.error}>
        <p class="field__error" id={`${props.id}-error`}>
          <span class="visually-hidden">Error: </span>
          {props.error}
        </p>
      </Show>
      {props.children}
    </fieldset>
  )
}
