import type { JSX } from 'solid-js'
import { Page } from '../parts/frame/page.tsx'
import { DevicesCard } from './devices-card.tsx'
import { HeldCard } from './held-card.tsx'
import { PasskeysCard } from './passkeys-card.tsx'
import { PasswordCard } from './password-card.tsx'

/** What the server has of whoever is signed in. */
export function AccountPage(): JSX.Element {
  return (
    <Page
      title="Your account"
      lead="It is at the server, so it needs a network."
      narrow
      back={{ href: '/settings', label: 'Settings' }}
    >
      <PasswordCard />
      <PasskeysCard />
      <DevicesCard />
      <HeldCard />
    </Page>
  )
}
