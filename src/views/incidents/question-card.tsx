import type { JSX } from 'solid-js'
import { For, onCleanup, Show } from 'solid-js'
import type { Conflict } from '../../domain/conflict.ts'
import { formatInstant } from '../../domain/format.ts'
import { solveConflict } from '../../domain/mutations/solve-conflict.ts'
import { useApp } from '../app/app-context.ts'
import { createAct } from '../outages/act.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { Button } from '../parts/control/button.tsx'
import { Card } from '../parts/show/card.tsx'
import '../sync/conflict-card.css'
import { groupTitle, sideWords } from '../sync/conflict-words.ts'
import type { OpenQuestion } from './open-questions.ts'
import type { Telling } from './told-incident.ts'

interface QuestionCardProps {
  readonly question: OpenQuestion
  readonly telling: Telling
  readonly maySettle: boolean
}

/** Two people set one thing without knowing of each other: both values in words, and one is chosen. */
export function QuestionCard(props: QuestionCardProps): JSX.Element {
  const { tell } = useApp()
  const { act, problem, isBusy } = createAct()
  // Settled, the card goes with the button that was pressed: the title takes the keyboard's place.
  onCleanup(() =>
    queueMicrotask(() => {
      if (document.activeElement === document.body) document.querySelector('h1')?.focus()
    }),
  )
  const settle = async (chosenId?: string) => {
    const { conflictIds } = props.question
    const rest = conflictIds.filter((id) => id !== chosenId)
    // The value first: should the rest fail, the question stays.
    if (chosenId !== undefined && !(await act(solveConflict, { conflictId: chosenId, outcome: 'other' }))) return
    for (const conflictId of rest) if (!(await act(solveConflict, { conflictId, outcome: 'shown' }))) return
    tell('Settled. Both values stay in the history.')
  }
  return (
    <Card tone="attention" title={`Two people set this differently: ${groupTitle('incident', props.question.group)}`}>
      <div class="stack">
        <div class="conflict__sides">
          <Side
            title="Shows now"
            group={props.question.group}
            side={props.question.shown}
            telling={props.telling}
            act={
              <Show when={props.maySettle}>
                <Button busy={isBusy()} onClick={() => void settle()}>
                  Keep this
                </Button>
              </Show>
            }
          />
          <For each={props.question.others}>
            {({ conflictId, side }) => (
              <Side
                title="The other value"
                group={props.question.group}
                side={side}
                telling={props.telling}
                act={
                  <Show when={props.maySettle}>
                    <Button busy={isBusy()} onClick={() => void settle(conflictId)}>
                      Use this
                    </Button>
                  </Show>
                }
              />
            )}
          </For>
        </div>
        <Show when={props.question.others.length === 0}>
          <p class="muted">Both values that were set apart have been changed since.</p>
        </Show>
        <ProblemNote problem={problem()} />
        <Show when={!props.maySettle}>
          <p class="muted">The desk settles which of the two is right.</p>
        </Show>
      </div>
    </Card>
  )
}

interface SideProps {
  readonly title: string
  readonly group: string
  readonly side: Conflict['shown']
  readonly telling: Telling
  readonly act: JSX.Element
}

function Side(props: SideProps): JSX.Element {
  const lines = () => sideWords({ kind: 'incident', group: props.group }, props.side.value, props.telling).lines
  return (
    <section class="conflict__side">
      <h3>{props.title}</h3>
      <ul class="conflict__lines">
        <For each={lines()}>{(line) => <li>{line}</li>}</For>
      </ul>
      <p class="muted small">
        Set by {props.telling.nameOf(props.side.by) ?? 'somebody who has left'},{' '}
        {formatInstant(props.side.at, props.telling.now)}
      </p>
      <div>{props.act}</div>
    </section>
  )
}
