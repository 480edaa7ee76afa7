// What the desk has to do, and how it fares: by system, division, council and cause, month by month, and what is left.
import { createMemo, type JSX, Match, Show, Switch } from 'solid-js'
import { formatInstant } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import type { DemandReport } from '../../metrics/demand-figures.ts'
import { useApp } from '../app/app-context.ts'
import { CannotCompute } from '../availability/cannot-compute.tsx'
import { useCouncils } from '../availability/councils.ts'
import { type Address, useAddress } from '../availability/page-address.ts'
import { periodName } from '../availability/period-choice.ts'
import { PeriodPicker } from '../availability/period-picker.tsx'
import { askedIds, useReadableCouncils } from '../impact/impact-answer.ts'
import { councilNames } from '../outages/outage-words.ts'
import { Button } from '../parts/control/button.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { createDemand } from './demand-answer.ts'
import { DemandShown } from './demand-shown.tsx'

type Councils = readonly Recorded<'council'>[]

export function DemandPage(): JSX.Element {
  const readable = useReadableCouncils()
  return (
    <Switch
      fallback={
        <Page title="Demand">
          <Skeleton shape="figure" />
        </Page>
      }
    >
      <Match when={readable()?.length === 0}>
        <Page title="Demand">
          <EmptyState
            title="Only ICT, managers and client officers see demand on the desk"
            icon="lock"
            action={<LinkButton href="/incidents">Go to your incidents</LinkButton>}
          >
            Ask one of them for the figure that you need.
          </EmptyState>
        </Page>
      </Match>
      <Match when={readable()}>{(councils) => <Asked readable={councils()} />}</Match>
    </Switch>
  )
}

function Asked(props: { readonly readable: Councils }): JSX.Element {
  const { now } = useApp()
  const address = useAddress('/demand', 'quarter')
  const all = useCouncils()
  const known = createMemo(() => new Map(props.readable.map((council) => [council.id, council])))
  const asked = createMemo(() => askedIds(address, props.readable))
  const { answer, error } = createDemand(() => ({
    period: address.choice().period,
    councilIds: asked(),
  }))
  /** Named in searches only where they would find more without it. */
  const oneCouncil = () => {
    const [only, ...others] = asked()
    return others.length === 0 && (all()?.length ?? 0) > 1 ? known().get(only ?? '')?.shortName : undefined
  }
  const councilsOf = ({ councilIds }: DemandReport) => councilNames(councilIds, known())
  return (
    <Page
      title="Demand"
      lead={
        <Show when={answer()}>
          {(report) =>
            `${periodName(report().period)}, ${councilsOf(report())}. As at ${formatInstant(report().asAt, now())}.`
          }
        </Show>
      }
      actions={
        <Button kind="quiet" icon="print" onClick={() => window.print()}>
          Print
        </Button>
      }
    >
      <PeriodPicker address={address} councils={props.readable} />
      <Show when={error()}>
        <CannotCompute />
      </Show>
      <Show when={answer()} fallback={<Skeleton shape="figure" />}>
        {(report) => (
          <Show when={report().lastRaisedAt !== null} fallback={<NothingYet />}>
            <DemandShown
              report={report()}
              councils={councilsOf(report())}
              searched={{ period: report().period, council: oneCouncil() }}
              hrefOn={(date) => hrefOn(address, date)}
            />
          </Show>
        )}
      </Show>
    </Page>
  )
}

const hrefOn = (address: Address, date: string) =>
  address.hrefWith({ period: 'month', on: date, from: undefined, to: undefined })

function NothingYet(): JSX.Element {
  return (
    <EmptyState
      title="What the desk has to do would stand here"
      icon="chart"
      action={<LinkButton href="/incidents/new">Raise incident</LinkButton>}
    >
      No incident has been raised yet. A log from another tool can be brought in under Import.
    </EmptyState>
  )
}
