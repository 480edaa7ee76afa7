import { createSignal, type JSX } from 'solid-js'
import type { Session } from '../../domain/wire.ts'
import { setUp } from '../../sync/account.ts'
import { Button } from '../parts/control/button.tsx'
import { Field } from '../parts/form/field.tsx'
import { Form } from '../parts/form/form.tsx'
import { Page } from '../parts/frame/page.tsx'
import { deviceLabel } from './device-label.ts'
import { createSending } from './sending.ts'
import { createSessionDraft } from './session-draft.ts'
import { SetUpCouncils } from './set-up-councils.tsx'
import { SetUpDivisions } from './set-up-divisions.tsx'
import { emptySetUp, readKeptDraft, readSetUp, setUpFieldId, withoutBlanks } from './set-up-draft.ts'
import { SetUpHours } from './set-up-hours.tsx'
import { SetUpPerson } from './set-up-person.tsx'

interface SetUpPageProps {
  /** The set-up code if it was typed already. */
  readonly code: string
  readonly onSignedIn: (session: Session) => void
  readonly onBack: () => void
}

/** One page, about two minutes: the partnership, its councils, divisions and office hours, and its first administrator. */
export function SetUpPage(props: SetUpPageProps): JSX.Element {
  const draft = createSessionDraft('set-up', emptySetUp, readKeptDraft)
  const [code, setCode] = createSignal(props.code)
  const [password, setPassword] = createSignal('')
  const sending = createSending((field) => setUpFieldId(field ?? 'code'))
  const errorOf = (path: string) => sending.errorOf(setUpFieldId(path))
  const patch = (fields: Partial<typeof emptySetUp>) => draft.set({ ...draft.value(), ...fields })
  const submit = async () => {
    const secrets = { code: code(), password: password() }
    const whole = withoutBlanks(draft.value())
    const read = readSetUp(whole, secrets)
    if (!read.ok) {
      // Told by the rows as they stand, blank ones too.
      const shown = readSetUp(draft.value(), secrets)
      return sending.fail(shown.ok ? read.errors : shown.errors)
    }
    // The server numbers what it is sent: without blanks its "councils.1.name" is the second row here too.
    draft.set(whole)
    const answer = await sending.send(() => setUp({ ...read.body, device: deviceLabel() }))
    if (!answer) return
    draft.drop()
    props.onSignedIn(answer.session)
  }
  return (
    <Page
      title="Set up your partnership"
      narrow
      lead="About two minutes. What you type stays on this device until you finish."
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
            Set up and sign in
          </Button>
        }
      >
        <Field
          id={setUpFieldId('partnership.name')}
          label="Name of the partnership"
          hint="Such as Three Rivers Shared Services"
          maxLength={120}
          value={draft.value().partnership}
          onInput={(partnership) => patch({ partnership })}
          error={errorOf('partnership.name')}
        />
        <SetUpCouncils draft={draft.value()} onInput={draft.set} errorOf={sending.errorOf} />
        <SetUpDivisions draft={draft.value()} onInput={draft.set} errorOf={sending.errorOf} />
        <SetUpHours draft={draft.value()} onInput={draft.set} errorOf={sending.errorOf} />
        <SetUpPerson
          person={draft.value()}
          onInput={patch}
          password={password()}
          onPassword={setPassword}
          code={code()}
          onCode={setCode}
          errorOf={errorOf}
        />
      </Form>
    </Page>
  )
}
