import { createSignal, For, type JSX, Show } from 'solid-js'
import { cellsOn } from '../../domain/desk-settings.ts'
import { formatDate } from '../../domain/format.ts'
import {
  defaultCells,
  type ImpactSize,
  impacts,
  impactWords,
  type PriorityCells,
  urgencies,
  urgencyWords,
} from '../../domain/incident-words.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { removals, saves } from '../../domain/mutations/keep-catalogue.ts'
import { useApp } from '../app/app-context.ts'
import { createAct } from '../outages/act.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { Button } from '../parts/control/button.tsx'
import { typedMoment } from '../parts/form/typed-date.ts'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Badge } from '../parts/show/badge.tsx'
import { Card } from '../parts/show/card.tsx'
import { type Column, Table } from '../parts/show/table.tsx'
import type { MatrixDraft } from './desk-settings-drafts.ts'
import { MatrixForm } from './matrix-form.tsx'
import { PriorityMark } from './priority-mark.tsx'

type Matrix = Recorded<'priority_matrix'>

interface PriorityTablesProps {
  /** Latest first. */
  readonly matrices: readonly Matrix[]
  readonly today: string
}

interface Edited {
  readonly id: string
  readonly before: MatrixDraft
}

/** What impact and urgency give, from a day on: the tables of past days stay as they were. */
export function PriorityTables(props: PriorityTablesProps): JSX.Element {
  const { newId, tell } = useApp()
  const { act, problem, undo } = createAct()
  const [edited, setEdited] = createSignal<Edited>()
  const inForce = () => props.matrices.find(({ from }) => from <= props.today)
  // Whoever changes one starts from what holds now.
  const add = () => {
    const cells = cellsOn(props.matrices, props.today)
    setEdited({ id: newId(), before: { from: typedMoment(props.today), cells } })
  }
  const remove = async ({ id, ...doc }: Matrix) => {
    if (!(await act(removals.priority_matrix, { id }))) return
    // What was deleted stays deleted: undoing says the same anew.
    tell('Table removed.', undo(saves.priority_matrix, { id: newId(), doc }))
  }
  const others = () => props.matrices.filter(({ id }) => id !== edited()?.id).map(({ from }) => from)
  return (
    <Card
      title="Priority table"
      actions={
        <Button kind="quiet" icon="plus" onClick={add}>
          New table from a day
        </Button>
      }
    >
      <div class="stack">
        <ProblemNote problem={problem()} />
        <For each={props.matrices}>
          {(matrix) => (
            <section class="stack stack--tight">
              <div class="cluster cluster--apart">
                <h3>
                  From {formatDate(matrix.from)}{' '}
                  <Show when={matrix === inForce()}>
                    <Badge tone="accent">Holds now</Badge>
                  </Show>
                </h3>
                <Show when={matrix.from >= props.today}>
                  <span class="cluster">
                    <Button
                      kind="quiet"
                      icon="edit"
                      aria-label={`Change the table from ${formatDate(matrix.from)}`}
                      onClick={() =>
                        setEdited({ id: matrix.id, before: { from: typedMoment(matrix.from), cells: matrix.cells } })
                      }
                    >
                      Change
                    </Button>
                    <Button
                      kind="quiet"
                      icon="bin"
                      aria-label={`Remove the table from ${formatDate(matrix.from)}`}
                      onClick={() => void remove(matrix)}
                    >
                      Remove
                    </Button>
                  </span>
                </Show>
              </div>
              <Cells caption={`Priorities from ${formatDate(matrix.from)}`} cells={matrix.cells} />
            </section>
          )}
        </For>
        <section class="stack stack--tight">
          <h3>
            {props.matrices.length === 0 ? 'As it comes with Uptally' : 'Before these: as it comes with Uptally'}{' '}
            <Show when={!inForce()}>
              <Badge tone="accent">Holds now</Badge>
            </Show>
          </h3>
          <Cells caption="Priorities as they come with Uptally" cells={defaultCells} />
        </section>
      </div>
      <Sheet open={edited() !== undefined} title="Priority table" onClose={() => setEdited()}>
        <Show when={edited()} keyed>
          {({ id, before }) => (
            <MatrixForm id={id} before={before} today={props.today} others={others()} onDone={() => setEdited()} />
          )}
        </Show>
      </Sheet>
    </Card>
  )
}

function Cells(props: { readonly caption: string; readonly cells: PriorityCells }): JSX.Element {
  const columns = (): Column<ImpactSize>[] => [
    { key: 'impact', label: 'Impact', isRowHeader: true, cell: (impact) => impactWords[impact] },
    ...urgencies.map((urgency) => ({
      key: urgency,
      label: urgencyWords[urgency],
      cell: (impact: ImpactSize) => <PriorityMark priority={props.cells[impact][urgency]} />,
    })),
  ]
  return <Table caption={props.caption} hideCaption columns={columns()} rows={impacts} />
}
