// One system's availability in full: headline figures, both hours, days, months, people, and what it all rests on.
import type { JSX } from 'solid-js'
import { createMemo, Match, Show, Switch } from 'solid-js'
import { mayRead } from '../../domain/access.ts'
import { deskScope } from '../../domain/scope.ts'
import type { SystemReport } from '../../metrics/system-report.ts'
import { useApp } from '../app/app-context.ts'
import { BarStrip } from '../parts/chart/bar-strip.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Card } from '../parts/show/card.tsx'
import { Tag } from '../parts/show/tag.tsx'
import { createAnswer } from './answer.ts'
import { Basis } from './basis.tsx'
import { BasisTable } from './basis-table.tsx'
import { CannotCompute } from './cannot-compute.tsx'
import { useCouncils } from './councils.ts'
import { dayBars } from './day-bars.ts'
import { verdict } from './figure-words.ts'
import { Headline } from './headline.tsx'
import type { Address } from './page-address.ts'
import { PeopleCard } from './people-card.tsx'
import { PeriodPicker } from './period-picker.tsx'
import { RestsOn } from './rests-on.tsx'
import { TrendFigure } from './trend-figure.tsx'
import './system-availability.css'

interface SystemAvailabilityProps {
  readonly systemId: string
  readonly address: Address
}

export function SystemAvailability(props: SystemAvailabilityProps): JSX.Element {
  const { session } = useApp()
  const councils = useCouncils()
  const readable = createMemo(() =>
    (councils() ?? []).map((council) => council.id).filter((id) => mayRead(session, deskScope(id))),
  )
  const { answer, error } = createAnswer(() => ({
    type: 'system',
    systemId: props.systemId,
    period: props.address.choice().period,
    councilId: props.address.councilId(),
    peopleCouncilIds: readable(),
  }))
  const judged = createMemo(() => {
    const report = answer()
    return report ? verdict(report.system) : undefined
  })
  return (
    <Page
      title={answer()?.system.name ?? 'Availability'}
      lead={<Show when={answer()}>{(report) => <Basis report={report()} />}</Show>}
      mark={<Show when={judged()}>{(known) => <Tag status={known().status}>{known().words}</Tag>}</Show>}
      back={{ href: props.address.hrefWith({ system: undefined }), label: 'All systems' }}
      actions={<LinkButton href={`/systems/${props.systemId}`}>About this system</LinkButton>}
    >
      <PeriodPicker address={props.address} />
      <Show when={error()}>
        <CannotCompute />
      </Show>
      <Switch fallback={<Skeleton shape="chart" />}>
        <Match when={answer() === null}>
          <EmptyState title="This system is not here" icon="server">
            It was removed from the catalogue, or it has not reached this device yet.
          </EmptyState>
        </Match>
        <Match when={answer()}>{(report) => <Report report={report()} />}</Match>
      </Switch>
    </Page>
  )
}

function Report(props: { readonly report: SystemReport }): JSX.Element {
  const bars = createMemo(() => dayBars(props.report.system.days, props.report.sustainedMs))
  return (
    <>
      <Headline report={props.report} />
      <Card title="Agreed hours and all hours" flush>
        <BasisTable report={props.report} />
      </Card>
      <Card title="The last ninety days of the period">
        <BarStrip label={`${props.report.system.name}, day by day`} {...bars()} />
      </Card>
      <Card>
        <TrendFigure name={props.report.system.name} months={props.report.months} />
      </Card>
      <Show when={props.report.people.length > 0}>
        <PeopleCard report={props.report} />
      </Show>
      <RestsOn report={props.report} />
    </>
  )
}
