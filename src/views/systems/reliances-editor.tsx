import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { removals, saves } from '../../domain/mutations/keep-catalogue.ts'
import { useApp } from '../app/app-context.ts'
import { createAct } from '../outages/act.ts'
import { Button } from '../parts/control/button.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import type { KnownEntry } from './known-entry.ts'
import { relianceWords } from './need-words.ts'
import { RelianceForm } from './reliance-form.tsx'

/** How far each division depends on the system; a division without an answer says so. */
export function ReliancesEditor(props: { readonly entry: KnownEntry }): JSX.Element {
  const { newId, tell } = useApp()
  const { act, problem, undo } = createAct()
  const [edited, setEdited] = createSignal<Recorded<'division'>>()
  const relianceOf = createMemo(() => new Map(props.entry.reliances.map((reliance) => [reliance.divisionId, reliance])))
  const remove = async (reliance: Recorded<'reliance'>) => {
    const { id, ...doc } = reliance
    // What was deleted stays deleted: undoing says the same anew.
    if (!(await act(removals.reliance, { id }))) return
    setEdited()
    tell('Answer removed.', undo(saves.reliance, { id: newId(), doc }))
  }
  return (
    <Card title="Who relies on it" flush>
      <Show when={problem()}>{(refusal) => <p class="system-cards__none">{refusal().message}</p>}</Show>
      <RowList label="Who relies on it">
        <For
          each={[...props.entry.divisions.values()]}
          fallback={<li class="row muted">There are no divisions yet. They are added under Settings.</li>}
        >
          {(division) => (
            <Row
              title={division.name}
              detail={
                <Show when={relianceOf().get(division.id)} fallback="Not said yet">
                  {(reliance) => `${relianceWords(reliance().share)} without it`}
                </Show>
              }
              aside={
                <Button kind="quiet" onClick={() => setEdited(division)}>
                  {relianceOf().has(division.id) ? 'Change' : 'Say'}
                  <span class="visually-hidden"> for {division.name}</span>
                </Button>
              }
            />
          )}
        </For>
      </RowList>
      <Sheet
        open={edited() !== undefined}
        title={`${edited()?.name ?? ''} without ${props.entry.system.name}`}
        onClose={() => setEdited()}
      >
        <Show when={edited()}>
          {(division) => (
            <RelianceForm
              division={division()}
              systemId={props.entry.system.id}
              before={relianceOf().get(division().id)}
              onRemove={remove}
              onDone={() => setEdited()}
            />
          )}
        </Show>
      </Sheet>
    </Card>
  )
}
