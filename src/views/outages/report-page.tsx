// Reporting an outage: which system, then the level, which saves. The address holds how far one has come, so that the
// browser's back leads to the list of systems again.
import { useNavigate, useSearchParams } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { createMemo, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import { DAY_MS } from '../../domain/duration.ts'
import { systemChoices } from '../../store/outages.ts'
import { useApp, useMay } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { ChooseLevel } from './choose-level.tsx'
import { ChooseSystem } from './choose-system.tsx'
import { ictOnly } from './outage-words.ts'
import './own-act.css'

const PastReport = lazy(async () => ({ default: (await import('./past-report.tsx')).PastReport }))

const recentMs = 90 * DAY_MS

export function ReportPage(): JSX.Element {
  const { store } = useApp()
  const may = useMay()
  const navigate = useNavigate()
  const [params] = useSearchParams<{ system?: string; past?: string }>()
  const startedAt = store.now()
  const isPast = () => params.past !== undefined
  const title = () => (isPast() ? 'Enter a past outage' : 'Report outage')
  // A date in UTC is near enough to leave out what was retired.
  const choices = createLive(() => {
    const on = new Date(startedAt).toISOString().slice(0, 10)
    return (reads) => systemChoices(reads, startedAt - recentMs, on)
  })
  const chosen = createMemo(() => choices()?.find((choice) => choice.system.id === params.system))
  const choose = (id: string) => navigate(`/outages/report?system=${id}${isPast() ? '&past=1' : ''}`)
  return (
    <Show
      when={may('ict')}
      fallback={
        <Page title="Report outage" narrow>
          <EmptyState title={ictOnly('report an outage')} icon="lock">
            Tell ICT what does not work. Open outages are listed under Outages.
          </EmptyState>
        </Page>
      }
    >
      <Page title={title()} narrow back={chosen() ? backToSystems(isPast()) : { href: '/outages', label: 'Outages' }}>
        <div class="own-act">
          <Switch fallback={<Skeleton shape="rows" count={6} />}>
            <Match when={choices()?.length === 0}>
              <EmptyState
                title="There are no systems yet"
                icon="server"
                action={<LinkButton href="/systems/new">Add a system</LinkButton>}
              >
                An outage is reported for a system, so the first one is needed.
              </EmptyState>
            </Match>
            <Match when={isPast() && chosen()}>
              {(choice) => (
                <Suspense fallback={<Skeleton />}>
                  <PastReport choice={choice()} />
                </Suspense>
              )}
            </Match>
            <Match when={chosen()}>{(choice) => <ChooseLevel choice={choice()} />}</Match>
            <Match when={choices()}>{(all) => <ChooseSystem choices={all()} onChoose={choose} />}</Match>
          </Switch>
        </div>
      </Page>
    </Show>
  )
}

const backToSystems = (isPast: boolean) => ({
  href: `/outages/report${isPast ? '?past=1' : ''}`,
  label: 'Other system',
})
