// One piece of recorded time: what it is, what was done, every correction, and the ways to put it right.
import { useNavigate, useParams, useSearchParams } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { createMemo, For, Match, Show, Switch } from 'solid-js'
import { counted, formatInstant } from '../../domain/format.ts'
import { bringBackEntry, removeEntry } from '../../domain/mutations/record-time.ts'
import { type OwnTime, ownTime } from '../../store/time.ts'
import { type EntryStory, entryStory } from '../../store/time-story.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { createAct } from '../outages/act.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { savedHere } from '../outages/saved-here.ts'
import { Button } from '../parts/control/button.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Badge } from '../parts/show/badge.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { SummaryList } from '../parts/show/summary-list.tsx'
import { AllowedOnly } from '../settings/allowed-only.tsx'
import { RecordConflicts } from '../sync/record-conflicts.tsx'
import { createAgain } from './again-card.tsx'
import { CorrectEntry } from './correct-entry.tsx'
import { billedWords, entryWords, sourceOf, versionTitle } from './entry-words.ts'
import { NarrativeCard } from './narrative-card.tsx'
import { SettleCard } from './settle-card.tsx'
import { activityLabels, chargeLabels, dateAt, timeWords, workTitle } from './time-words.ts'
import './time-page.css'

const back = { href: '/time', label: 'Time' } as const

export function EntryPage(): JSX.Element {
  return (
    <AllowedOnly
      roles={['legal', 'practice_manager']}
      title="Time"
      deed="see recorded time"
      back={{ href: '/', label: 'Start' }}
    >
      <OneEntry />
    </AllowedOnly>
  )
}

function OneEntry(): JSX.Element {
  const { store, now } = useApp()
  const params = useParams<{ id: string }>()
  const today = createMemo(() => dateAt(now()))
  const found = createLive(() => {
    const [{ id }, on] = [params, today()]
    return async (reads) => {
      const [story, own] = await Promise.all([entryStory(reads, id), ownTime(reads, store.access(), on)])
      return { story, own }
    }
  })
  return (
    <Switch fallback={<Gone />}>
      <Match when={found() === undefined}>
        <Page title="Recorded time" narrow back={back}>
          <Skeleton shape="rows" count={5} />
        </Page>
      </Match>
      <Match when={found()?.story}>
        {(story) => <Show when={found()?.own}>{(own) => <Story story={story()} own={own()} today={today()} />}</Show>}
      </Match>
    </Switch>
  )
}

const Gone = (): JSX.Element => (
  <Page title="Recorded time" narrow back={back}>
    <EmptyState
      title="This entry is not on this device"
      icon="clock"
      action={<LinkButton href="/time">Go to your time</LinkButton>}
    >
      It may be somebody else’s, or not have arrived yet.
    </EmptyState>
  </Page>
)

interface StoryProps {
  readonly story: EntryStory
  readonly own: OwnTime
  readonly today: string
}

function Story(props: StoryProps): JSX.Element {
  const { store, tell } = useApp()
  const navigate = useNavigate()
  const [params] = useSearchParams<{ correct?: string }>()
  const { act, problem, isBusy, undo } = createAct()
  const repeating = createAgain()
  const entry = () => props.story.current
  const isOwn = () => entry().personId === store.personId
  const matter = () => props.own.matters.byId.get(entry().matterId ?? '')
  const isCorrecting = () => params.correct !== undefined && isOwn() && !entry().isRemoved
  const here = (query = '') => `/time/entries/${entry().id}${query}`
  const remove = async () => {
    const removed = (await act(removeEntry, { entryId: entry().id }))?.[0]
    if (removed)
      tell(`Removed: ${timeWords(entry().seconds)}. ${savedHere()}`, undo(bringBackEntry, { entryId: removed.id }))
  }
  const bringBack = async () => {
    const again = (await act(bringBackEntry, { entryId: entry().id }))?.[0]
    if (again) tell(`Brought back. ${savedHere()}`, undo(removeEntry, { entryId: again.id }))
  }
  return (
    <Show
      when={!isCorrecting()}
      fallback={
        <CorrectEntry
          story={props.story}
          own={props.own}
          today={props.today}
          onDone={() => navigate(here(), { replace: true })}
          back={{ href: here(), label: 'As it was' }}
        />
      }
    >
      <Page
        title={workTitle(entry(), props.own.matters)}
        lead={entryWords(entry(), props.today)}
        narrow
        back={back}
        mark={
          <Show when={props.story.isPending}>
            <Badge>Not yet shared</Badge>
          </Show>
        }
        bottom={
          <Show when={isOwn()}>
            <Show
              when={!entry().isRemoved}
              fallback={
                <Button kind="primary" icon="undo" busy={isBusy()} onClick={bringBack}>
                  Bring back
                </Button>
              }
            >
              <LinkButton kind="primary" icon="edit" href={here('?correct=1')}>
                Correct
              </LinkButton>
              <Button icon="sync" busy={repeating.isBusy()} onClick={() => repeating.again(entry())}>
                Again
              </Button>
            </Show>
          </Show>
        }
      >
        <ProblemNote problem={problem() ?? repeating.problem()} />
        <Show when={entry().isRemoved}>
          <Banner title="Removed: it does not count" />
        </Show>
        <Show when={isOwn() && props.story.toSettle.length > 0 && !entry().isRemoved}>
          <SettleCard group={props.story.toSettle} what="Recorded twice" />
        </Show>
        <RecordConflicts ids={props.story.conflicts.map(({ recordId }) => recordId)} />
        <Card title="What it is">
          <SummaryList
            rows={[
              { key: 'Recorded', value: `${timeWords(entry().seconds)} (${counted(entry().seconds, 'second')})` },
              { key: 'Billed', value: billedWords(entry()) },
              { key: 'Activity', value: activityLabels[entry().activity] },
              { key: 'Charged', value: chargeLabels[entry().chargeability] },
              { key: 'Grade', value: entry().grade ?? 'No post on that day' },
              { key: 'How', value: sourceOf(entry()) },
            ]}
          />
          <div class="cluster cluster--apart">
            <Show when={matter()} fallback={<span />}>
              {(known) => <a href={`/matters/${known().id}`}>Open the matter</a>}
            </Show>
            <Show when={isOwn() && !entry().isRemoved}>
              <Button kind="quiet" icon="bin" busy={isBusy()} onClick={remove}>
                Remove
              </Button>
            </Show>
          </div>
        </Card>
        <NarrativeCard story={props.story} matter={matter()} />
        <History story={props.story} today={props.today} />
      </Page>
    </Show>
  )
}

function History(props: { readonly story: EntryStory; readonly today: string }): JSX.Element {
  const { now } = useApp()
  return (
    <Card title="History" flush>
      <RowList label="History, newest first">
        <For each={[...props.story.versions].reverse()}>
          {(version) => (
            <Row
              title={versionTitle(version, props.story.versions)}
              detail={`${entryWords(version, props.today)} · said ${formatInstant(version.recordedAt, now())}`}
            />
          )}
        </For>
      </RowList>
    </Card>
  )
}
