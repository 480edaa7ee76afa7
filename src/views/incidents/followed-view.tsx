import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { formatInstant, formatWhen } from '../../domain/format.ts'
import { type IncidentState, incidentReference, stateFlags } from '../../domain/incident-words.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { Files } from '../files/files.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Badge } from '../parts/show/badge.tsx'
import { Card } from '../parts/show/card.tsx'
import { SummaryList } from '../parts/show/summary-list.tsx'
import type { Followed } from './followed.ts'
import { deskNames, namedOr } from './incident-names.ts'
import { stateWord } from './incident-words.ts'
import { PriorityMark } from './priority-mark.tsx'
import { TalkCard } from './talk-card.tsx'
import './incident-page.css'

const sentences: Readonly<Record<IncidentState, string>> = {
  new: 'The desk has not begun yet.',
  assigned: 'Somebody at the desk has it and will begin.',
  in_progress: 'The desk is working on it.',
  waiting_requester: 'The desk waits for your answer. Reply below.',
  waiting_supplier: 'The desk waits for a supplier.',
  resolved: 'The desk has done what is said below. Reply if it is not over.',
  closed: 'It is over.',
  reopened: 'It came back: the desk takes it up again.',
  cancelled: 'Nothing more will be done. Why is said below.',
}

interface FollowedViewProps {
  readonly incident: Followed
  readonly back: { readonly href: string; readonly label: string }
}

/** What became of what somebody asked for: state in words, what was done, replies. */
export function FollowedView(props: FollowedViewProps): JSX.Element {
  const { now } = useApp()
  const names = createLive(() => deskNames)
  const incident = () => props.incident
  const isPending = () => incident().pendingIds.has(incident().id)
  const isOver = () => !stateFlags[incident().state].isOpen
  return (
    <Page
      title={incident().title}
      narrow
      back={props.back}
      mark={<Badge tone={isOver() ? 'neutral' : 'accent'}>{stateWord(incident().state)}</Badge>}
      lead={`${incidentReference(incident())}, raised ${formatInstant(incident().raisedAt, now())}`}
    >
      <Show when={names()} fallback={<Skeleton shape="rows" count={3} />}>
        {(known) => (
          <>
            <Card tone={incident().state === 'waiting_requester' ? 'attention' : 'accent'}>
              <div class="stack stack--tight">
                <p>
                  <strong>
                    {isPending()
                      ? 'It is on this device and goes to the desk as soon as there is a network.'
                      : sentences[incident().state]}
                  </strong>
                </p>
                <Show
                  when={isPending()}
                  fallback={
                    <p class="muted small">
                      {stateWord(incident().state)} since {formatWhen(incident().stateAt, now())}
                    </p>
                  }
                >
                  <div>
                    <Badge>Not yet shared</Badge>
                  </div>
                </Show>
              </div>
            </Card>
            <Show when={isOver() && incident().resolution !== ''}>
              <Card title={incident().state === 'cancelled' ? 'Why it is cancelled' : 'What was done'}>
                <p class="as-typed">{incident().resolution}</p>
              </Card>
            </Show>
            <TalkCard
              incident={incident()}
              lines={incident().replies}
              names={known()}
              isPending={(id) => incident().pendingIds.has(id)}
              voice="requester"
            />
            <Files
              of={{ kind: 'incident', id: incident().id, councilId: incident().councilId }}
              mayAdd
              mayRemoveAny={false}
              note="What you add goes to the desk, and is shown here until it is there."
            />
            <Card title="What you asked for">
              <div class="stack">
                <Show when={incident().text !== ''}>
                  <p class="as-typed">{incident().text}</p>
                </Show>
                <SummaryList
                  rows={[
                    { key: 'Council', value: namedOr(known().councils, incident().councilId, '') },
                    {
                      key: 'System',
                      value: namedOr(known().systems, incident().systemId, incident().systemName || 'Not said'),
                    },
                    { key: 'Priority', value: <PriorityMark priority={incident().priority} /> },
                  ]}
                />
              </div>
            </Card>
            <Show when={isOver() && !isPending()}>
              <div>
                <LinkButton href={`/incidents/new?follows=${incident().id}`} icon="plus">
                  Raise a follow-up
                </LinkButton>
              </div>
            </Show>
          </>
        )}
      </Show>
    </Page>
  )
}
