// All outages: open ones first, planned work, past ones by month.
import type { JSX } from 'solid-js'
import { createMemo, For, Show } from 'solid-js'
import { openOutages, pastOutages } from '../../store/outages.ts'
import type { PlannedWork } from '../../store/planned-work.ts'
import { plannedWork } from '../../store/planned-work.ts'
import { useApp, useMay } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Card } from '../parts/show/card.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { EnterPast } from './enter-past.tsx'
import { OpenOutages } from './open-outages.tsx'
import { PastOutagesList } from './past-outages-list.tsx'
import { PlannedRow } from './planned-row.tsx'

export function OutagesPage(): JSX.Element {
  const open = createLive(() => openOutages)
  const past = createLive(() => pastOutages)
  const planned = createLive(() => plannedWork)
  return (
    <Page title="Outages">
      <Show when={open()} fallback={<Skeleton shape="rows" />}>
        {(lines) => <OpenOutages lines={lines()} />}
      </Show>
      <Show when={planned()}>{(works) => <Planned works={works()} />}</Show>
      <Show when={past()} fallback={<Skeleton shape="rows" count={6} />}>
        {(lines) => (
          <Show
            when={lines().length > 0}
            fallback={
              <EmptyState title="Past outages will stand here" icon="clock" action={<EnterPast />}>
                An outage moves here once it is restored. Older ones can be entered or imported.
              </EmptyState>
            }
          >
            <PastOutagesList lines={lines()} />
          </Show>
        )}
      </Show>
    </Page>
  )
}

function Planned(props: { readonly works: readonly PlannedWork[] }): JSX.Element {
  const { now } = useApp()
  const may = useMay()
  const isToCome = ({ work }: PlannedWork) => work.cancelledAt === null && work.endAt > now()
  const toCome = createMemo(() => props.works.filter(isToCome))
  const past = createMemo(() => props.works.filter((planned) => !isToCome(planned)).reverse())
  return (
    <Show when={props.works.length > 0 || may('ict')}>
      <Card
        title="Planned work"
        flush
        actions={
          <Show when={may('ict')}>
            <LinkButton href="/outages/planned/new" kind="quiet" icon="plus">
              Announce
            </LinkButton>
          </Show>
        }
      >
        <RowList label="Planned work">
          <For each={toCome()} fallback={<li class="row muted">No work is planned.</li>}>
            {(planned) => <PlannedRow planned={planned} />}
          </For>
        </RowList>
        <Show when={past().length > 0}>
          <Disclosure summary={`Done or cancelled: ${past().length}`}>
            <RowList label="Done or cancelled">
              <For each={past()}>{(planned) => <PlannedRow planned={planned} />}</For>
            </RowList>
          </Disclosure>
        </Show>
      </Card>
    </Show>
  )
}
