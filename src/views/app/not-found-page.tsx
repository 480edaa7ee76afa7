import type { JSX } from 'solid-js'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'

export function NotFoundPage(): JSX.Element {
  return (
    <Page title="Nothing is here">
      <EmptyState
        title="This address leads nowhere"
        icon="search"
        action={<LinkButton href="/">Go to the start page</LinkButton>}
      >
        It may have been typed wrongly, or what was here is gone.
      </EmptyState>
    </Page>
  )
}
