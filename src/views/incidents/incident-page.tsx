// One incident at the desk: its state, the act that is due, what is known of it, what was said, and its history.
import type { JSX } from 'solid-js'
import { createMemo, For, Show } from 'solid-js'
import { maySettle } from '../../domain/access.ts'
import { incidentReference } from '../../domain/incident-words.ts'
import { deskScope } from '../../domain/scope.ts'
import { type IncidentStory, incidentStory } from '../../store/incident-story.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { Files } from '../files/files.tsx'
import { Page } from '../parts/frame/page.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Badge } from '../parts/show/badge.tsx'
import { DescribedCard } from './described-card.tsx'
import { Escalate, EscalationNote } from './escalation.tsx'
import { FactsCard } from './facts-card.tsx'
import { HistoryCard } from './history-card.tsx'
import { assignedWords, type DeskNames, deskNames, namesById } from './incident-names.ts'
import { stateWord } from './incident-words.ts'
import { listAddress } from './kept-place.ts'
import { NextAct } from './next-act.tsx'
import { openQuestions } from './open-questions.ts'
import { OutageLinkCard } from './outage-link-card.tsx'
import { outageNamesIn } from './outage-titles.ts'
import { PriorityMark } from './priority-mark.tsx'
import { QuestionCard } from './question-card.tsx'
import { mayEscalate, maySpeakOn, worksOnDesk } from './rights.ts'
import { talkOf } from './talk.ts'
import { TalkCard } from './talk-card.tsx'
import type { Telling } from './told-incident.ts'
import './incident-page.css'

/** To the list as it was left. */
const back = () => ({ href: listAddress(), label: 'Incidents' })

export function IncidentPage(props: { readonly id: string }): JSX.Element {
  const found = createLive(() => {
    const { id } = props
    return async (reads) => {
      const [names, story] = await Promise.all([deskNames(reads), incidentStory(reads, id)])
      return story && { names, story, outageNames: await outageNamesIn(reads, story) }
    }
  })
  const shown = createMemo(() => (found()?.story.incident.id === props.id ? found() : undefined))
  return (
    <Show
      when={shown()}
      fallback={
        <Page title="Incident" back={back()}>
          <Skeleton shape="rows" count={6} />
        </Page>
      }
    >
      {(known) => <Known story={known().story} names={known().names} outageNames={known().outageNames} />}
    </Show>
  )
}

interface KnownProps {
  readonly story: IncidentStory
  readonly names: DeskNames
  readonly outageNames: ReadonlyMap<string, string>
}

function Known(props: KnownProps): JSX.Element {
  const { store, now } = useApp()
  const incident = () => props.story.incident
  // Not made anew with every change of the incident, and so neither is what is shown by them.
  const mayWork = createMemo(() => worksOnDesk(store.access(), incident().councilId))
  const maySpeak = createMemo(() => maySpeakOn(store.access(), incident()))
  const isToEscalate = createMemo(() => incident().flags.isOpen && mayEscalate(store.access(), incident().councilId))
  const council = () => props.names.councils.get(incident().councilId)?.shortName ?? 'A council that is gone'
  const names = createMemo(() => namesById(props.names, props.outageNames))
  const telling = (): Telling => ({ now: now(), nameOf: (id) => names().get(id) })
  const assignedLead = () => {
    const words = assignedWords(props.names, incident())
    return words === 'Nobody' ? 'Nobody has it yet.' : `With ${words}.`
  }
  const bottom = () => {
    if (mayWork()) return <NextAct incident={incident()} names={props.names} />
    return isToEscalate() ? <Escalate incident={incident()} mayUndo={false} /> : undefined
  }
  return (
    <Page
      title={incident().title}
      back={back()}
      mark={
        <>
          <Badge tone={incident().flags.isOpen ? 'accent' : 'neutral'}>{stateWord(incident().state)}</Badge>
          <PriorityMark priority={incident().priority} />
        </>
      }
      lead={`${incidentReference(incident())}, ${council()}. ${assignedLead()}`}
      bottom={bottom()}
    >
      <Show when={props.story.isPending}>
        <div>
          <Badge>Not yet shared</Badge>
        </div>
      </Show>
      <EscalationNote incident={incident()} names={props.names} />
      <For each={openQuestions(incident(), props.story.conflicts, props.story.events)}>
        {(question) => (
          <QuestionCard
            question={question}
            telling={telling()}
            raisedAt={incident().raisedAt}
            maySettle={maySettle(store.access(), {
              ...{ scope: deskScope(incident().councilId), kind: 'incident', group: question.group },
            })}
          />
        )}
      </For>
      <div class="incident-cards">
        <div class="stack">
          <DescribedCard incident={incident()} mayWork={mayWork()} />
          <Files
            of={{ kind: 'incident', id: incident().id, councilId: incident().councilId }}
            mayAdd={maySpeak()}
            mayRemoveAny={mayWork()}
          />
          <TalkCard
            incident={incident()}
            lines={talkOf(props.story.comments, props.story.notes)}
            names={props.names}
            isPending={(id) => props.story.pendingIds.has(id)}
            voice={mayWork() ? 'desk' : maySpeak() ? 'council' : undefined}
          />
        </div>
        <div class="stack">
          <FactsCard story={props.story} names={props.names} mayWork={mayWork()} />
          <OutageLinkCard story={props.story} names={props.names} mayWork={mayWork()} />
          <HistoryCard story={props.story} telling={telling()} mayWork={mayWork()} />
        </div>
      </div>
      <Show when={!mayWork()}>
        <p class="muted">
          {maySpeak()
            ? 'The desk changes an incident; you can comment on it, and escalate it for your council.'
            : 'Only the desk changes an incident. Your role reads it.'}
        </p>
      </Show>
    </Page>
  )
}
