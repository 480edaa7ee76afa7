// The whole app: signed out, opening this person's records, or signed in.
import { createResource, createSignal, type JSX, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import type { Session } from '../../domain/wire.ts'
import { Button } from '../parts/control/button.tsx'
import { ErrorState } from '../parts/notice/error-state.tsx'
import type { Opened } from './app-context.ts'
import { SignedIn } from './signed-in.tsx'

const SignedOut = lazy(async () => ({ default: (await import('./signed-out.tsx')).SignedOut }))

export interface AppRootProps {
  /** The session that this device remembers. */
  readonly session: Session | undefined
  /** Opens the person's records and starts sharing them. */
  readonly open: (session: Session) => Promise<Opened>
}

export function AppRoot(props: AppRootProps): JSX.Element {
  const [session, setSession] = createSignal(props.session)
  const [opened] = createResource(session, props.open)
  return (
    <Switch>
      <Match when={opened.error}>
        <CannotOpen />
      </Match>
      <Match when={!session()}>
        <Suspense>
          <SignedOut onSignedIn={setSession} />
        </Suspense>
      </Match>
      <Match when={opened()}>
        {(ready) => (
          <Show when={ready()} keyed>
            {(app) => <SignedIn opened={app} />}
          </Show>
        )}
      </Match>
    </Switch>
  )
}

function CannotOpen(): JSX.Element {
  return (
    <main id="main">
      <ErrorState
        title="This device's records cannot be opened"
        action={
          <Button kind="primary" onClick={() => location.reload()}>
            Reload
          </Button>
        }
      >
        Another tab may hold them with a newer version, or the disk may be full. Close other tabs of Uptally, free some
        space, and reload. Nothing was deleted.
      </ErrorState>
    </main>
  )
}
