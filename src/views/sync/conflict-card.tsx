import { For, type JSX, Show } from 'solid-js'
import type { Conflict } from '../../domain/conflict.ts'
import { formatInstant } from '../../domain/format.ts'
import { solveConflict } from '../../domain/mutations/solve-conflict.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Card } from '../parts/show/card.tsx'
import { createSaving } from '../settings/saving.ts'
import './conflict-card.css'
import { groupTitle, sideWords } from './conflict-words.ts'
import type { OpenConflict } from './open-conflicts.ts'

/** Two people set one thing to two values: both with who, when and what they mean for the figure, and a way to decide. */
export function ConflictCard(props: { readonly open: OpenConflict }): JSX.Element {
  const saving = createSaving(() => 'conflict')
  const conflict = () => props.open.conflict
  const solve = (outcome: 'shown' | 'other') =>
    void saving.save(solveConflict, { conflictId: conflict().id, outcome }, 'Decided. Both values stay in the history.')
  return (
    <Card
      title={`${props.open.subject}: ${groupTitle(conflict().kind, conflict().group).toLowerCase()}`}
      tone="attention"
    >
      <div class="stack">
        <p>Two people set this without knowing of each other. Which is right?</p>
        <div class="conflict__sides">
          <Side
            title="Shows now"
            open={props.open}
            side={conflict().shown}
            act={
              <Button busy={saving.isBusy()} onClick={() => solve('shown')}>
                Keep this
              </Button>
            }
          />
          <Side
            title="The other value"
            open={props.open}
            side={conflict().other}
            act={
              <Button busy={saving.isBusy()} onClick={() => solve('other')}>
                Use this
              </Button>
            }
          />
        </div>
        <For each={saving.errors()}>{({ message }) => <p class="field__error">{message}</p>}</For>
      </div>
    </Card>
  )
}

interface SideProps {
  readonly title: string
  readonly open: OpenConflict
  readonly side: Conflict['shown']
  readonly act: JSX.Element
}

function Side(props: SideProps): JSX.Element {
  const { now } = useApp()
  const nameOf = (id: string) => props.open.names.get(id)
  const words = () => sideWords(props.open.conflict, props.side.value, { now: now(), nameOf })
  return (
    <section class="conflict__side">
      <h3>{props.title}</h3>
      <ul class="conflict__lines">
        <For each={words().lines}>{(line) => <li>{line}</li>}</For>
      </ul>
      <Show when={words().effect}>
        <p>
          <strong>{words().effect}</strong>
        </p>
      </Show>
      <p class="muted small">
        Set by {nameOf(props.side.by) ?? 'somebody who has left'}, {formatInstant(props.side.at, now())}
      </p>
      <div>{props.act}</div>
    </section>
  )
}
