import type { JSX } from 'solid-js'
import { useApp } from '../app/app-context.ts'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'

/** An invitation or a new password's link, opened where somebody is at work already. */
export function AlreadySignedInPage(): JSX.Element {
  const { session } = useApp()
  return (
    <Page title="A link to join">
      <EmptyState
        title={`${session.name} is signed in here`}
        icon="person"
        action={<LinkButton href="/settings/device">Sign out of this device</LinkButton>}
      >
        To use this link, sign out first, then open it again. It is good once and for 72 hours.
      </EmptyState>
    </Page>
  )
}
