import { createSignal, type JSX } from 'solid-js'
import type { Session } from '../../domain/wire.ts'
import { takeOver } from '../../sync/account.ts'
import { Button } from '../parts/control/button.tsx'
import { Form } from '../parts/form/form.tsx'
import { Page } from '../parts/frame/page.tsx'
import { deviceLabel } from './device-label.ts'
import { createSending } from './sending.ts'
import { personErrors, setUpFieldId } from './set-up-draft.ts'
import { SetUpPerson } from './set-up-person.tsx'
import './set-up.css'

interface TakeOverPageProps {
  /** The set-up code if it was typed already. */
  readonly code: string
  readonly onSignedIn: (session: Session) => void
  readonly onBack: () => void
}

/** The first account alone; signed in, it takes in the file. */
export function TakeOverPage(props: TakeOverPageProps): JSX.Element {
  const [person, setPerson] = createSignal({ name: '', email: '' })
  const [code, setCode] = createSignal(props.code)
  const [password, setPassword] = createSignal('')
  const sending = createSending((field) => setUpFieldId(field ?? 'code'))
  const submit = async () => {
    const errors = personErrors({ ...person(), code: code(), password: password() })
    if (errors.length > 0) return sending.fail(errors)
    const admin = { name: person().name.trim(), email: person().email.trim(), password: password() }
    const answer = await sending.send(() => takeOver({ code: code().trim(), admin, device: deviceLabel() }))
    if (!answer) return
    history.replaceState(null, '', '/settings/take-in')
    props.onSignedIn(answer.session)
  }
  return (
    <Page
      title="Take over another Uptally’s data"
      narrow
      lead="First your account. The next page takes in the file: its councils, systems, outages and incidents."
      actions={
        <Button kind="quiet" icon="arrow-left" onClick={() => props.onBack()}>
          Back
        </Button>
      }
    >
      <Form
        onSubmit={submit}
        errors={sending.errors()}
        acts={
          <Button type="submit" kind="primary" wide busy={sending.isBusy()}>
            Sign in and go on
          </Button>
        }
      >
        <SetUpPerson
          person={person()}
          onInput={(part) => setPerson((old) => ({ ...old, ...part }))}
          password={password()}
          onPassword={setPassword}
          code={code()}
          onCode={setCode}
          errorOf={(path) => sending.errorOf(setUpFieldId(path))}
        />
      </Form>
    </Page>
  )
}
