import { For, type JSX, Show } from 'solid-js'
import { askedDeletions } from '../../store/deletions.ts'
import { parkedOps } from '../../store/parked.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { EachConflict } from './conflict-card.tsx'
import { groupTitle } from './conflict-words.ts'
import { DeletionCard } from './deletion-card.tsx'
import { type OpenConflict, readOpenConflicts } from './open-conflicts.ts'
import { PutBackCard } from './put-back-card.tsx'
import { RefusedCard } from './refused-card.tsx'

/** What a person is asked: two values for one thing, and changes that were not accepted. */
export function ChangesPage(): JSX.Element {
  const { store } = useApp()
  const conflicts = createLive(() => (reads) => readOpenConflicts(reads, store.access()))
  const refused = createLive(() => () => parkedOps(store))
  const deletions = createLive(() => () => askedDeletions(store))
  const waiting = () => {
    const [open, parked, asked] = [conflicts(), refused(), deletions()]
    return open && parked && asked ? { open, parked, asked } : undefined
  }
  return (
    <Page title="Changes that need you" narrow lead="Nothing here is lost. Each stays until somebody decides.">
      <Show when={waiting()} fallback={<Skeleton shape="rows" />}>
        {(all) => (
          <Show
            when={all().open.length + all().parked.length + all().asked.length > 0}
            fallback={
              <EmptyState
                title="Nothing needs you"
                icon="check"
                action={<LinkButton href="/">Go to the start page</LinkButton>}
              >
                If two people set one thing to two values, or a change is refused, it is shown here.
              </EmptyState>
            }
          >
            <Show when={all().asked.length > 0}>
              <DeletionCard asked={all().asked} />
            </Show>
            <IncidentQuestions open={all().open} />
            <EachConflict open={all().open.filter(({ incidentId }) => incidentId === undefined)} />
            <For each={all().parked}>{(op) => <RefusedCard op={op} />}</For>
          </Show>
        )}
      </Show>
      <PutBackCard />
    </Page>
  )
}

/** They are settled where the whole incident is in sight: one line for each, however much of it is to be settled. */
function IncidentQuestions(props: { readonly open: readonly OpenConflict[] }): JSX.Element {
  const ids = () => [...new Set(props.open.flatMap(({ incidentId }) => incidentId ?? []))]
  const of = (id: string) => props.open.filter(({ incidentId }) => incidentId === id)
  const what = (id: string) => [...new Set(of(id).map(({ conflict }) => groupTitle('incident', conflict.group)))]
  return (
    <Show when={ids().length > 0}>
      <Card title="Incidents that two people set differently" tone="attention" flush>
        <RowList label="Incidents that two people set differently">
          <For each={ids()}>
            {(id) => <Row href={`/incidents/${id}`} title={of(id)[0]?.subject ?? ''} detail={what(id).join('; ')} />}
          </For>
        </RowList>
      </Card>
    </Show>
  )
}
