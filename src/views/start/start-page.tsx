// The first screen: what needs the person, what is open, what is planned. It is loaded before everything else, so it uses
// light parts only.
import type { JSX } from 'solid-js'
import { createMemo, For, lazy, Show, Suspense } from 'solid-js'
import { DAY_MS } from '../../domain/duration.ts'
import { counted } from '../../domain/format.ts'
import type { OutageLine } from '../../store/outages.ts'
import { openOutages } from '../../store/outages.ts'
import { plannedWork } from '../../store/planned-work.ts'
import { useApp, useMay } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { OpenOutages } from '../outages/open-outages.tsx'
import { outageTitle } from '../outages/outage-words.ts'
import { PlannedRow } from '../outages/planned-row.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { FirstSteps } from './first-steps.tsx'

const TodayCard = lazy(async () => ({ default: (await import('../time/today-card.tsx')).TodayCard }))

const weekMs = 7 * DAY_MS

export function StartPage(): JSX.Element {
  const { session, now, syncStatus } = useApp()
  const open = createLive(() => openOutages)
  const planned = createLive(() => plannedWork)
  const soon = createMemo(() =>
    (planned() ?? []).filter(
      ({ work }) => work.cancelledAt === null && work.endAt > now() && work.startAt < now() + weekMs,
    ),
  )
  const may = useMay()
  const mine = () => (open() ?? []).filter(({ outage }) => outage.reportedById === session.userId)
  return (
    <Page title="Start" narrow>
      <NeedsYou count={syncStatus().needsCount} />
      <Show when={may('legal') || may('practice_manager')}>
        <Suspense fallback={<Skeleton shape="figure" />}>
          <TodayCard />
        </Suspense>
      </Show>
      <OwnOutages lines={mine()} />
      <FirstSteps />
      <Show when={open()} fallback={<Skeleton shape="rows" />}>
        {(lines) => <OpenOutages lines={lines()} />}
      </Show>
      <Show when={soon().length > 0}>
        <Card title="Planned work, next 7 days" flush>
          <RowList label="Planned work, next 7 days">
            <For each={soon()}>{(work) => <PlannedRow planned={work} />}</For>
          </RowList>
        </Card>
      </Show>
    </Page>
  )
}

function NeedsYou(props: { readonly count: number }): JSX.Element {
  return (
    <Show when={props.count > 0}>
      <Card title="Needs you" flush tone="attention">
        <RowList label="Needs you">
          <Row
            href="/changes"
            title={props.count === 1 ? '1 change needs you' : `${counted(props.count, 'change')} need you`}
            detail="Two people recorded one thing differently, or a change was refused. Nothing is lost."
          />
        </RowList>
      </Card>
    </Show>
  )
}

/** A quiet reminder while an outage that the person reported is open. */
function OwnOutages(props: { readonly lines: readonly OutageLine[] }): JSX.Element {
  const may = useMay()
  const only = () => (props.lines.length === 1 ? props.lines[0] : undefined)
  return (
    <Show when={may('ict') && props.lines.length > 0}>
      <Show
        when={only()}
        fallback={<Banner title={`${props.lines.length} outages that you reported are still open`} />}
      >
        {(line) => (
          <Banner
            title={`You reported ${outageTitle(line().outage, line().systems)}. It is still open`}
            action={<LinkButton href={`/outages/${line().outage.id}`}>Open it</LinkButton>}
          />
        )}
      </Show>
    </Show>
  )
}
