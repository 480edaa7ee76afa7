import { createSignal, type JSX, Show } from 'solid-js'
import type { Session } from '../../domain/wire.ts'
import { accept } from '../../sync/account.ts'
import { Button } from '../parts/control/button.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Field } from '../parts/form/field.tsx'
import { Form } from '../parts/form/form.tsx'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { deviceLabel } from './device-label.ts'
import { createSending } from './sending.ts'

const idOf = (field: string | undefined) => (field === 'name' ? 'accept-name' : 'accept-password')

/** Where an invitation or a reset link leads. The secret stands in the address's fragment, which no server sees. */
export function AcceptPage(props: { readonly onSignedIn: (session: Session) => void }): JSX.Element {
  const secret = location.hash.slice(1)
  const [name, setName] = createSignal('')
  const [password, setPassword] = createSignal('')
  const sending = createSending(idOf)
  const submit = async () => {
    if (password().length < 12)
      return sending.fail([{ fieldId: idOf('password'), message: 'Use at least 12 characters' }])
    const given = name().trim()
    const answer = await sending.send(() =>
      accept({ secret, password: password(), device: deviceLabel(), ...(given ? { name: given } : {}) }),
    )
    if (!answer) return
    // The secret is used up; it need not stay in the history of this browser.
    history.replaceState(null, '', '/')
    props.onSignedIn(answer.session)
  }
  return (
    <Page title="Choose your password" narrow>
      <Show
        when={secret}
        fallback={
          <EmptyState title="This link is not whole" action={<LinkButton href="/">Go to sign-in</LinkButton>}>
            Copy the link again from the message, to its end. If it was used already, sign in.
          </EmptyState>
        }
      >
        <Form
          onSubmit={submit}
          errors={sending.errors()}
          acts={
            <Button type="submit" kind="primary" wide busy={sending.isBusy()}>
              Save and sign in
            </Button>
          }
        >
          <Field
            id={idOf('name')}
            label="Your name"
            hint="Empty keeps the name that the administrator gave"
            autocomplete="name"
            maxLength={120}
            value={name()}
            onInput={setName}
            error={sending.errorOf(idOf('name'))}
          />
          <Field
            id={idOf('password')}
            label="Password"
            hint="12 characters or more. A few words in a row are easy to keep."
            type="password"
            name="password"
            autocomplete="new-password"
            value={password()}
            onInput={setPassword}
            error={sending.errorOf(idOf('password'))}
          />
        </Form>
      </Show>
    </Page>
  )
}
