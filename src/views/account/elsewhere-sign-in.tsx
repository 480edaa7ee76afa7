// Sign-in at the identity provider, which is two navigations, and what came of it (server/oidc/routes.ts).
import { type JSX, Show } from 'solid-js'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { deviceLabel } from './device-label.ts'

const parameter = 'sign-in'

const sentences: Readonly<Record<string, string>> = {
  unknown:
    'There is no account here for you yet. Ask an administrator of your partnership to invite you by the e-mail address of your work account.',
  unverified:
    'Your work account does not vouch for your e-mail address, so it cannot be told which account here is yours. Use your password, or ask an administrator.',
  disabled: 'Your account here is switched off. An administrator of your partnership can switch it on.',
  taken:
    'The account here with your e-mail address belongs to another work account. Ask an administrator to send you a link for a new password: after that you can sign in this way again.',
  other_person:
    'You signed in as somebody else than the person whose records this device holds. Sign in as that person, or sign out of this device first.',
  expired: 'This sign-in took longer than ten minutes, was used already, or began in another browser. Try again.',
  unreachable: 'The sign-in of your work account cannot be reached. Try again later, or use your password.',
  declined: 'You were not signed in at your work account. Try again, or use your password.',
  too_often: 'That was tried too often. Wait a quarter of an hour and try again.',
}
const otherwise = 'What your work account answered could not be checked. Try again, or use your password.'

const wordHere = () => new URLSearchParams(location.search).get(parameter)

function withoutWord(): string {
  const url = new URL(location.href)
  url.searchParams.delete(parameter)
  return url.pathname + url.search
}

/** Whether this page opened because somebody has just signed in there: asked once, then the address is a usual one. */
export function comesSignedIn(): boolean {
  if (wordHere() !== 'done') return false
  history.replaceState(history.state, '', withoutWord())
  return true
}

interface ElsewhereSignInProps {
  /** What the button says; undefined where no provider is set. */
  readonly name: string | undefined
  /** Whose records this device holds; nobody else is signed in then. */
  readonly person?: string | undefined
}

export function ElsewhereSignIn(props: ElsewhereSignInProps): JSX.Element {
  const address = () => {
    const asked = { to: withoutWord(), device: deviceLabel(), ...(props.person && { person: props.person }) }
    return `/auth/oidc/start?${new URLSearchParams(asked)}`
  }
  const why = () => (wordHere() === 'done' ? null : wordHere())
  return (
    <Show when={props.name}>
      {(name) => (
        <div class="stack">
          <Show when={why()}>
            {(word) => (
              <Banner tone="error" title="You are not signed in" isResult>
                <p>{sentences[word()] ?? otherwise}</p>
              </Banner>
            )}
          </Show>
          {/* Leaves the app: not for its router. */}
          <LinkButton href={address()} rel="external" wide>
            {name()}
          </LinkButton>
        </div>
      )}
    </Show>
  )
}
