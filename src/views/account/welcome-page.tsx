import { createSignal, For, type JSX, Match, Show, Switch } from 'solid-js'
import type { Session } from '../../domain/wire.ts'
import { exploreSample } from '../../sync/account.ts'
import { Button } from '../parts/control/button.tsx'
import { Field } from '../parts/form/field.tsx'
import { Form } from '../parts/form/form.tsx'
import { Page } from '../parts/frame/page.tsx'
import { Card } from '../parts/show/card.tsx'
import { roleWords } from '../settings/role-words.ts'
import { deviceLabel } from './device-label.ts'
import { createSending } from './sending.ts'
import { SetUpPage } from './set-up-page.tsx'
import { TakeOverPage } from './take-over-page.tsx'

interface WelcomePageProps {
  readonly onSignedIn: (session: Session) => void
}

type Sample = Extract<Awaited<ReturnType<typeof exploreSample>>, { ok: true }>

/** A server that nobody has set up yet. */
export function WelcomePage(props: WelcomePageProps): JSX.Element {
  const [code, setCode] = createSignal('')
  const [isSettingUp, setSettingUp] = createSignal(location.pathname === '/set-up')
  const [isTakingOver, setTakingOver] = createSignal(false)
  const [sample, setSample] = createSignal<Sample>()
  return (
    <Switch
      fallback={
        <Choice
          code={code()}
          onCode={setCode}
          onSetUp={() => setSettingUp(true)}
          onTakeOver={() => setTakingOver(true)}
          onSample={setSample}
        />
      }
    >
      <Match when={sample()}>{(made) => <SampleReady sample={made()} onSignedIn={props.onSignedIn} />}</Match>
      <Match when={isTakingOver()}>
        <TakeOverPage code={code()} onSignedIn={props.onSignedIn} onBack={() => setTakingOver(false)} />
      </Match>
      <Match when={isSettingUp()}>
        <SetUpPage code={code()} onSignedIn={props.onSignedIn} onBack={() => setSettingUp(false)} />
      </Match>
    </Switch>
  )
}

interface ChoiceProps {
  readonly code: string
  readonly onCode: (code: string) => void
  readonly onSetUp: () => void
  readonly onTakeOver: () => void
  readonly onSample: (sample: Sample) => void
}

const codeId = 'welcome-code'

function Choice(props: ChoiceProps): JSX.Element {
  const sending = createSending(() => codeId)
  const explore = async () => {
    if (props.code.trim() === '') return sending.fail([{ fieldId: codeId, message: 'Enter the set-up code' }])
    const answer = await sending.send(() => exploreSample({ code: props.code.trim(), device: deviceLabel() }))
    if (answer) props.onSample(answer)
  }
  return (
    <Page title="Welcome to Uptally" narrow lead="Nobody has set up this server yet. There are three ways to begin.">
      <Form onSubmit={() => props.onSetUp()} errors={sending.errors()}>
        <Field
          id={codeId}
          label="Set-up code"
          hint="The server printed it when it started. It looks like ABCD-EFGH-JKLM."
          width="medium"
          value={props.code}
          onInput={props.onCode}
          error={sending.errorOf(codeId)}
        />
        <Card title="Set up your partnership">
          <div class="stack">
            <p>Councils, divisions, office hours and your own account. It takes about two minutes.</p>
            <div>
              <Button type="submit" kind="primary">
                Set up your partnership
              </Button>
            </div>
          </div>
        </Card>
        <Card title="Explore the sample">
          <div class="stack">
            <p>
              A made-up partnership with eighteen months of outages. It is marked as a sample on every page, and can be
              removed later.
            </p>
            <div>
              <Button busy={sending.isBusy()} onClick={explore}>
                Explore the sample
              </Button>
            </div>
            <Show when={sending.isBusy()}>
              <p role="status">Filling the sample. This can take half a minute.</p>
            </Show>
          </div>
        </Card>
        <Card title="Take over another Uptally’s data">
          <div class="stack">
            <p>
              You have the export of another Uptally, or of one of its councils: the file, your own account, and you go
              on where it stopped.
            </p>
            <div>
              <Button onClick={() => props.onTakeOver()}>Take over data</Button>
            </div>
          </div>
        </Card>
      </Form>
      <p>
        <a href="/help">Help</a>
      </p>
    </Page>
  )
}

function SampleReady(props: { readonly sample: Sample; readonly onSignedIn: (session: Session) => void }): JSX.Element {
  return (
    <Page
      title="The sample is ready"
      narrow
      lead={`You are signed in as ${props.sample.session.email}.`}
      bottom={
        <Button kind="primary" wide onClick={() => props.onSignedIn(props.sample.session)}>
          Continue
        </Button>
      }
    >
      <Card title="Accounts of the sample">
        <div class="stack">
          <p>
            All have the password <strong>{props.sample.password}</strong>. Note it: it is shown once.
          </p>
          <ul>
            <For each={props.sample.accounts}>
              {(account) => (
                <li>
                  {account.email}: {account.roles.map((role) => roleWords[role].label).join(', ')}
                </li>
              )}
            </For>
          </ul>
        </div>
      </Card>
    </Page>
  )
}
