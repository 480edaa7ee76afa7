import type { JSX } from 'solid-js'
import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import { counted } from '../../domain/format.ts'
import { levelLabels, levels } from '../../domain/level.ts'
import { catalogue } from '../../store/catalogue.ts'
import type { OutageLine } from '../../store/outages.ts'
import { createLive } from '../app/live.ts'
import { Button } from '../parts/control/button.tsx'
import { SearchField } from '../parts/form/search-field.tsx'
import { Select } from '../parts/form/select.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Card } from '../parts/show/card.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { EnterPast } from './enter-past.tsx'
import { ExportOutages } from './export-outages.tsx'
import type { OutageFilter } from './outage-filter.ts'
import { anyOutage, byMonth, fitting, outageFilterWords } from './outage-filter.ts'
import { OutageRow } from './outage-row.tsx'

/** Rows put on the page at once: a thousand would make a phone wait. */
const step = 50

/** Outages that are over: search, filter, months. */
export function PastOutagesList(props: { readonly lines: readonly OutageLine[] }): JSX.Element {
  const names = createLive(() => catalogue)
  const [filter, setFilter] = createSignal(anyOutage)
  const [mostShown, setMostShown] = createSignal(step)
  const set = (part: Partial<OutageFilter>) => setFilter((old) => ({ ...old, ...part }))
  const found = createMemo(() => fitting(props.lines, filter()))
  const months = createMemo(() => byMonth(found().slice(0, mostShown())))
  createEffect(on(filter, () => setMostShown(step), { defer: true }))
  const systemOptions = () => [any('All systems'), ...[...(names()?.systems.values() ?? [])].map(named)]
  const councilOptions = () => [any('All councils'), ...[...(names()?.councils.values() ?? [])].map(named)]
  const filterWords = () =>
    outageFilterWords(filter(), (id) => names()?.systems.get(id)?.name ?? names()?.councils.get(id)?.name ?? id)
  const levelOptions = [any('All levels'), ...levels.map((level) => ({ value: level, label: levelLabels[level] }))]

  return (
    <section class="stack" aria-label="Past outages">
      <div class="cluster cluster--apart">
        <h2>Past</h2>
        <EnterPast />
      </div>
      <SearchField label="Search past outages" value={filter().words} onInput={(words) => set({ words })} />
      <Disclosure summary="Filter by system, council or level">
        <div class="grid">
          <Select
            label="System"
            value={filter().systemId}
            options={systemOptions()}
            onChange={(systemId) => set({ systemId })}
          />
          <Select
            label="Council"
            value={filter().councilId}
            options={councilOptions()}
            onChange={(councilId) => set({ councilId })}
          />
          <Select<OutageFilter['level']>
            label="Level"
            value={filter().level}
            options={levelOptions}
            onChange={(level) => set({ level })}
          />
        </div>
      </Disclosure>
      <div class="cluster cluster--apart">
        <p class="muted small" role="status">
          {counted(found().length, 'outage')}
        </p>
        <ExportOutages ids={found().map(({ outage }) => outage.id)} filter={filterWords()} />
      </div>
      <Show
        when={found().length > 0}
        fallback={
          <EmptyState
            title="No past outage fits"
            action={<Button onClick={() => setFilter(anyOutage)}>Show all</Button>}
          />
        }
      >
        <For each={months()}>
          {({ month, lines }) => (
            <Card title={month} flush>
              <RowList label={month}>
                <For each={lines}>{(line) => <OutageRow line={line} />}</For>
              </RowList>
            </Card>
          )}
        </For>
        <Show when={found().length > mostShown()}>
          <Button wide onClick={() => setMostShown((count) => count + step)}>
            Show more
          </Button>
        </Show>
      </Show>
    </section>
  )
}

const any = (label: string) => ({ value: '' as const, label })
const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ value: id, label: name })
