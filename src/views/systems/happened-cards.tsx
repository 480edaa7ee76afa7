import type { JSX } from 'solid-js'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { useApp } from '../app/app-context.ts'
import { OutageRow } from '../outages/outage-row.tsx'
import { PlannedRow } from '../outages/planned-row.tsx'
import { Button } from '../parts/control/button.tsx'
import { Card } from '../parts/show/card.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import type { KnownEntry } from './known-entry.ts'

const shownAtFirst = 8

/** Its own outages, newest first, and planned work to come. */
export function HappenedCards(props: { readonly entry: KnownEntry }): JSX.Element {
  const { now } = useApp()
  const [isAll, setAll] = createSignal(false)
  const outages = () => props.entry.outages
  const shown = createMemo(() => (isAll() ? outages() : outages().slice(0, shownAtFirst)))
  const toCome = createMemo(() =>
    props.entry.work.filter((work) => work.cancelledAt === null && work.endAt > now()).reverse(),
  )
  return (
    <>
      <Show when={toCome().length > 0}>
        <Card title="Planned work" flush>
          <RowList label="Planned work">
            <For each={toCome()}>
              {(work) => <PlannedRow planned={{ work, systems: systemsOf(props.entry, work) }} />}
            </For>
          </RowList>
        </Card>
      </Show>
      <Card title="Outages" flush>
        <Show
          when={outages().length > 0}
          fallback={<p class="system-cards__none muted">No outage of its own is recorded.</p>}
        >
          <RowList label="Outages">
            <For each={shown()}>{(outage) => <OutageRow line={{ outage, systems: [props.entry.system] }} />}</For>
          </RowList>
          <Show when={shown().length < outages().length}>
            <div class="system-cards__none no-print">
              <Button kind="quiet" onClick={() => setAll(true)}>
                Show all {outages().length}
              </Button>
            </div>
          </Show>
        </Show>
      </Card>
    </>
  )
}

const systemsOf = (entry: KnownEntry, work: KnownEntry['work'][number]) =>
  work.systemIds.flatMap((id) => entry.systems.get(id) ?? [])
