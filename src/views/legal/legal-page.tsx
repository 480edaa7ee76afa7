// Billable time against target with and without outages, for those who read a team's figures; a council's hours for its officers.
import { useSearchParams } from '@solidjs/router'
import { createMemo, type JSX, Match, Show, Switch } from 'solid-js'
import { mayRead } from '../../domain/access.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { deskScope, figuresScope } from '../../domain/scope.ts'
import type { LegalReport } from '../../metrics/legal-figures.ts'
import { useApp, useMay } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { createAnswer } from '../availability/answer.ts'
import { CannotCompute } from '../availability/cannot-compute.tsx'
import { useCouncils } from '../availability/councils.ts'
import { type Address, useAddress } from '../availability/page-address.ts'
import { periodName } from '../availability/period-choice.ts'
import { PeriodPicker } from '../availability/period-picker.tsx'
import { Button } from '../parts/control/button.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Select } from '../parts/form/select.tsx'
import { Page } from '../parts/frame/page.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Card } from '../parts/show/card.tsx'
import { AllowedOnly } from '../settings/allowed-only.tsx'
import { BothStatements } from './both-statements.tsx'
import { CouncilHoursCard } from './council-hours-card.tsx'
import { LegalRestsOn } from './legal-rests-on.tsx'
import { isKnown } from './legal-words.ts'
import { LossCard } from './loss-card.tsx'
import { MonthsFigure } from './months-figure.tsx'
import { OutagesThatCounted } from './outages-that-counted.tsx'

const readers = ['manager', 'practice_manager', 'legal', 'client_officer'] as const

export function LegalPage(): JSX.Element {
  return (
    <AllowedOnly
      roles={readers}
      title="Legal"
      deed="read the legal team’s figures"
      back={{ href: '/', label: 'Start' }}
    >
      <Figures />
    </AllowedOnly>
  )
}

function Figures(): JSX.Element {
  const { store } = useApp()
  const may = useMay()
  const address = useAddress('/legal', 'year')
  const [params, setParams] = useSearchParams<{ team: string }>()
  const teams = createLive(() => async (reads) => {
    const all = await reads.all('team')
    return all.sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  })
  const councils = useCouncils()
  const readable = createMemo(() => (teams() ?? []).filter(({ id }) => mayRead(store.access(), figuresScope(id))))
  const team = () => readable().find(({ id }) => id === params.team) ?? readable()[0]
  const ownCouncils = createMemo(() => (councils() ?? []).filter(({ id }) => mayRead(store.access(), figuresScope(id))))
  return (
    <Page
      title="Legal"
      lead={`${team()?.name ?? 'Legal work'}, ${periodName(address.choice().period)}.`}
      actions={
        <>
          <Button kind="quiet" icon="print" onClick={() => window.print()}>
            Print
          </Button>
          <Show when={may('practice_manager')}>
            <LinkButton href="/legal/practice">Practice</LinkButton>
          </Show>
        </>
      }
    >
      <PeriodPicker address={address} councils={[]} />
      <Show when={readable().length > 1}>
        <div class="no-print">
          <Select
            label="Team"
            width="medium"
            value={team()?.id}
            options={readable().map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => setParams({ team: id }, { replace: true })}
          />
        </div>
      </Show>
      <Switch fallback={<Skeleton shape="chart" />}>
        <Match when={teams()?.length === 0}>
          <NoTeam />
        </Match>
        <Match when={teams() && councils()}>
          <Show when={team()}>{(shown) => <TeamReport team={shown()} address={address} />}</Show>
          <Show when={ownCouncils().length > 0}>
            <CouncilHoursCard councils={ownCouncils()} period={address.choice().period} />
          </Show>
        </Match>
      </Switch>
    </Page>
  )
}

function NoTeam(): JSX.Element {
  return (
    <EmptyState title="The legal team’s figures will stand here" icon="chart">
      A practice manager or an administrator adds the team, its fee earners record time, and the server sums it up.
    </EmptyState>
  )
}

interface TeamReportProps {
  readonly team: Recorded<'team'>
  readonly address: Address
}

function TeamReport(props: TeamReportProps): JSX.Element {
  const { store } = useApp()
  const councils = useCouncils()
  const desks = createMemo(() =>
    (councils() ?? []).map(({ id }) => id).filter((id) => mayRead(store.access(), deskScope(id))),
  )
  const { answer, error } = createAnswer(() => ({
    type: 'legal',
    teamId: props.team.id,
    period: props.address.choice().period,
    councilIds: desks(),
  }))
  return (
    <>
      <Show when={error()}>
        <CannotCompute />
      </Show>
      <Show when={answer()} fallback={<Skeleton shape="chart" />}>
        {(report) => <Report report={report()} teamName={props.team.name} />}
      </Show>
    </>
  )
}

function Report(props: { readonly report: LegalReport; readonly teamName: string }): JSX.Element {
  return (
    <>
      <BothStatements report={props.report} />
      <LossCard report={props.report} />
      <Show when={props.report.months.some(isKnown)}>
        <Card>
          <MonthsFigure report={props.report} />
        </Card>
      </Show>
      <Show when={props.report.observed}>
        <OutagesThatCounted report={props.report} />
      </Show>
      <LegalRestsOn report={props.report} teamName={props.teamName} />
    </>
  )
}
