import { createSignal, type JSX, Show } from 'solid-js'
import type { Grant } from '../../domain/access.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { invite } from '../../sync/account.ts'
import { createSending } from '../account/sending.ts'
import { Button } from '../parts/control/button.tsx'
import { Field } from '../parts/form/field.tsx'
import { Form } from '../parts/form/form.tsx'
import { GrantsEditor } from './grants-editor.tsx'
import { SecretLink } from './secret-link.tsx'

interface InviteFormProps {
  readonly councils: readonly Recorded<'council'>[]
  readonly teams: readonly Recorded<'team'>[]
  readonly onInvited: () => void
}

const idOf = (field: string | undefined) => (field === 'name' ? 'invite-name' : 'invite-email')

export function InviteForm(props: InviteFormProps): JSX.Element {
  const [name, setName] = createSignal('')
  const [email, setEmail] = createSignal('')
  const [grants, setGrants] = createSignal<readonly Grant[]>([{ role: 'staff', on: null }])
  const [made, setMade] = createSignal<{ readonly name: string; readonly secret: string; readonly until: number }>()
  const sending = createSending(idOf)
  const submit = async () => {
    const missing = [
      ...(name().trim() ? [] : [{ fieldId: idOf('name'), message: 'Give their name' }]),
      ...(/^[^\s@]+@[^\s@]+$/.test(email().trim())
        ? []
        : [{ fieldId: idOf('email'), message: 'Give an e-mail address, such as name@example.gov.uk' }]),
    ]
    if (missing.length > 0) return sending.fail(missing)
    const body = { name: name().trim(), email: email().trim(), grants: grants() }
    const answer = await sending.send(() => invite(body))
    if (!answer) return
    setMade({ name: body.name, secret: answer.secret, until: answer.until })
    props.onInvited()
  }
  return (
    <Show
      when={made()}
      fallback={
        <Form
          onSubmit={submit}
          errors={sending.errors()}
          acts={
            <Button type="submit" kind="primary" busy={sending.isBusy()}>
              Make a link
            </Button>
          }
        >
          <Field
            id={idOf('name')}
            label="Name"
            maxLength={120}
            value={name()}
            onInput={setName}
            error={sending.errorOf(idOf('name'))}
          />
          <Field
            id={idOf('email')}
            label="E-mail"
            type="email"
            value={email()}
            onInput={setEmail}
            error={sending.errorOf(idOf('email'))}
          />
          <GrantsEditor grants={grants()} councils={props.councils} teams={props.teams} onChange={setGrants} />
        </Form>
      }
    >
      {(link) => <SecretLink name={link().name} secret={link().secret} until={link().until} />}
    </Show>
  )
}
