import { createSignal, type JSX } from 'solid-js'
import { changePassword } from '../../sync/account.ts'
import { createSending } from '../account/sending.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Field } from '../parts/form/field.tsx'
import { Form } from '../parts/form/form.tsx'
import { Card } from '../parts/show/card.tsx'

const idOf = (field: string | undefined) => (field === 'next' ? 'password-next' : 'password-current')

export function PasswordCard(): JSX.Element {
  const { session, tell } = useApp()
  const [current, setCurrent] = createSignal('')
  const [next, setNext] = createSignal('')
  const sending = createSending(idOf)
  const submit = async () => {
    const missing = [
      ...(current() ? [] : [{ fieldId: idOf('current'), message: 'Enter your present password' }]),
      ...(next().length >= 12 ? [] : [{ fieldId: idOf('next'), message: 'Use at least 12 characters' }]),
    ]
    if (missing.length > 0) return sending.fail(missing)
    if (!(await sending.send(() => changePassword(current(), next())))) return
    setCurrent('')
    setNext('')
    tell('Password changed. Your other devices are signed out.')
  }
  return (
    <Card title="Password">
      <Form
        label="Password"
        onSubmit={submit}
        errors={sending.errors()}
        acts={
          <Button type="submit" busy={sending.isBusy()}>
            Change password
          </Button>
        }
      >
        <input type="hidden" name="username" autocomplete="username" value={session.email} />
        <Field
          id={idOf('current')}
          label="Present password"
          type="password"
          autocomplete="current-password"
          value={current()}
          onInput={setCurrent}
          error={sending.errorOf(idOf('current'))}
        />
        <Field
          id={idOf('next')}
          label="New password"
          hint="12 characters or more. Your other devices are signed out."
          type="password"
          autocomplete="new-password"
          value={next()}
          onInput={setNext}
          error={sending.errorOf(idOf('next'))}
        />
      </Form>
    </Card>
  )
}
