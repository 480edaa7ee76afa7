import { For, type JSX, Show } from 'solid-js'
import type { Session } from '../../domain/wire.ts'
import { Button } from '../parts/control/button.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { deviceLabel } from './device-label.ts'
import { canUsePasskeys, signInWithPasskey } from './passkeys.ts'
import { createSending } from './sending.ts'

interface PasskeySignInProps {
  readonly onSignedIn: (session: Session) => void
  /** Whose records this device holds; nobody else is signed in then. */
  readonly person?: string | undefined
}

/** Beside the password: the device knows who its passkeys are of. */
export function PasskeySignIn(props: PasskeySignInProps): JSX.Element {
  const sending = createSending(() => 'passkey')
  const press = async () => {
    const answer = await sending.send(() => signInWithPasskey(deviceLabel(), props.person))
    if (answer) props.onSignedIn(answer.session)
  }
  return (
    <Show when={canUsePasskeys()}>
      <div class="stack">
        <For each={sending.errors()}>
          {({ message }) => (
            <Banner tone="error" isResult>
              {message}
            </Banner>
          )}
        </For>
        <Button wide busy={sending.isBusy()} onClick={() => void press()}>
          Sign in with a passkey
        </Button>
      </div>
    </Show>
  )
}
