import { createSignal, type JSX, Show } from 'solid-js'
import type { Session } from '../../domain/wire.ts'
import { signIn } from '../../sync/account.ts'
import { Button } from '../parts/control/button.tsx'
import { Field } from '../parts/form/field.tsx'
import { Form } from '../parts/form/form.tsx'
import { deviceLabel } from './device-label.ts'
import { createSending } from './sending.ts'

interface SignInFormProps {
  readonly onSignedIn: (session: Session) => void
  /** Where somebody signs in again: their own address, not to be changed. */
  readonly email?: string | undefined
}

const idOf = (field: string | undefined) => (field === 'email' ? 'sign-in-email' : 'sign-in-password')

export function SignInForm(props: SignInFormProps): JSX.Element {
  const [email, setEmail] = createSignal('')
  const [password, setPassword] = createSignal('')
  const sending = createSending(idOf)
  const address = () => props.email ?? email()
  const submit = async () => {
    const missing = [
      ...(address().trim() ? [] : [{ fieldId: idOf('email'), message: 'Enter your e-mail address' }]),
      ...(password() ? [] : [{ fieldId: idOf('password'), message: 'Enter your password' }]),
    ]
    if (missing.length > 0) return sending.fail(missing)
    const answer = await sending.send(() =>
      signIn({ email: address().trim(), password: password(), device: deviceLabel() }),
    )
    if (answer) props.onSignedIn(answer.session)
  }
  return (
    <Form
      label="Sign in"
      onSubmit={submit}
      errors={sending.errors()}
      acts={
        <Button type="submit" kind="primary" wide busy={sending.isBusy()}>
          Sign in
        </Button>
      }
    >
      <Show
        when={props.email === undefined}
        fallback={
          <>
            <p>
              Signing in as <strong>{props.email}</strong>
            </p>
            {/* Password managers find the right entry by the address. */}
            <input type="hidden" name="username" autocomplete="username" value={props.email} />
          </>
        }
      >
        <Field
          id={idOf('email')}
          label="E-mail"
          name="username"
          type="email"
          autocomplete="username"
          value={email()}
          onInput={setEmail}
          error={sending.errorOf(idOf('email'))}
        />
      </Show>
      <Field
        id={idOf('password')}
        label="Password"
        name="password"
        type="password"
        autocomplete="current-password"
        value={password()}
        onInput={setPassword}
        error={sending.errorOf(idOf('password'))}
      />
    </Form>
  )
}
