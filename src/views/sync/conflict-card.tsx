import { createMemo, For, type JSX, onCleanup, Show } from 'solid-js'
import { formatInstant } from '../../domain/format.ts'
import { solveConflict } from '../../domain/mutations/solve-conflict.ts'
import { useApp } from '../app/app-context.ts'
import { createAnswerIf } from '../availability/answer.ts'
import { useReadableCouncils } from '../impact/impact-answer.ts'
import { LockedNote } from '../legal/locked-note.tsx'
import { createAct } from '../outages/act.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { Button } from '../parts/control/button.tsx'
import { Card } from '../parts/show/card.tsx'
import { ConflictSide } from './conflict-side.tsx'
import { groupTitle, sideWords } from './conflict-words.ts'
import { eitherQuestion, shownNow } from './either-question.ts'
import { madeLines, restsOn } from './figures-made.ts'
import type { OpenConflict } from './open-conflicts.ts'

interface EachConflictProps {
  readonly open: readonly OpenConflict[]
  /** The record whose own page this is: its title says already what it is about. */
  readonly homeId?: string | undefined
}

/** A card for each. A card stays while its records change, and with it the button that somebody is at. */
export function EachConflict(props: EachConflictProps): JSX.Element {
  return (
    <For each={props.open.map(({ conflict }) => conflict.id)}>
      {(id) => (
        <Show when={props.open.find(({ conflict }) => conflict.id === id)}>
          {(open) => (
            <Show when={!open().isLocked} fallback={<LockedConflict open={open()} />}>
              <ConflictCard open={open()} isAtHome={open().conflict.recordId === props.homeId} />
            </Show>
          )}
        </Show>
      )}
    </For>
  )
}

const LockedConflict = (props: { readonly open: OpenConflict }): JSX.Element => (
  <Card title={`${props.open.subject}: two people set this differently`}>
    <LockedNote />
  </Card>
)

interface ConflictCardProps {
  readonly open: OpenConflict
  readonly isAtHome: boolean
}

/** Two people set one thing to two values: both with who, when and what they make of the figures, and a way to decide. */
function ConflictCard(props: ConflictCardProps): JSX.Element {
  const { now, tell } = useApp()
  const { act, problem, isBusy } = createAct()
  const conflict = () => props.open.conflict
  const group = () => groupTitle(conflict().kind, conflict().group)
  const nameOf = (id: string) => props.open.names.get(id)
  const shown = createMemo(() => shownNow(conflict(), props.open.record))
  const words = createMemo(() =>
    [shown().value, conflict().other.value].map((value) => sideWords(conflict(), value, { now: now(), nameOf })),
  )
  const figures = createFigures(() => props.open)
  const made = () => {
    const answer = figures()
    return answer ? [madeLines(answer.shown, nameOf), madeLines(answer.other, nameOf)] : []
  }
  const setBy = ({ by, at }: { readonly by: string; readonly at: number }) =>
    `Set by ${nameOf(by) ?? 'somebody who has left'}, ${formatInstant(at, now())}`
  // Settled, the card goes with the button that was pressed: the title takes the keyboard's place.
  onCleanup(() =>
    queueMicrotask(() => {
      if (document.activeElement === document.body) document.querySelector('h1')?.focus()
    }),
  )
  const solve = async (outcome: 'shown' | 'other') => {
    if (await act(solveConflict, { conflictId: conflict().id, outcome }))
      tell('Settled. Both values stay in the history.')
  }
  const choice = (outcome: 'shown' | 'other', label: string) => (
    <Show when={props.open.maySettle}>
      <Button
        busy={isBusy()}
        aria-label={`${label}: ${words()[outcome === 'shown' ? 0 : 1]?.lines.join(', ')}`}
        onClick={() => void solve(outcome)}
      >
        {label}
      </Button>
    </Show>
  )
  return (
    <Card
      title={
        props.isAtHome
          ? `Two people set this differently: ${group()}`
          : `${props.open.subject}: ${group().toLowerCase()}`
      }
      tone="attention"
    >
      <div class="stack">
        <p>Neither knew of the other. Which is right?</p>
        <div class="conflict__sides">
          <ConflictSide
            title="Shows now"
            lines={words()[0]?.lines ?? []}
            otherLines={words()[1]?.lines ?? []}
            effect={words()[0]?.effect}
            made={made()[0]}
            otherMade={made()[1]}
            by={
              shown().isSince
                ? `Set anew since then; before by ${nameOf(conflict().shown.by) ?? 'somebody who has left'}`
                : setBy(conflict().shown)
            }
            act={choice('shown', 'Keep this')}
          />
          <ConflictSide
            title="The other value"
            lines={words()[1]?.lines ?? []}
            otherLines={words()[0]?.lines ?? []}
            effect={words()[1]?.effect}
            made={made()[1]}
            otherMade={made()[0]}
            by={setBy(conflict().other)}
            act={choice('other', 'Use this')}
          />
        </div>
        <Show when={figures()}>{(answer) => <p class="muted small">{restsOn(answer(), now())}</p>}</Show>
        <ProblemNote problem={problem()} />
        <Show when={!props.open.maySettle}>
          <p class="muted">Whoever may change it settles which of the two is right.</p>
        </Show>
      </div>
    </Card>
  )
}

/** What the two make of the figures; undefined where none rests on it, until it is known, and where it cannot be told. */
function createFigures(open: () => OpenConflict) {
  const councils = useReadableCouncils()
  const question = createMemo(() => {
    const readable = councils()
    const { conflict, record } = open()
    return (
      readable &&
      eitherQuestion(
        conflict,
        record,
        readable.map(({ id }) => id),
      )
    )
  })
  const { answer, error } = createAnswerIf(question)
  return () => (question() && !error() ? (answer() ?? undefined) : undefined)
}
