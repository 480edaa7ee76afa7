// One outage: its state, the act that is due, and what is known of it.
import { useParams } from '@solidjs/router'
import type { Accessor, JSX } from 'solid-js'
import { createMemo, lazy, Show, Suspense } from 'solid-js'
import { formatElapsed, formatInstant, formatRange, formatWhen } from '../../domain/format.ts'
import { levelLabels } from '../../domain/level.ts'
import { needsCorrection } from '../../domain/outage-spans.ts'
import type { Catalogue } from '../../store/catalogue.ts'
import { catalogue } from '../../store/catalogue.ts'
import type { OutageStory } from '../../store/outage-story.ts'
import { outageStory } from '../../store/outage-story.ts'
import { useApp, useMay } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { Files } from '../files/files.tsx'
import { OutageImpactCard } from '../impact/outage-impact-card.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Tag } from '../parts/show/tag.tsx'
import { RecordConflicts } from '../sync/record-conflicts.tsx'
import { Correction } from './correction.tsx'
import { DescribeCard } from './describe-card.tsx'
import { EndOrReopen } from './end-or-reopen.tsx'
import { LevelCard } from './level-card.tsx'
import { NoteCard } from './note-card.tsx'
import { OutageFacts } from './outage-facts.tsx'
import { ictOnly, levelStatus, openFor, outageTitle } from './outage-words.ts'
import { ReachCard } from './reach-card.tsx'
import { StartedCard } from './started-card.tsx'
import { StoryCard } from './story-card.tsx'
import { SystemsCard } from './systems-card.tsx'
import './outage-page.css'

/** For those who read a desk; nobody waits for it. */
const OutageIncidents = lazy(async () => ({
  default: (await import('../incidents/outage-incidents.tsx')).OutageIncidents,
}))

const backToOutages = { href: '/outages', label: 'Outages' }

export function OutagePage(): JSX.Element {
  const params = useParams<{ id: string }>()
  const names = createLive(() => catalogue)
  // The answer tells for which outage it is, so that another one's is not shown for this one.
  const found = createLive(() => {
    const { id } = params
    return async (reads) => ({ id, story: await outageStory(reads, id) })
  })
  const isMissing = () => found()?.id === params.id && !found()?.story
  const shown = createMemo(() => {
    const [story, known] = [found()?.story, names()]
    return story?.outage.id === params.id && known ? { story, names: known } : undefined
  })
  return (
    <Show
      when={shown()}
      fallback={
        <Page title="Outage" back={backToOutages}>
          <Show when={isMissing()} fallback={<Skeleton shape="rows" count={4} />}>
            <EmptyState title="This outage is not here" action={<LinkButton href="/outages">All outages</LinkButton>}>
              The report was taken back, or it has not reached this device yet.
            </EmptyState>
          </Show>
        </Page>
      }
    >
      {(known) => <Known story={() => known().story} names={() => known().names} />}
    </Show>
  )
}

interface KnownProps {
  readonly story: Accessor<OutageStory>
  readonly names: Accessor<Catalogue>
}

function Known(props: KnownProps): JSX.Element {
  const may = useMay()
  const outage = () => props.story().outage
  const hitSystems = () =>
    props
      .story()
      .edges.filter((edge) => edge.mark === 'affected')
      .flatMap((edge) => props.names().systems.get(edge.systemId) ?? [])
  const isOpen = () => outage().endAt === null
  return (
    <Page
      title={outageTitle(outage(), hitSystems())}
      back={backToOutages}
      mark={
        <Show
          when={isOpen()}
          fallback={<Tag status={needsCorrection(outage()) ? 'unknown' : 'ok'}>{endWord(outage())}</Tag>}
        >
          <Tag status={levelStatus[outage().level]}>{levelLabels[outage().level]}</Tag>
        </Show>
      }
      lead={<Lasting outage={outage()} />}
      bottom={may('ict') ? <EndOrReopen outage={outage()} /> : undefined}
    >
      <RecordConflicts ids={[outage().id, ...props.story().conflicts.map(({ recordId }) => recordId)]} />
      <OutageFacts story={props.story()} names={props.names()} systems={hitSystems()} />
      <Show when={may('ict') || may('manager') || may('client_officer')}>
        <OutageImpactCard outageId={outage().id} isOpen={isOpen()} names={props.names()} />
        <Suspense>
          <OutageIncidents outage={outage()} title={outageTitle(outage(), hitSystems())} />
        </Suspense>
      </Show>
      <Show when={may('ict')} fallback={<ForReaders story={props.story()} names={props.names()} />}>
        <div class="outage-cards no-print">
          <div class="stack">
            <Show when={isOpen()}>
              <StartedCard outage={outage()} />
            </Show>
            <ReachCard story={props.story()} names={props.names()} />
            <Show when={isOpen()}>
              <LevelCard outage={outage()} />
            </Show>
          </div>
          <div class="stack">
            <NoteCard outageId={outage().id} />
            <DescribeCard outage={outage()} />
            <SystemsCard story={props.story()} names={props.names()} />
          </div>
        </div>
        <Files of={{ kind: 'outage', id: outage().id }} mayAdd mayRemoveAny />
        <StoryCard events={props.story().events} names={props.names()} />
        <Correction story={props.story()} />
      </Show>
    </Page>
  )
}

/** "Since 10:05, for 1 h 12 min": moves on with the clock. */
function Lasting(props: { readonly outage: OutageStory['outage'] }): JSX.Element {
  const { now } = useApp()
  return <>{lastingWords(props.outage, now())}</>
}

function lastingWords(outage: OutageStory['outage'], now: number): string {
  const { startAt, endAt } = outage
  if (endAt === null) return `Since ${formatWhen(startAt, now)}, for ${openFor(startAt, now)}`
  if (needsCorrection(outage)) return `From ${formatInstant(startAt, now)}, to ${formatInstant(endAt, now)}`
  return `${formatRange(startAt, endAt, now)}, ${formatElapsed(startAt, endAt)}`
}

const endWord = (outage: OutageStory['outage']) => (needsCorrection(outage) ? 'Needs correction' : 'Restored')

function ForReaders(props: { readonly story: OutageStory; readonly names: Catalogue }): JSX.Element {
  return (
    <>
      <p class="muted">{ictOnly('change an outage')}. Tell ICT what is missing or wrong here.</p>
      <Files of={{ kind: 'outage', id: props.story.outage.id }} mayAdd={false} mayRemoveAny={false} />
      <StoryCard events={props.story.events} names={props.names} />
    </>
  )
}
