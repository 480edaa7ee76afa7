import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import type { Role } from '../../domain/access.ts'
import { useMay } from '../app/app-context.ts'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { roleWords } from './role-words.ts'

interface AllowedOnlyProps {
  readonly roles: readonly Role[]
  /** The page's title. */
  readonly title: string
  /** What these roles do here: "change the calendars". */
  readonly deed: string
  /** Where those go who may not; the settings unless said. */
  readonly back?: { readonly href: string; readonly label: string }
  readonly children: JSX.Element
}

/** The page for those who hold one of the roles; for all others a page that says who does. */
export function AllowedOnly(props: AllowedOnlyProps): JSX.Element {
  const may = useMay()
  const who = () => {
    const holders = props.roles.map((role) => roleWords[role].holder)
    return [holders.slice(0, -1).join(', '), holders.at(-1)].filter(Boolean).join(' or ')
  }
  const back = () => props.back ?? { href: '/settings', label: 'Settings' }
  return (
    <Show
      when={props.roles.some((role) => may(role))}
      fallback={
        <Page title={props.title} back={back()}>
          <EmptyState
            title={`Only ${who()} can ${props.deed}`}
            icon="lock"
            action={<LinkButton href={back().href}>Go to {back().label.toLowerCase()}</LinkButton>}
          >
            Ask one of them if something here needs to change.
          </EmptyState>
        </Page>
      }
    >
      {props.children}
    </Show>
  )
}
