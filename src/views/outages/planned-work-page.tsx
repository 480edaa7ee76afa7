// Planned work: announced, changed, cancelled.
import { useParams } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { createMemo, Show } from 'solid-js'
import { formatInstant, formatRange } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import type { Catalogue } from '../../store/catalogue.ts'
import { catalogue } from '../../store/catalogue.ts'
import { useApp, useMay } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Badge } from '../parts/show/badge.tsx'
import { Card } from '../parts/show/card.tsx'
import { SummaryList } from '../parts/show/summary-list.tsx'
import { ictOnly, listed } from './outage-words.ts'
import { PlannedWorkForm } from './planned-work-form.tsx'
import './own-act.css'
import { RecordConflicts } from '../sync/record-conflicts.tsx'

const back = { href: '/outages', label: 'Outages' }

export function PlannedWorkPage(): JSX.Element {
  const params = useParams<{ id?: string }>()
  const may = useMay()
  const names = createLive(() => catalogue)
  const partnership = createLive(() => async (reads) => (await reads.all('partnership'))[0])
  const found = createLive(() => {
    const { id } = params
    return async (reads) => ({
      id,
      work: id === undefined ? undefined : await reads.get('maintenance', id),
      isPending: id !== undefined && (await reads.pendingIds()).has(id),
    })
  })
  const isReady = () => names() !== undefined && found() !== undefined && found()?.id === params.id
  const work = createMemo(() => (found()?.id === params.id ? found()?.work : undefined))
  const title = () => work()?.title ?? 'Announce planned work'
  return (
    <Page title={title()} narrow back={back} mark={found()?.isPending ? <Badge>Not yet shared</Badge> : undefined}>
      <Show when={isReady() && names()} fallback={<Skeleton shape="rows" />}>
        {(known) => (
          <Show when={params.id === undefined || work()} fallback={<NotHere />}>
            <RecordConflicts ids={params.id === undefined ? [] : [params.id]} />
            <Show when={may('ict')} fallback={<ForReaders work={work()} names={known()} />}>
              <div class="own-act">
                <PlannedWorkForm
                  work={work()}
                  systems={known().systems}
                  noticeMinutes={partnership()?.noticeMinutes ?? 0}
                />
              </div>
            </Show>
          </Show>
        )}
      </Show>
    </Page>
  )
}

function NotHere(): JSX.Element {
  return (
    <EmptyState title="This planned work is not here" action={<LinkButton href="/outages">All outages</LinkButton>}>
      It may not have reached this device yet.
    </EmptyState>
  )
}

function ForReaders(props: {
  readonly work: Recorded<'maintenance'> | undefined
  readonly names: Catalogue
}): JSX.Element {
  const { now } = useApp()
  const rows = (work: Recorded<'maintenance'>) => [
    { key: 'When', value: formatRange(work.startAt, work.endAt, now()) },
    {
      key: 'Systems',
      value: listed(work.systemIds.map((id) => props.names.systems.get(id)?.name ?? 'A system that is gone')),
    },
    { key: 'Announced', value: formatInstant(work.announcedAt, now()) },
    ...(work.cancelledAt === null ? [] : [{ key: 'Cancelled', value: formatInstant(work.cancelledAt, now()) }]),
    ...(work.text === '' ? [] : [{ key: 'What happens', value: work.text }]),
  ]
  return (
    <>
      <Show when={props.work}>
        {(work) => (
          <Card>
            <SummaryList rows={rows(work())} />
          </Card>
        )}
      </Show>
      <p class="muted">{ictOnly('announce or change planned work')}.</p>
    </>
  )
}
