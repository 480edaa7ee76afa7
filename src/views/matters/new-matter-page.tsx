// Opening a matter: what it is, who may see it, and the search for conflicts before it is saved.
import { useNavigate } from '@solidjs/router'
import { createSignal, type JSX, Show } from 'solid-js'
import { mayWrite } from '../../domain/access.ts'
import { legalScope } from '../../domain/scope.ts'
import { DEFAULT_ZONE, localDateAt, zoneOf } from '../../domain/zone.ts'
import { useApp, useMay } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { AllowedOnly } from '../settings/allowed-only.tsx'
import { type MatterChoices, matterChoices } from './matter-reads.ts'
import { NewMatterForm } from './new-matter-form.tsx'

const back = { href: '/matters', label: 'Matters' }

export function NewMatterPage(): JSX.Element {
  return (
    <AllowedOnly roles={['legal']} title="Open a matter" deed="open matters" back={{ href: '/', label: 'Start' }}>
      <Page title="Open a matter" narrow back={back}>
        <Opening />
      </Page>
    </AllowedOnly>
  )
}

function Opening(): JSX.Element {
  const { store, session, now } = useApp()
  const navigate = useNavigate()
  const [today] = createSignal(localDateAt(zoneOf(DEFAULT_ZONE), now()))
  const choices = createLive(() => async (reads) => {
    const all = await matterChoices(reads)
    return { ...all, teams: all.teams.filter(({ id }) => mayWrite(store.access(), legalScope(id), 'matter')) }
  })
  const leadId = (known: MatterChoices) => (known.people.some(({ id }) => id === session.userId) ? session.userId : '')
  return (
    <Show when={choices()} fallback={<Skeleton shape="rows" count={6} />}>
      {(known) => (
        <Show when={known().teams.length > 0} fallback={<NoTeam />}>
          <NewMatterForm
            choices={known()}
            today={today()}
            leadId={leadId(known())}
            onOpened={(id) => navigate(id ? `/matters/${id}` : '/matters', { replace: true })}
          />
        </Show>
      )}
    </Show>
  )
}

function NoTeam(): JSX.Element {
  const may = useMay()
  return (
    <EmptyState
      title="There is no legal team yet"
      icon="people"
      action={
        <Show when={may('practice_manager') || may('admin')}>
          <LinkButton href="/legal/practice?part=team">Add a team</LinkButton>
        </Show>
      }
    >
      A practice manager or an administrator adds it under Legal, Practice. Matters are a team’s.
    </EmptyState>
  )
}
