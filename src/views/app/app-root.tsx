// The whole app: signed out, opening this person's records, or signed in.
import { type Accessor, createResource, createSignal, type JSX, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import type { Session } from '../../domain/wire.ts'
import type { Opened } from './app-context.ts'
import { SignedIn } from './signed-in.tsx'

const SignedOut = lazy(async () => ({ default: (await import('./signed-out.tsx')).SignedOut }))
const CannotOpen = lazy(async () => ({ default: (await import('../sync/cannot-open.tsx')).CannotOpen }))

export interface AppRootProps {
  /** The session that this device remembers. */
  readonly session: Session | undefined
  /** Opens the person's records and starts sharing them. */
  readonly open: (session: Session) => Promise<Opened>
  /** Whether another tab keeps them from being opened. */
  readonly isBlocked: Accessor<boolean>
  /** What the database of their records is called. */
  readonly nameOf: (session: Session) => string
  readonly readNow: () => number
}

export function AppRoot(props: AppRootProps): JSX.Element {
  const [session, setSession] = createSignal(props.session)
  const [opened] = createResource(session, props.open)
  return (
    <Switch>
      <Match when={(opened.error || (props.isBlocked() && opened.loading)) && session()}>
        {(whose) => (
          <Suspense>
            <CannotOpen error={opened.error} session={whose()} name={props.nameOf(whose())} readNow={props.readNow} />
          </Suspense>
        )}
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
