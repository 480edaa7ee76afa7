// The desk's list, for those who read it: queues and saved searches beside what they find.
import { useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import { mayRead } from '../../domain/access.ts'
import { formatCount } from '../../domain/format.ts'
import { sameValue } from '../../domain/merge.ts'
import { deskScope } from '../../domain/scope.ts'
import type { StoreReads } from '../../store/store.ts'
import { useApp, useMay } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { BulkSheet } from './bulk-sheet.tsx'
import { DeskList } from './desk-list.tsx'
import { isSameQuery, type ListParams, type ListPlace, readPlace } from './list-address.ts'
import { createCounts } from './list-counts.ts'
import { createMe } from './me.ts'
import { type QueueGroup, QueueRail } from './queue-rail.tsx'
import { councilQueues, queuesFor } from './queues.ts'
import { createSelection } from './selection.ts'
import './desk-page.css'

type Params = Record<keyof ListParams, string>

const byName = (a: { readonly name: string }, b: { readonly name: string }) => a.name.localeCompare(b.name, 'en-GB')

const searches = async (reads: StoreReads) => {
  const [councils, views] = await Promise.all([reads.all('council'), reads.all('saved_view')])
  return { councils: councils.sort(byName), views: views.sort(byName) }
}

export function DeskPage(): JSX.Element {
  const { store, session } = useApp()
  const may = useMay()
  const [params] = useSearchParams<Params>()
  const place = createMemo<ListPlace>((last) => {
    const next = readPlace({ q: params.q, sort: params.sort })
    return last && sameValue(last, next) ? last : next
  })
  const me = createMe()
  const known = createLive(() => searches)
  const councils = createMemo(() =>
    (known()?.councils ?? []).filter(({ id }) => mayRead(store.access(), deskScope(id))),
  )
  const councilOf = (id: string) =>
    councils().length < 2 ? '' : (councils().find((each) => each.id === id)?.shortName ?? '')
  const groups = createMemo((): QueueGroup[] => {
    const queues = { isWorking: may('ict'), hasTeam: (me()?.teamIds.length ?? 0) > 0, councils: councils() }
    const views = (known()?.views ?? []).map(({ name, query, ownerId }) => ({ label: name, query, ownerId }))
    return [
      { title: 'Queues', queues: queuesFor(queues) },
      { title: 'By council', queues: councilQueues(queues) },
      { title: 'My searches', queues: views.filter(({ ownerId }) => ownerId === session.userId) },
      { title: 'Searches of the desk', queues: views.filter(({ ownerId }) => ownerId === null) },
    ]
  })
  const isHere = ({ query }: { readonly query: string }) => isSameQuery(query, place().query)
  const isQueue = () =>
    groups()
      .slice(0, 2)
      .some(({ queues }) => queues.some(isHere))
  const saved = () => {
    const own = known()?.views.filter(({ ownerId }) => ownerId === session.userId || may('ict'))
    return own?.find(isHere)
  }
  const counts = createCounts(() => groups().flatMap(({ queues }) => queues.map(({ query }) => query)), me)
  const selection = createSelection()
  const [isChanging, setChanging] = createSignal(false)
  return (
    <Page
      title="Incidents"
      actions={
        <Show when={may('ict')}>
          <LinkButton href="/import/incidents" kind="quiet" aria-label="Import incidents">
            Import
          </LinkButton>
          <LinkButton href="/incidents/settings" kind="quiet" icon="settings" aria-label="Desk settings">
            Settings
          </LinkButton>
        </Show>
      }
      bottom={<BulkBar selection={selection} onChange={() => setChanging(true)} />}
    >
      <div class="desk">
        <QueueRail groups={groups()} counts={counts()} place={place()} />
        <Show when={me()} fallback={<Skeleton shape="rows" count={8} />}>
          {(who) => (
            <DeskList
              place={place()}
              me={who()}
              councilOf={councilOf}
              selection={may('ict') ? selection : undefined}
              isDeskEmpty={counts().get('') === 0}
              saved={saved()}
              isQueue={isQueue()}
            />
          )}
        </Show>
      </div>
      <Sheet
        open={isChanging()}
        title={`Change selected (${formatCount(selection.ids().size)})`}
        onClose={() => setChanging(false)}
      >
        <BulkSheet
          ids={[...selection.ids()]}
          onStarted={() => {
            setChanging(false)
            selection.clear()
            // The button that led here is gone with what was selected.
            document.querySelector('h1')?.focus({ preventScroll: true })
          }}
        />
      </Sheet>
    </Page>
  )
}
