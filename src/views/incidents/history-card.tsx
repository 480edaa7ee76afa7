import type { JSX } from 'solid-js'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { formatInstant } from '../../domain/format.ts'
import { undoIncidentChanges } from '../../domain/mutations/work-incident.ts'
import type { IncidentStory } from '../../store/incident-story.ts'
import { useApp } from '../app/app-context.ts'
import { createAct } from '../outages/act.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { savedHere } from '../outages/saved-here.ts'
import { Button } from '../parts/control/button.tsx'
import { Card } from '../parts/show/card.tsx'
import { type HistoryEntry, historyOf, undoableEvent } from './incident-history.ts'
import type { Telling } from './told-incident.ts'
import './incident-page.css'

interface HistoryCardProps {
  readonly story: IncidentStory
  readonly telling: Telling
  readonly mayWork: boolean
}

const shownAtFirst = 10

/** Who did what and when, newest first; the last change can be taken back while it stands. */
export function HistoryCard(props: HistoryCardProps): JSX.Element {
  const { tell } = useApp()
  const { act, problem, isBusy, undo } = createAct()
  const [isAll, setAll] = createSignal(false)
  const entries = createMemo(() => historyOf(props.story, props.telling))
  const shown = () => (isAll() ? entries() : entries().slice(0, shownAtFirst))
  const undoable = () => (props.mayWork ? undoableEvent(props.story.incident, props.story.events)?.id : undefined)
  const takeBack = async (eventId: string) => {
    const writes = await act(undoIncidentChanges, { eventIds: [eventId] })
    const event = writes?.find(({ k }) => k === 'incident_event')
    if (event) tell(`Taken back. ${savedHere()}`, undo(undoIncidentChanges, { eventIds: [event.id] }))
  }
  return (
    <Card title="History">
      <div class="stack">
        <ProblemNote problem={problem()} />
        <ol class="history">
          <For each={shown()}>
            {(entry) => (
              <Line
                entry={entry}
                act={
                  <Show when={entry.eventId !== undefined && entry.eventId === undoable() ? entry.eventId : undefined}>
                    {(eventId) => (
                      <Button
                        kind="quiet"
                        icon="undo"
                        aria-label={`Undo: ${entry.what}`}
                        busy={isBusy()}
                        onClick={() => void takeBack(eventId())}
                      >
                        Undo
                      </Button>
                    )}
                  </Show>
                }
              />
            )}
          </For>
        </ol>
        <Show when={entries().length > shown().length}>
          <div>
            <Button onClick={() => setAll(true)}>Show all {entries().length}</Button>
          </div>
        </Show>
      </div>
    </Card>
  )
}

function Line(props: { readonly entry: HistoryEntry; readonly act: JSX.Element }): JSX.Element {
  const { now } = useApp()
  const by = () => [props.entry.by, props.entry.isImported && 'as imported'].filter(Boolean).join(', ')
  return (
    <li class="history__line">
      <div class="history__what">
        <span>{props.entry.what}</span>
        {props.act}
      </div>
      <For each={props.entry.lines}>{(line) => <p class="as-typed">{line}</p>}</For>
      <Show when={props.entry.text}>
        <p class="as-typed">{props.entry.text}</p>
      </Show>
      <p class="muted small">{[formatInstant(props.entry.at, now()), by()].filter(Boolean).join(', ')}</p>
    </li>
  )
}
