import type { JSX } from 'solid-js'
import { For, onCleanup, Show } from 'solid-js'
import type { Conflict } from '../../domain/conflict.ts'
import { formatElapsed, formatInstant } from '../../domain/format.ts'
import { solveConflict } from '../../domain/mutations/solve-conflict.ts'
import { useApp } from '../app/app-context.ts'
import { createAct } from '../outages/act.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { Button } from '../parts/control/button.tsx'
import { Card } from '../parts/show/card.tsx'
import { ConflictSide } from '../sync/conflict-side.tsx'
import { groupTitle, sideWords } from '../sync/conflict-words.ts'
import type { OpenQuestion } from './open-questions.ts'
import type { Telling } from './told-incident.ts'

interface QuestionCardProps {
  readonly question: OpenQuestion
  readonly telling: Telling
  readonly maySettle: boolean
  readonly raisedAt: number
}

type Side = Conflict['shown']

/** Two people set one thing without knowing of each other: both values in words, and one is chosen. */
export function QuestionCard(props: QuestionCardProps): JSX.Element {
  const { tell } = useApp()
  const { act, problem, isBusy } = createAct()
  const lines = ({ value }: Side) =>
    sideWords({ kind: 'incident', group: props.question.group }, value, props.telling).lines
  const nameOf = (label: string, side: Side) => `${label}: ${lines(side).join(', ')}`
  const effect = ({ value }: Side) =>
    props.question.group === 'state' ? resolvedWords(props.raisedAt, value.resolvedAt) : undefined
  const setBy = ({ by, at }: Side) =>
    `Set by ${props.telling.nameOf(by) ?? 'somebody who has left'}, ${formatInstant(at, props.telling.now)}`
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
          <ConflictSide
            title="Shows now"
            lines={lines(props.question.shown)}
            otherLines={props.question.others.flatMap(({ side }) => lines(side))}
            effect={effect(props.question.shown)}
            by={setBy(props.question.shown)}
            act={
              <Show when={props.maySettle}>
                <Button
                  busy={isBusy()}
                  aria-label={nameOf('Keep this', props.question.shown)}
                  onClick={() => void settle()}
                >
                  Keep this
                </Button>
              </Show>
            }
          />
          <For each={props.question.others}>
            {({ conflictId, side }) => (
              <ConflictSide
                title="The other value"
                lines={lines(side)}
                otherLines={lines(props.question.shown)}
                effect={effect(side)}
                by={setBy(side)}
                act={
                  <Show when={props.maySettle}>
                    <Button
                      busy={isBusy()}
                      aria-label={nameOf('Use this', side)}
                      onClick={() => void settle(conflictId)}
                    >
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

/** As demand counts it: elapsed from raised to resolved. */
const resolvedWords = (raisedAt: number, resolvedAt: unknown): string | undefined =>
  typeof resolvedAt === 'number' && resolvedAt >= raisedAt
    ? `Resolved ${formatElapsed(raisedAt, resolvedAt)} after it was raised`
    : undefined
