import type { JSX } from 'solid-js'
import type { Session } from '../../domain/wire.ts'
import { Page } from '../parts/frame/page.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { InstallHint } from '../sync/install-hint.tsx'
import { ElsewhereSignIn } from './elsewhere-sign-in.tsx'
import { PasskeySignIn } from './passkey-sign-in.tsx'
import { SignInForm } from './sign-in-form.tsx'

interface SignInPageProps {
  readonly onSignedIn: (session: Session) => void
  /** What the button for the identity provider says; undefined where there is none. */
  readonly elsewhere: string | undefined
}

export function SignInPage(props: SignInPageProps): JSX.Element {
  return (
    <Page title="Sign in to Uptally" narrow>
      <ElsewhereSignIn name={props.elsewhere} />
      <SignInForm onSignedIn={props.onSignedIn} />
      <PasskeySignIn onSignedIn={props.onSignedIn} />
      <Disclosure summary="No password, or no longer known">
        <p>An administrator of your partnership can send you a link with which you choose a new one.</p>
      </Disclosure>
      <InstallHint />
      <p>
        <a href="/help">Help</a>
      </p>
    </Page>
  )
}
