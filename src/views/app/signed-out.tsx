// Before anybody is signed in on this device: set-up on an empty server, sign-in, an invitation, help.
import { Route, Router } from '@solidjs/router'
import type { JSX, ParentProps } from 'solid-js'
import { createResource, lazy, Match, Suspense, Switch } from 'solid-js'
import type { Session } from '../../domain/wire.ts'
import { authState } from '../../sync/account.ts'
import { obeyWipe } from '../../sync/wiped.ts'
import { comesSignedIn } from '../account/elsewhere-sign-in.tsx'
import { SignInPage } from '../account/sign-in-page.tsx'
import { WipedNote } from '../account/wiped-note.tsx'
import { Button } from '../parts/control/button.tsx'
import { ErrorState } from '../parts/notice/error-state.tsx'
import { Notices } from '../parts/notice/notices.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import './signed-out.css'

const WelcomePage = lazy(async () => ({ default: (await import('../account/welcome-page.tsx')).WelcomePage }))
const AcceptPage = lazy(async () => ({ default: (await import('../account/accept-page.tsx')).AcceptPage }))
const HelpPage = lazy(async () => ({ default: (await import('../help/help-page.tsx')).HelpPage }))

const AccessibilityPage = lazy(async () => ({
  default: (await import('../help/accessibility-page.tsx')).AccessibilityPage,
}))

export interface SignedOutProps {
  readonly onSignedIn: (session: Session) => void
}

export function SignedOut(props: SignedOutProps): JSX.Element {
  return (
    <Router root={Outside}>
      <Route path="/accept" component={() => <AcceptPage onSignedIn={props.onSignedIn} />} />
      <Route path="/help" component={() => <HelpPage />} />
      <Route path="/help/accessibility" component={() => <AccessibilityPage />} />
      <Route path="*" component={() => <Entrance onSignedIn={props.onSignedIn} />} />
    </Router>
  )
}

function Outside(props: ParentProps): JSX.Element {
  return (
    <Notices>
      <main class="outside" id="main">
        <Suspense fallback={<Skeleton />}>{props.children}</Suspense>
      </main>
    </Notices>
  )
}

function Entrance(props: SignedOutProps): JSX.Element {
  const [state, { refetch }] = createResource(async () => {
    let found = await authState()
    if (!found.ok && found.error.wipe) {
      await obeyWipe(found.error.wipe, localStorage)
      found = await authState()
    }
    if (found.ok && found.session && comesSignedIn()) props.onSignedIn(found.session)
    return found
  })
  const signedIn = () => {
    const known = state()
    return known?.ok ? known : undefined
  }
  return (
    <Switch fallback={<Skeleton />}>
      <Match when={state()?.ok === false}>
        <ErrorState title="The server cannot be reached" action={<Button onClick={() => refetch()}>Try again</Button>}>
          The first use on a device needs a network. After that Uptally works without.
        </ErrorState>
      </Match>
      <Match when={signedIn()?.needsSetUp}>
        <WelcomePage onSignedIn={props.onSignedIn} />
      </Match>
      <Match when={signedIn()}>
        <WipedNote />
        <SignInPage onSignedIn={props.onSignedIn} elsewhere={signedIn()?.oidc} />
      </Match>
    </Switch>
  )
}
