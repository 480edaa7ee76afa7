// Matters, to be searched. What a person may not see is not on their device, so no list, count or search knows of it.
import { useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, For, type JSX, Match, Switch } from 'solid-js'
import { counted } from '../../domain/format.ts'
import { matterTypes } from '../../domain/legal-words.ts'
import { DEFAULT_ZONE, localDateAt, zoneOf } from '../../domain/zone.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { Tabs } from '../parts/frame/tabs.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Card } from '../parts/show/card.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { AllowedOnly } from '../settings/allowed-only.tsx'
import { fittingMatters, inOrder } from './matter-filter.ts'
import { MatterFilters } from './matter-filters.tsx'
import { allMatters, type Matters } from './matter-reads.ts'
import { MatterRow } from './matter-row.tsx'

export function MattersPage(): JSX.Element {
  return (
    <AllowedOnly roles={['legal']} title="Matters" deed="see matters" back={{ href: '/', label: 'Start' }}>
      <AllMatters />
    </AllowedOnly>
  )
}

const openNew = () => (
  <LinkButton href="/matters/new" icon="plus">
    Open a matter
  </LinkButton>
)

function AllMatters(): JSX.Element {
  const known = createLive(() => allMatters)
  return (
    <Page
      title="Matters"
      lead="The work of the legal team, by client."
      actions={(known()?.lines.length ?? 0) > 0 && openNew()}
    >
      <Switch fallback={<Skeleton shape="rows" count={8} />}>
        <Match when={known()?.lines.length === 0}>
          <EmptyState title="Matters will stand here" icon="book" action={openNew()}>
            A matter is opened for a council. Time is recorded on it, and its key dates show here.
          </EmptyState>
        </Match>
        <Match when={known()}>{(matters) => <List matters={matters()} />}</Match>
      </Switch>
    </Page>
  )
}

type Params = Record<'state' | 'council' | 'type' | 'lead', string>

function List(props: { readonly matters: Matters }): JSX.Element {
  const { now, session } = useApp()
  const [params, setParams] = useSearchParams<Params>()
  const [words, setWords] = createSignal('')
  const today = createMemo(() => localDateAt(zoneOf(DEFAULT_ZONE), now()))
  const filter = (isClosed: boolean) => ({
    words: words(),
    councilId: params.council ?? '',
    type: matterTypes.find((type) => type === params.type) ?? ('' as const),
    leadId: params.lead === 'me' ? session.userId : '',
    isClosed,
  })
  const isClosed = () => params.state === 'closed'
  const fitting = (closed: boolean) => fittingMatters(props.matters.lines, filter(closed))
  const shown = createMemo(() => inOrder(fitting(isClosed()), today()))
  const hrefOf = (state: 'open' | 'closed') => {
    const kept = Object.entries({ ...params, state: state === 'closed' ? state : '' }).filter(([, value]) => value)
    const query = new URLSearchParams(kept as [string, string][]).toString()
    return query ? `/matters?${query}` : '/matters'
  }
  return (
    <>
      <MatterFilters
        words={words()}
        onWords={setWords}
        councilId={params.council ?? ''}
        type={params.type ?? ''}
        isMine={params.lead === 'me'}
        councils={props.matters.councils}
        onChange={(changed) => setParams(changed, { replace: true })}
      />
      <Tabs
        label="Open or closed"
        current={hrefOf(isClosed() ? 'closed' : 'open')}
        tabs={[
          { href: hrefOf('open'), label: 'Open', count: fitting(false).length },
          { href: hrefOf('closed'), label: 'Closed', count: fitting(true).length },
        ]}
      />
      <p class="visually-hidden" role="status">
        {counted(shown().length, 'matter fits', 'matters fit')}
      </p>
      <Card flush>
        <RowList label="Matters">
          <For each={shown()} fallback={<li class="row muted">No matter fits.</li>}>
            {(line) => <MatterRow line={line} today={today()} />}
          </For>
        </RowList>
      </Card>
    </>
  )
}
