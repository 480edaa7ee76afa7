import type { JSX } from 'solid-js'
import { For, Show } from 'solid-js'
import { MINUTE_MS } from '../../domain/duration.ts'
import { formatWhen } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import type { MatterChoices, OwnTime } from '../../store/time.ts'
import { deviceLabel } from '../account/device-label.ts'
import { useApp } from '../app/app-context.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { Card } from '../parts/show/card.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { onWords, workDetail, workTitle } from './time-words.ts'
import { createTiming, type Timing } from './timing.ts'
import { type Work, workOf } from './work.ts'
import { WorkFields } from './work-fields.tsx'

interface TimerCardProps {
  readonly own: OwnTime
  readonly teamId: string
  /** What the next timer is started on. */
  readonly work: Work
  readonly onWork: (work: Work) => void
  readonly timing: Timing
}

const earlier = [5, 10, 15, 30] as const

/** What runs, and what the next one starts on. Its "Start timer" is under the thumb. */
export function TimerCard(props: TimerCardProps): JSX.Element {
  const { now } = useApp()
  const ids = () => props.own.timers.map(({ id }) => id)
  const byId = (id: string) => props.own.timers.find((timer) => timer.id === id)
  const isRunning = () => props.own.timers.length > 0
  /** Earlier than what runs it cannot have started: that would take away what ran. */
  const offered = () => {
    const from = Math.max(0, ...props.own.timers.map(({ startAt }) => startAt))
    return earlier.filter((minutes) => now() - minutes * MINUTE_MS > from)
  }
  const start = (minutes: number) =>
    props.timing.run((acts, app) => acts.start(app, props.teamId, props.work, props.own.timers, minutes))
  return (
    <Card title={isRunning() ? 'Timer' : 'Start a timer'}>
      <div class="stack">
        <ProblemNote problem={props.timing.problem()} />
        <For each={ids()}>
          {(id) => (
            <Show when={byId(id)}>{(timer) => <RunningTimer timer={timer()} matters={props.own.matters} />}</Show>
          )}
        </For>
        <Show when={isRunning()}>
          <p class="muted small">Starting another one stops {ids().length === 1 ? 'this' : 'these'}.</p>
        </Show>
        <Disclosure
          summary={`${isRunning() ? 'The next one starts on' : 'Starts on'} ${onWords(props.work, props.own.matters)}`}
        >
          <div class="stack">
            <WorkFields work={props.work} matters={props.own.matters} onChange={props.onWork} />
          </div>
        </Disclosure>
        <Show when={offered().length > 0}>
          <fieldset class="field field--group">
            <legend class="field__legend">Started already?</legend>
            <div class="chips">
              <For each={offered()}>
                {(minutes) => (
                  <button
                    type="button"
                    class="chip"
                    aria-label={`Started ${minutes} min ago`}
                    onClick={() => start(minutes)}
                  >
                    {minutes} min ago
                  </button>
                )}
              </For>
            </div>
          </fieldset>
        </Show>
      </div>
    </Card>
  )
}

function RunningTimer(props: { readonly timer: Recorded<'timer'>; readonly matters: MatterChoices }): JSX.Element {
  const { now } = useApp()
  const { run, problem } = createTiming()
  const where = () => (props.timer.startedOn === deviceLabel() ? '' : ` on ${props.timer.startedOn}`)
  return (
    <div class="stack stack--tight">
      <p>
        <strong>{workTitle(props.timer, props.matters)}</strong>, {workDetail(props.timer).toLowerCase()}. Started{' '}
        {formatWhen(props.timer.startAt, now())}
        {where()}.
      </p>
      <ProblemNote problem={problem()} />
      <Disclosure summary="Change what it is on">
        <div class="stack">
          <WorkFields
            work={workOf(props.timer)}
            matters={props.matters}
            onChange={(work) => run((acts, app) => acts.changeWork(app, props.timer, work))}
          />
        </div>
      </Disclosure>
    </div>
  )
}
