import type { JSX } from 'solid-js'
import { Field } from '../parts/form/field.tsx'
import { setUpFieldId } from './set-up-draft.ts'

interface SetUpPersonProps {
  readonly person: { readonly name: string; readonly email: string }
  readonly onInput: (part: { readonly name?: string; readonly email?: string }) => void
  readonly password: string
  readonly onPassword: (password: string) => void
  readonly code: string
  readonly onCode: (code: string) => void
  /** By the server's path of a field: "admin.email". */
  readonly errorOf: (path: string) => string | undefined
}

/** Whoever sets up: their account, and the code that shows that the server is theirs. */
export function SetUpPerson(props: SetUpPersonProps): JSX.Element {
  return (
    <fieldset class="stack">
      <legend class="set-up__legend">You, the first administrator</legend>
      <Field
        id={setUpFieldId('admin.name')}
        label="Your name"
        autocomplete="name"
        maxLength={120}
        value={props.person.name}
        onInput={(name) => props.onInput({ name })}
        error={props.errorOf('admin.name')}
      />
      <Field
        id={setUpFieldId('admin.email')}
        label="E-mail"
        type="email"
        name="username"
        autocomplete="username"
        value={props.person.email}
        onInput={(email) => props.onInput({ email })}
        error={props.errorOf('admin.email')}
      />
      <Field
        id={setUpFieldId('admin.password')}
        label="Password"
        hint="12 characters or more. A few words in a row are easy to keep."
        type="password"
        name="password"
        autocomplete="new-password"
        value={props.password}
        onInput={props.onPassword}
        error={props.errorOf('admin.password')}
      />
      <Field
        id={setUpFieldId('code')}
        label="Set-up code"
        hint="The server printed it when it started"
        width="medium"
        value={props.code}
        onInput={props.onCode}
        error={props.errorOf('code')}
      />
    </fieldset>
  )
}
