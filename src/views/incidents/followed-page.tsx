// The address of one incident. Whoever reads the desk gets its page; whoever asked sees what became of it.
import { useParams } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { createMemo, lazy, Match, Switch } from 'solid-js'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { followedIncident } from './followed.ts'
import { FollowedView } from './followed-view.tsx'
import { readsDesk } from './rights.ts'

const IncidentPage = lazy(async () => ({ default: (await import('./incident-page.tsx')).IncidentPage }))

const back = { href: '/incidents', label: 'Incidents' }

export function FollowedPage(): JSX.Element {
  const { store } = useApp()
  const params = useParams<{ id: string }>()
  // The answer tells for which incident it is, so that another one's is not shown for this one.
  const found = createLive(() => {
    const { id } = params
    return async (reads) => {
      const incident = await reads.get('incident', id)
      if (incident && readsDesk(store.access(), incident.councilId)) return { id, isOfDesk: true } as const
      return { id, isOfDesk: false, followed: await followedIncident(reads, id) } as const
    }
  })
  const shown = createMemo(() => (found()?.id === params.id ? found() : undefined))
  const isOfDesk = createMemo(() => shown()?.isOfDesk === true)
  return (
    <Switch
      fallback={
        <Page title="Incident" back={back}>
          <Skeleton shape="rows" count={4} />
        </Page>
      }
    >
      <Match when={isOfDesk()}>
        <IncidentPage id={params.id} />
      </Match>
      <Match when={shown()?.followed}>{(followed) => <FollowedView incident={followed()} back={back} />}</Match>
      <Match when={shown()}>
        <Page title="Incident" back={back}>
          <EmptyState
            title="This incident is not here"
            icon="ticket"
            action={<LinkButton href="/incidents">All incidents</LinkButton>}
          >
            It was taken back, it is not yours to see, or it has not reached this device yet.
          </EmptyState>
        </Page>
      </Match>
    </Switch>
  )
}
