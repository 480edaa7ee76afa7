// What somebody without a desk raised: its state and the newest reply, from the rows that the server writes for them, and
// what they raised here that has not been shared yet.
import { createMemo, For, type JSX, Match, Show, Switch } from 'solid-js'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Badge } from '../parts/show/badge.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { ageWords, stateWord } from './incident-words.ts'
import { type Raised, raisedBy } from './raised.ts'
import './raised-page.css'

export function RaisedPage(): JSX.Element {
  const { session } = useApp()
  const raised = createLive(() => (reads) => raisedBy(reads, session.userId))
  const open = createMemo(() => raised()?.filter(({ isOpen }) => isOpen) ?? [])
  const over = createMemo(() => raised()?.filter(({ isOpen }) => !isOpen) ?? [])
  return (
    <Page
      title="Incidents"
      lead="What you raised, and what became of it."
      narrow
      bottom={
        <LinkButton href="/incidents/new" kind="primary" icon="plus">
          Raise incident
        </LinkButton>
      }
    >
      <Switch fallback={<Skeleton shape="rows" />}>
        <Match when={raised()?.length === 0}>
          <EmptyState title="What you raise will stand here" icon="ticket">
            Say what is wrong in a few words, also without a network. You see here what is done about it, and can
            answer.
          </EmptyState>
        </Match>
        <Match when={raised()}>
          <Lines title="Open" lines={open()} none="Nothing of yours is open." />
          <Show when={over().length > 0}>
            <Lines title="Over" lines={over()} none="" />
          </Show>
        </Match>
      </Switch>
    </Page>
  )
}

interface LinesProps {
  readonly title: string
  readonly lines: readonly Raised[]
  readonly none: string
}

function Lines(props: LinesProps): JSX.Element {
  return (
    <Card title={props.title} flush>
      <RowList label={props.title}>
        <For each={props.lines} fallback={<li class="row muted">{props.none}</li>}>
          {(line) => <RaisedRow line={line} />}
        </For>
      </RowList>
    </Card>
  )
}

function RaisedRow(props: { readonly line: Raised }): JSX.Element {
  const { now, session } = useApp()
  const ago = (at: number) => {
    const age = ageWords(at, now())
    return age === 'now' ? 'just now' : `${age} ago`
  }
  const line = () => props.line
  return (
    <Row
      href={`/incidents/${line().id}`}
      title={line().title}
      detail={
        <>
          <span>
            {stateWord(line().state)} · {[line().reference, line().systemName].filter(Boolean).join(' · ')} · raised{' '}
            {ago(line().raisedAt)}
          </span>
          <Show when={line().reply}>
            {(reply) => (
              <span class="raised__reply">
                {reply().byId === session.userId ? 'You wrote' : 'Reply'} {ago(reply().at)}: {reply().text}
              </span>
            )}
          </Show>
          <Show when={line().isPending}>
            <span class="raised__pending">
              <Badge>Not yet shared</Badge>
            </span>
          </Show>
        </>
      }
    />
  )
}
