// What a practice manager keeps: the team, its posts, absences and charge rates; and how the work goes, by person and by level.
import { useSearchParams } from '@solidjs/router'
import { createMemo, type JSX, Match, Show, Switch } from 'solid-js'
import { mayRead } from '../../domain/access.ts'
import { timeScope } from '../../domain/scope.ts'
import { useApp, useMay } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { useAddress } from '../availability/page-address.ts'
import { Select } from '../parts/form/select.tsx'
import { Page } from '../parts/frame/page.tsx'
import { Tabs } from '../parts/frame/tabs.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { AllowedOnly } from '../settings/allowed-only.tsx'
import { RecordConflicts } from '../sync/record-conflicts.tsx'
import { LevelPart } from './level-part.tsx'
import { PostsPart } from './posts-part.tsx'
import { ofTeam, practice, type TeamPractice } from './practice-reads.ts'
import { RatesPart } from './rates-part.tsx'
import { TeamPart } from './team-part.tsx'
import { TimePart } from './time-part.tsx'

const back = { href: '/legal', label: 'Legal' }

export function PracticePage(): JSX.Element {
  return (
    <AllowedOnly roles={['practice_manager', 'admin']} title="Practice" deed="keep the legal practice" back={back}>
      <Practices />
    </AllowedOnly>
  )
}

const parts = [
  { id: 'time', label: 'Time' },
  { id: 'posts', label: 'Posts' },
  { id: 'rates', label: 'Rates' },
  { id: 'level', label: 'Level of work' },
  { id: 'team', label: 'Team' },
] as const
type PartId = (typeof parts)[number]['id']

function Practices(): JSX.Element {
  const may = useMay()
  const address = useAddress('/legal/practice', 'month')
  const [params, setParams] = useSearchParams<{ part: string; team: string }>()
  const all = createLive(() => practice)
  const shownParts = () => (may('practice_manager') ? parts : parts.filter(({ id }) => id === 'team'))
  const part = (): PartId => shownParts().find(({ id }) => id === params.part)?.id ?? shownParts()[0]?.id ?? 'team'
  const hrefOf = (id: PartId) =>
    `/legal/practice?${new URLSearchParams({ part: id, ...(params.team ? { team: params.team } : {}) })}`
  const team = createMemo(() => {
    const known = all()
    const found = known?.teams.find(({ id }) => id === params.team) ?? known?.teams[0]
    return known && found ? ofTeam(known, found) : undefined
  })
  return (
    <Page title="Practice" lead={team()?.team.name} back={may('practice_manager') ? back : undefined}>
      <RecordConflicts kinds={['team', 'post', 'absence', 'charge_rate']} />
      <Show when={shownParts().length > 1}>
        <Tabs
          label="Parts of the practice"
          current={hrefOf(part())}
          tabs={shownParts().map(({ id, label }) => ({ href: hrefOf(id), label }))}
        />
      </Show>
      <Show when={part() !== 'team' && (all()?.teams.length ?? 0) > 1}>
        <Select
          label="Team"
          width="medium"
          value={team()?.team.id}
          options={(all()?.teams ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => setParams({ team: id }, { replace: true })}
        />
      </Show>
      <Show when={all()} fallback={<Skeleton shape="rows" count={6} />}>
        {(known) => (
          <Show when={part() !== 'team' && team()} fallback={<TeamPart all={known()} today={address.today()} />}>
            {(shown) => <OfTeam part={part()} all={shown()} address={address} />}
          </Show>
        )}
      </Show>
    </Page>
  )
}

interface OfTeamProps {
  readonly part: PartId
  readonly all: TeamPractice
  readonly address: ReturnType<typeof useAddress>
}

function OfTeam(props: OfTeamProps): JSX.Element {
  const { store } = useApp()
  // The role for one team alone opens no person's time.
  const mayReadTime = () => mayRead(store.access(), timeScope('anybody'))
  return (
    <Switch>
      <Match when={props.part === 'rates'}>
        <RatesPart all={props.all} today={props.address.today()} />
      </Match>
      <Match when={!mayReadTime()}>
        <EmptyState title="Posts and time are read by a practice manager for all teams" icon="lock">
          An administrator can give the role for all. Rates and the team can be kept with the role for one team.
        </EmptyState>
      </Match>
      <Match when={props.part === 'time'}>
        <TimePart all={props.all} address={props.address} />
      </Match>
      <Match when={props.part === 'posts'}>
        <PostsPart all={props.all} today={props.address.today()} />
      </Match>
      <Match when={props.part === 'level'}>
        <LevelPart all={props.all} address={props.address} />
      </Match>
    </Switch>
  )
}
