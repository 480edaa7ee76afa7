import type { JSX } from 'solid-js'
import { LinkButton } from '../parts/control/link-button.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'

/** The same words for a matter that does not exist and for one that is not this person's to know of. */
export function MatterGone(): JSX.Element {
  return (
    <EmptyState
      title="This matter is not here"
      icon="book"
      action={<LinkButton href="/matters">All matters</LinkButton>}
    >
      It has not reached this device, or it is not on it any more.
    </EmptyState>
  )
}
