// One system: what is agreed, what it needs and what needs it, who relies on it, its outages and planned work.
import { useParams } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { createMemo, Show } from 'solid-js'
import { localDateAt } from '../../domain/zone.ts'
import { systemEntry } from '../../store/systems.ts'
import { useApp, useMay } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { createAnswer } from '../availability/answer.ts'
import { useReadableCouncils } from '../impact/impact-answer.ts'
import { SystemCostCard } from '../impact/system-cost-card.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Tag } from '../parts/show/tag.tsx'
import { AgreedCard } from './agreed-card.tsx'
import { HappenedCards } from './happened-cards.tsx'
import type { KnownEntry } from './known-entry.ts'
import { reportZone } from './known-entry.ts'
import { NeedsCard } from './needs-card.tsx'
import { ReliancesCard } from './reliances-card.tsx'
import { stateWords } from './state-words.ts'
import { YearCard } from './year-card.tsx'
import './systems.css'
import { RecordConflicts } from '../sync/record-conflicts.tsx'

const backToSystems = { href: '/systems', label: 'Systems' }

export function SystemPage(): JSX.Element {
  const params = useParams<{ id: string }>()
  // The answer tells for which system it is, so that another one's is not shown for this one.
  const found = createLive(() => {
    const { id } = params
    return async (reads) => ({ id, entry: await systemEntry(reads, id) })
  })
  const known = createMemo((): KnownEntry | undefined => {
    const entry = found()?.id === params.id ? found()?.entry : undefined
    return entry?.system ? { ...entry, system: entry.system } : undefined
  })
  return (
    <Show
      when={known()}
      fallback={
        <Page title="System" back={backToSystems}>
          <Show when={found()?.id === params.id} fallback={<Skeleton shape="rows" count={6} />}>
            <EmptyState
              title="This system is not here"
              icon="server"
              action={<LinkButton href="/systems">All systems</LinkButton>}
            >
              It was removed from the catalogue, or it has not reached this device yet.
            </EmptyState>
          </Show>
        </Page>
      }
    >
      {(entry) => <Known entry={entry()} />}
    </Show>
  )
}

function Known(props: { readonly entry: KnownEntry }): JSX.Element {
  const { now } = useApp()
  const may = useMay()
  const system = () => props.entry.system
  const { answer: states } = createAnswer(() => ({ type: 'states' }))
  const today = createMemo(() => localDateAt(reportZone, now()))
  const isRetired = () => {
    const { retiredOn } = system()
    return retiredOn !== null && retiredOn <= today()
  }
  const state = () => stateWords(states()?.find(({ systemId }) => systemId === system().id))
  const councils = useReadableCouncils()
  const mayEdit = () => may('ict') || may('admin') || may('manager')
  return (
    <Page
      title={system().name}
      lead={system().about || undefined}
      back={backToSystems}
      mark={
        <Show when={!isRetired()} fallback={<Tag status="unknown">Retired</Tag>}>
          <Show when={states()}>
            <Tag status={state().status}>{state().words}</Tag>
          </Show>
        </Show>
      }
      actions={
        <>
          <Show when={may('ict') || may('manager') || may('client_officer')}>
            <LinkButton
              href={`/incidents?${new URLSearchParams({ q: `system:"${system().name.replaceAll('"', '')}"` })}`}
              icon="ticket"
            >
              Incidents
            </LinkButton>
          </Show>
          <Show when={mayEdit()}>
            <LinkButton href={`/systems/${system().id}/edit`} icon="edit">
              Edit
            </LinkButton>
          </Show>
        </>
      }
      bottom={
        may('ict') && !isRetired() ? (
          <LinkButton href={`/outages/report?system=${system().id}`} kind="primary" icon="bolt">
            Report outage
          </LinkButton>
        ) : undefined
      }
    >
      <RecordConflicts ids={[system().id]} />
      <div class="system-cards">
        <YearCard system={system()} today={today()} />
        <AgreedCard entry={props.entry} today={today()} />
        <NeedsCard entry={props.entry} />
        <Show when={may('ict') || may('manager') || may('client_officer')}>
          <ReliancesCard entry={props.entry} today={today()} />
          <Show when={councils()?.length ? councils() : undefined}>
            {(readable) => (
              <SystemCostCard
                systemId={system().id}
                divisions={props.entry.divisions}
                councilIds={readable().map(({ id }) => id)}
                today={today()}
              />
            )}
          </Show>
        </Show>
        <HappenedCards entry={props.entry} />
      </div>
      <Show when={!mayEdit()}>
        <p class="muted">
          ICT or an administrator keeps this page; managers keep how far divisions rely on it. Tell them what is wrong
          here.
        </p>
      </Show>
    </Page>
  )
}
