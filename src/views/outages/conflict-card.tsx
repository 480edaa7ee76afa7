import type { JSX } from 'solid-js'
import { createMemo, For, onCleanup, Show } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { solveConflict } from '../../domain/mutations/solve-conflict.ts'
import type { Catalogue } from '../../store/catalogue.ts'
import { useApp, useMay } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Card } from '../parts/show/card.tsx'
import { createAct } from './act.ts'
import { conflictSides } from './conflict-words.ts'
import { ictOnly } from './outage-words.ts'
import { ProblemNote } from './problem-note.tsx'

interface ConflictCardProps {
  readonly conflict: Recorded<'conflict'>
  readonly outage: Recorded<'outage'>
  readonly names: Catalogue
}

/** Two people set one thing to two values: both are shown, with what each means, and one is chosen. */
export function ConflictCard(props: ConflictCardProps): JSX.Element {
  const { now, tell } = useApp()
  const may = useMay()
  const { act, problem } = createAct()
  const sides = createMemo(() => conflictSides(props.conflict, props.outage, props.names, now()))
  // Settled, the card goes with the button that was pressed: the title takes the keyboard's place.
  onCleanup(() =>
    queueMicrotask(() => {
      if (document.activeElement === document.body) document.querySelector('h1')?.focus()
    }),
  )
  const choose = async (outcome: 'shown' | 'other') => {
    if (await act(solveConflict, { conflictId: props.conflict.id, outcome }))
      tell('Settled. Both values stay in the history.')
  }
  return (
    <Card tone="attention" title="Two people recorded this differently">
      <div class="stack">
        <ul class="stack">
          <For each={sides()}>
            {(side) => (
              <li>
                <strong>{side.words}</strong>
                <br />
                <span class="muted small">{side.by}</span>
                <Show when={may('ict')}>
                  <div class="conflict__act">
                    <Button onClick={() => choose(side.outcome)}>{side.button}</Button>
                  </div>
                </Show>
              </li>
            )}
          </For>
        </ul>
        <ProblemNote problem={problem()} />
        <Show when={!may('ict')}>
          <p class="muted">{ictOnly('settle this')}.</p>
        </Show>
      </div>
    </Card>
  )
}
