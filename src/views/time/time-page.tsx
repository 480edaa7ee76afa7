// A person's own time: the timer, the week, a day of it, and what is likely to be done again.
import { useSearchParams } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { currentEntries } from '../../domain/current-entries.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { addDays, dayNumber, type LocalDate } from '../../domain/local-date.ts'
import { unitPolicyOn } from '../../domain/mutations/price-entry.ts'
import { mondayOf } from '../../metrics/own-days.ts'
import { ownWeek } from '../../metrics/own-time.ts'
import { type OwnTime, ownTime } from '../../store/time.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { Button } from '../parts/control/button.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Page } from '../parts/frame/page.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { AllowedOnly } from '../settings/allowed-only.tsx'
import { AgainCard } from './again-card.tsx'
import { Away } from './away.tsx'
import { DayCard } from './day-card.tsx'
import { NotInTeam } from './not-in-team.tsx'
import { OutageChips } from './outage-chips.tsx'
import { SettleCard } from './settle-card.tsx'
import { toChoose } from './settling.ts'
import { dateAt, workTitle } from './time-words.ts'
import { TimerCard } from './timer-card.tsx'
import { createTiming, type Timing } from './timing.ts'
import { WeekCard } from './week-card.tsx'
import { WeekFigures } from './week-figures.tsx'
import { lastWork, type Work, workOf } from './work.ts'
import './time-page.css'

export function TimePage(): JSX.Element {
  return (
    <AllowedOnly
      roles={['legal', 'practice_manager']}
      title="Time"
      deed="record time"
      back={{ href: '/', label: 'Start' }}
    >
      <OwnTimePage />
    </AllowedOnly>
  )
}

function OwnTimePage(): JSX.Element {
  const { store, now } = useApp()
  const [params] = useSearchParams<{ day?: string; matter?: string }>()
  const timing = createTiming()
  const [chosenWork, setWork] = createSignal<Work>()
  const today = createMemo(() => dateAt(now()))
  const day = createMemo(() => (dayNumber(params.day ?? '') === undefined ? today() : (params.day ?? today())))
  const monday = createMemo(() => mondayOf(day()))
  const own = createLive(() => {
    const [on, from] = [today(), monday()]
    return (reads) => ownTime(reads, store.access(), on, { from, to: addDays(from, 7) })
  })
  const work = createMemo((): Work => {
    const known = own()
    const last = known
      ? lastWork([...currentEntries(known.entries).entries, ...known.timers], known.matters)
      : lastWork([], { open: [] })
    const asked = known?.matters.open.find(({ id }) => id === params.matter)
    return chosenWork() ?? (asked ? { ...last, matterId: asked.id } : last)
  })
  const team = () => own()?.practice.team
  const start = (teamId: string, on: Work) =>
    timing.run((acts, app) => acts.start(app, teamId, on, own()?.timers ?? []))
  return (
    <Page title="Time">
      <Show when={own()} fallback={<Skeleton shape="rows" count={6} />}>
        {(known) => (
          <Show when={team()} fallback={<NotInTeam practice={known().practice} />}>
            {(found) => (
              <Body
                own={known()}
                team={found()}
                work={work()}
                onWork={setWork}
                onStart={(on) => start(found().id, on)}
                timing={timing}
                day={day()}
                today={today()}
              />
            )}
          </Show>
        )}
      </Show>
    </Page>
  )
}

interface BodyProps {
  readonly own: OwnTime
  readonly team: Recorded<'team'>
  readonly work: Work
  readonly onWork: (work: Work) => void
  readonly onStart: (work: Work) => void
  readonly timing: Timing
  /** The day whose entries are shown; its week stands above them. */
  readonly day: LocalDate
  readonly today: LocalDate
}

function Body(props: BodyProps): JSX.Element {
  const { now } = useApp()
  const monday = () => mondayOf(props.day)
  const week = createMemo(() => ownWeek({ ...props.own, posts: props.own.practice.posts }, monday(), now()))
  const open = createMemo(() => toChoose(props.own.entries))
  const day = () => week().days.find(({ on }) => on === props.day)
  return (
    <>
      <For each={open().map(([first]) => first.id)}>
        {(id) => (
          <Show when={open().find(([first]) => first.id === id)}>
            {(group) => <SettleCard group={group()} what={workTitle(group()[0], props.own.matters)} />}
          </Show>
        )}
      </For>
      <div class="bottom-bar">
        <Button kind="primary" icon="play" busy={props.timing.isBusy()} onClick={() => props.onStart(props.work)}>
          Start timer
        </Button>
        <LinkButton href="/time/new" icon="plus">
          Add time
        </LinkButton>
      </div>
      <div class="time-columns">
        <div class="stack stack--wide">
          <TimerCard
            own={props.own}
            teamId={props.team.id}
            work={props.work}
            onWork={props.onWork}
            timing={props.timing}
          />
          <WeekCard week={week()} monday={monday()} chosen={props.day} today={props.today}>
            <WeekFigures week={week()} matters={props.own.matters} today={props.today} />
            <Away absences={props.own.absences} on={props.day} monday={monday()} />
          </WeekCard>
        </div>
        <div class="stack stack--wide">
          <Show when={day()}>
            {(found) => (
              <DayCard day={found()} own={props.own} policy={unitPolicyOn(props.team, found().on)} today={props.today}>
                <OutageChips day={found()} teamId={props.team.id} />
              </DayCard>
            )}
          </Show>
          <AgainCard own={props.own} onStart={(entry) => props.onStart(workOf(entry))} />
        </div>
      </div>
    </>
  )
}
