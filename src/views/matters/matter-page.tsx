// One matter: what is known of it, its time, who may see it.
import { useParams } from '@solidjs/router'
import { createMemo, type JSX, Match, Show, Switch } from 'solid-js'
import { DEFAULT_ZONE, localDateAt, zoneOf } from '../../domain/zone.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { Files } from '../files/files.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Badge } from '../parts/show/badge.tsx'
import { AllowedOnly } from '../settings/allowed-only.tsx'
import { KeyDates, MatterFacts } from './matter-facts.tsx'
import { MatterGone } from './matter-gone.tsx'
import { allMatters } from './matter-reads.ts'
import { MatterTimeCard } from './matter-time-card.tsx'
import { WallCard } from './wall-card.tsx'
import './matters.css'
import { RecordConflicts } from '../sync/record-conflicts.tsx'

export function MatterPage(): JSX.Element {
  return (
    <AllowedOnly roles={['legal']} title="Matter" deed="see matters" back={{ href: '/', label: 'Start' }}>
      <OneMatter />
    </AllowedOnly>
  )
}

function OneMatter(): JSX.Element {
  const { now } = useApp()
  const params = useParams<{ id: string }>()
  const known = createLive(() => allMatters)
  const line = createMemo(() => known()?.lines.find(({ matter }) => matter.id === params.id))
  const today = createMemo(() => localDateAt(zoneOf(DEFAULT_ZONE), now()))
  const isOpen = () => line()?.matter.closedOn === null
  return (
    <Page
      title={line()?.matter.title ?? 'Matter'}
      lead={<Show when={line()}>{(found) => <span class="number">{found().matter.reference}</span>}</Show>}
      mark={
        <Show when={line()}>
          {(found) => (
            <>
              <Badge>{isOpen() ? 'Open' : 'Closed'}</Badge>
              <Show when={found().isPending}>
                <Badge>Not yet shared</Badge>
              </Show>
            </>
          )}
        </Show>
      }
      back={{ href: '/matters', label: 'Matters' }}
      actions={
        <Show when={line()}>
          <LinkButton href={`/matters/${params.id}/edit`} icon="edit">
            Edit
          </LinkButton>
        </Show>
      }
      bottom={
        <Show when={isOpen()}>
          <LinkButton kind="primary" icon="play" href={`/time?matter=${params.id}`}>
            Start timer
          </LinkButton>
          <LinkButton icon="plus" href={`/time/new?matter=${params.id}`}>
            Add time
          </LinkButton>
        </Show>
      }
    >
      <RecordConflicts ids={[params.id]} />
      <Switch fallback={<MatterGone />}>
        <Match when={known() === undefined}>
          <Skeleton shape="rows" count={6} />
        </Match>
        <Match when={line()}>
          {(found) => (
            <div class="matter-cards">
              <MatterFacts line={found()} today={today()} />
              <div class="stack">
                <KeyDates line={found()} today={today()} />
                <Files of={{ kind: 'matter', id: found().matter.id }} mayAdd mayRemoveAny />
                <MatterTimeCard matter={found().matter} />
                <Show when={found().matter.wallId !== null}>
                  <WallCard matterId={found().matter.id} />
                </Show>
              </div>
            </div>
          )}
        </Match>
      </Switch>
    </Page>
  )
}
