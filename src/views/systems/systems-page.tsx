// The catalogue of systems, to be searched.
import type { JSX } from 'solid-js'
import { createMemo, createSignal, For, Match, Show, Switch } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { agreementOn } from '../../domain/system.ts'
import { DEFAULT_ZONE, localDateAt, zoneOf } from '../../domain/zone.ts'
import { systemsByName } from '../../store/systems.ts'
import { useApp, useMay } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { createAnswer } from '../availability/answer.ts'
import { targetWords } from '../availability/figure-words.ts'
import { LinkButton } from '../parts/control/link-button.tsx'
import { SearchField } from '../parts/form/search-field.tsx'
import { filterOptions } from '../parts/form/type-ahead-filter.ts'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Card } from '../parts/show/card.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { Tag } from '../parts/show/tag.tsx'
import { ExportSystems } from './export-systems.tsx'
import { stateWords } from './state-words.ts'

const zone = zoneOf(DEFAULT_ZONE)

export function SystemsPage(): JSX.Element {
  const { now } = useApp()
  const may = useMay()
  const systems = createLive(() => systemsByName)
  const { answer: states } = createAnswer(() => ({ type: 'states' }))
  const stateOf = createMemo(() => new Map(states()?.map((state) => [state.systemId, state])))
  const [query, setQuery] = createSignal('')
  const today = createMemo(() => localDateAt(zone, now()))
  const found = createMemo(() => {
    const options = (systems() ?? []).map((system) => ({
      id: system.id,
      label: system.name,
      detail: system.owner,
      system,
    }))
    return (query().trim() === '' ? options : filterOptions(options, query())).map((option) => option.system)
  })
  const isRetired = (system: Recorded<'system'>) => system.retiredOn !== null && system.retiredOn <= today()
  const inService = () => found().filter((system) => !isRetired(system))
  const retired = () => found().filter(isRetired)
  const row = (system: Recorded<'system'>) => (
    <SystemRow system={system} today={today()} state={isRetired(system) ? undefined : stateOf().get(system.id)} />
  )
  return (
    <Page
      title="Systems"
      lead="What the councils work with: its state now, who owns it, what is agreed."
      actions={
        <>
          <ExportSystems ids={found().map(({ id }) => id)} search={query()} />
          <Show when={may('ict') || may('admin')}>
            <LinkButton href="/systems/new" icon="plus">
              Add a system
            </LinkButton>
          </Show>
        </>
      }
    >
      <Switch fallback={<Skeleton shape="rows" count={8} />}>
        <Match when={systems()?.length === 0}>
          <NoSystems mayAdd={may('ict') || may('admin')} />
        </Match>
        <Match when={systems()}>
          <SearchField label="Search the systems" value={query()} onInput={setQuery} />
          <Card flush>
            <RowList label="Systems">
              <For each={inService()} fallback={<li class="row muted">No system in service fits.</li>}>
                {row}
              </For>
            </RowList>
          </Card>
          <Show when={retired().length > 0}>
            <Disclosure summary={`Retired: ${retired().length}`}>
              <RowList label="Retired systems">
                <For each={retired()}>{row}</For>
              </RowList>
            </Disclosure>
          </Show>
        </Match>
      </Switch>
    </Page>
  )
}

function NoSystems(props: { readonly mayAdd: boolean }): JSX.Element {
  return (
    <EmptyState
      title="There are no systems yet"
      icon="server"
      action={props.mayAdd ? <LinkButton href="/systems/new">Add a system</LinkButton> : undefined}
    >
      {props.mayAdd
        ? 'Outages are reported for systems, and availability is measured for them.'
        : 'ICT or an administrator adds them. Outages are reported for systems.'}
    </EmptyState>
  )
}

interface SystemRowProps {
  readonly system: Recorded<'system'>
  readonly today: string
  /** undefined: retired, or not known yet. */
  readonly state: Parameters<typeof stateWords>[0]
}

function SystemRow(props: SystemRowProps): JSX.Element {
  const target = () => agreementOn(props.system, props.today).targetPercent
  const detail = () =>
    [props.system.owner, target() === null ? 'no target' : `target ${targetWords(target() ?? 0)}`]
      .filter(Boolean)
      .join(', ')
  return (
    <Row
      href={`/systems/${props.system.id}`}
      title={props.system.name}
      detail={detail()}
      aside={
        <Show when={props.state}>
          {(state) => <Tag status={stateWords(state()).status}>{stateWords(state()).words}</Tag>}
        </Show>
      }
    />
  )
}
