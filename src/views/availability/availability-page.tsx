// Availability of all systems in a period, worst first; with a system in the address, of that one in full.
import type { JSX } from 'solid-js'
import { createMemo, Match, Show, Switch } from 'solid-js'
import type { AvailabilityReport } from '../../metrics/availability-report.ts'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Chips } from '../parts/form/chips.tsx'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { createAnswer } from './answer.ts'
import { Basis } from './basis.tsx'
import { CannotCompute } from './cannot-compute.tsx'
import { type Address, useAddress } from './page-address.ts'
import { periodName } from './period-choice.ts'
import { PeriodPicker } from './period-picker.tsx'
import { SystemAvailability } from './system-availability.tsx'
import { SystemRows } from './system-rows.tsx'
import { SystemsTable } from './systems-table.tsx'
import { worstFirst } from './worst-first.ts'

export function AvailabilityPage(): JSX.Element {
  const address = useAddress()
  return (
    <Show when={address.systemId()} keyed fallback={<AllSystems address={address} />}>
      {(systemId) => <SystemAvailability systemId={systemId} address={address} />}
    </Show>
  )
}

const viewOptions = [
  { value: 'days', label: 'Day by day' },
  { value: 'table', label: 'Table' },
] as const

function AllSystems(props: { readonly address: Address }): JSX.Element {
  const { answer, error } = createAnswer(() => ({
    type: 'availability',
    period: props.address.choice().period,
    councilId: props.address.councilId(),
  }))
  return (
    <Page title="Availability" lead={<Show when={answer()}>{(report) => <Basis report={report()} />}</Show>}>
      <PeriodPicker address={props.address} />
      <Show when={error()}>
        <CannotCompute />
      </Show>
      <Switch fallback={<Skeleton shape="rows" count={6} />}>
        <Match when={answer()?.systems.length === 0}>
          <EmptyState
            title="No systems were in service in this period"
            icon="chart"
            action={<LinkButton href="/systems">Go to the systems</LinkButton>}
          >
            Availability is measured for each system of the catalogue, in its agreed hours.
          </EmptyState>
        </Match>
        <Match when={answer()}>{(report) => <Systems report={report()} address={props.address} />}</Match>
      </Switch>
    </Page>
  )
}

function Systems(props: { readonly report: AvailabilityReport; readonly address: Address }): JSX.Element {
  const systems = createMemo(() => worstFirst(props.report.systems))
  return (
    <>
      <div class="no-print">
        <Chips
          label="Show as"
          hideLabel
          single
          options={viewOptions}
          values={[props.address.isTable() ? 'table' : 'days']}
          onChange={([view]) => props.address.chooseView(view === 'table')}
        />
      </div>
      <Show
        when={props.address.isTable()}
        fallback={
          <SystemRows
            period={periodName(props.report.period)}
            systems={systems()}
            sustainedMs={props.report.sustainedMs}
            address={props.address}
          />
        }
      >
        <SystemsTable systems={systems()} report={props.report} address={props.address} />
      </Show>
    </>
  )
}
