import type { JSX } from 'solid-js'
import { createSignal, For, Show } from 'solid-js'
import { markSystem } from '../../domain/mutations/tell-outage.ts'
import type { Catalogue } from '../../store/catalogue.ts'
import { systemsThatNeed } from '../../store/catalogue.ts'
import type { OutageStory } from '../../store/outage-story.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { TypeAheadList } from '../parts/form/type-ahead-list.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { createAct } from './act.ts'
import { ProblemNote } from './problem-note.tsx'

interface SystemsCardProps {
  readonly story: OutageStory
  readonly names: Catalogue
}

type Mark = 'affected' | 'not_affected' | 'none'

/** Which systems are hit: those named, those that cannot work without them, and those that stay up all the same. */
export function SystemsCard(props: SystemsCardProps): JSX.Element {
  const { tell } = useApp()
  const { act, problem, undo } = createAct()
  const [isAdding, setAdding] = createSignal(false)
  const outageId = () => props.story.outage.id
  const marked = (mark: Mark) => props.story.edges.filter((edge) => edge.mark === mark).map((edge) => edge.systemId)
  const nameOf = (systemId: string) => props.names.systems.get(systemId)?.name ?? 'A system that is gone'
  const dragged = () =>
    systemsThatNeed(marked('affected'), props.names.dependencies).filter((id) => !marked('not_affected').includes(id))
  const markOf = (systemId: string): Mark =>
    props.story.edges.find((edge) => edge.systemId === systemId)?.mark ?? 'none'
  const others = () => {
    const hit = new Set(marked('affected'))
    return [...props.names.systems.values()]
      .filter((system) => !hit.has(system.id) && system.retiredOn === null)
      .map(({ id, name }) => ({ id, label: name }))
  }
  const set = async (systemId: string, mark: Mark, said: string) => {
    const before = markOf(systemId)
    setAdding(false)
    if (!(await act(markSystem, { outageId: outageId(), systemId, mark }))) return
    tell(`${nameOf(systemId)} ${said}.`, undo(markSystem, { outageId: outageId(), systemId, mark: before }))
  }

  return (
    <Card
      title="Systems hit"
      flush
      actions={
        <Button kind="quiet" icon="plus" onClick={() => setAdding(true)}>
          Add
        </Button>
      }
    >
      <ProblemNote problem={problem()} />
      <RowList label="Systems hit">
        <For each={marked('affected')}>
          {(id) => (
            <Row
              title={nameOf(id)}
              aside={
                <Show when={marked('affected').length > 1}>
                  <Button kind="quiet" aria-label={`Remove ${nameOf(id)}`} onClick={() => set(id, 'none', 'removed')}>
                    Remove
                  </Button>
                </Show>
              }
            />
          )}
        </For>
        <For each={dragged()}>
          {(id) => (
            <Row
              title={nameOf(id)}
              detail="Cannot work without the above"
              aside={
                <Button
                  kind="quiet"
                  aria-label={`${nameOf(id)} is not affected`}
                  onClick={() => set(id, 'not_affected', 'marked as not affected')}
                >
                  Not affected
                </Button>
              }
            />
          )}
        </For>
        <For each={marked('not_affected')}>
          {(id) => (
            <Row
              title={nameOf(id)}
              detail="Not affected, as marked by hand"
              aside={
                <Button
                  kind="quiet"
                  aria-label={`Take back the mark on ${nameOf(id)}`}
                  onClick={() => set(id, 'none', 'has no mark any more')}
                >
                  Take back
                </Button>
              }
            />
          )}
        </For>
      </RowList>
      <Sheet open={isAdding()} title="Add a system" onClose={() => setAdding(false)}>
        <TypeAheadList
          label="Which system is hit too?"
          options={others()}
          onChoose={(option) => set(option.id, 'affected', 'added')}
        />
      </Sheet>
    </Card>
  )
}
