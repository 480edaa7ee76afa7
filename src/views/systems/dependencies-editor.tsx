import { createSignal, For, type JSX, Show } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { removals, saves } from '../../domain/mutations/keep-catalogue.ts'
import { useApp } from '../app/app-context.ts'
import { createAct } from '../outages/act.ts'
import { Button } from '../parts/control/button.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { type KnownEntry, systemName } from './known-entry.ts'
import { NeedForm } from './need-form.tsx'
import { needEffect, needWords } from './need-words.ts'

/** What the system needs: each need is saved by itself, and removed with an undo. */
export function DependenciesEditor(props: { readonly entry: KnownEntry }): JSX.Element {
  const { tell, newId } = useApp()
  const [isAdding, setAdding] = createSignal(false)
  const { act, problem, undo } = createAct()
  const nameOf = (id: string) => systemName(props.entry, id)
  const needs = () => props.entry.dependencies.filter((edge) => edge.systemId === props.entry.system.id)
  const remove = async (edge: Recorded<'dependency'>) => {
    const { id, ...doc } = edge
    const isDone = await act(removals.dependency, { id })
    // What was deleted stays deleted: undoing makes the same need anew.
    if (isDone) tell(`${needWords(edge, nameOf)} removed.`, undo(saves.dependency, { id: newId(), doc }))
  }
  return (
    <Card
      title="What it needs"
      flush
      actions={
        <Button kind="quiet" icon="plus" onClick={() => setAdding(true)}>
          Add a need
        </Button>
      }
    >
      <Show when={problem()}>{(refusal) => <p class="system-cards__none">{refusal().message}</p>}</Show>
      <RowList label="What it needs">
        <For each={needs()} fallback={<li class="row muted">Nothing is recorded that it needs.</li>}>
          {(edge) => (
            <Row
              title={needWords(edge, nameOf)}
              detail={needEffect(edge)}
              aside={
                <Button kind="quiet" onClick={() => remove(edge)}>
                  Remove<span class="visually-hidden"> {needWords(edge, nameOf)}</span>
                </Button>
              }
            />
          )}
        </For>
      </RowList>
      <Sheet open={isAdding()} title={`What ${props.entry.system.name} needs`} onClose={() => setAdding(false)}>
        <Show when={isAdding()}>
          <NeedForm entry={props.entry} onDone={() => setAdding(false)} />
        </Show>
      </Sheet>
    </Card>
  )
}
