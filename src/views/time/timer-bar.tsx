// On every page while a timer runs: what on, for how long, and its end. Never in the way of anything.
import type { JSX } from 'solid-js'
import { createEffect, createSignal, For, lazy, on, Show, Suspense } from 'solid-js'
import { readDraft } from '../../store/drafts.ts'
import { type RunningTimer, runningTimers } from '../../store/running-timers.ts'
import { deviceLabel } from '../account/device-label.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { Button } from '../parts/control/button.tsx'
import { Icon } from '../parts/control/icon.tsx'
import { isForgotten, sinceWords, stillKey } from './forgotten.ts'
import { activityLabels, elapsedWords } from './time-words.ts'
import { createTiming, preloadTimerActs } from './timing.ts'
import './timer-bar.css'

const StillWorking = lazy(async () => ({ default: (await import('./still-working.tsx')).StillWorking }))

export function TimerBar(): JSX.Element {
  const { store } = useApp()
  const running = createLive(() => (reads) => runningTimers(reads, store.personId))
  const ids = () => (running() ?? []).map(({ timer }) => timer.id)
  createEffect(
    on(
      () => ids().length > 0,
      (isRunning) => isRunning && preloadTimerActs(),
    ),
  )
  const byId = (id: string) => running()?.find(({ timer }) => timer.id === id)
  return (
    <Show when={ids().length > 0}>
      <section class="timer-bar no-print" aria-label={ids().length === 1 ? 'Running timer' : 'Running timers'}>
        <For each={ids()}>
          {(id) => (
            <Show when={byId(id)}>{(found) => <TimerLine running={found()} isOnly={ids().length === 1} />}</Show>
          )}
        </For>
      </section>
    </Show>
  )
}

function TimerLine(props: { readonly running: RunningTimer; readonly isOnly: boolean }): JSX.Element {
  const { store, now } = useApp()
  const { run, problem, isBusy } = createTiming()
  const [isAsking, setAsking] = createSignal(false)
  const timer = () => props.running.timer
  const { id } = props.running.timer
  const still = createLive(() => () => readDraft(store, stillKey(id)))
  const stillAt = () => (typeof still() === 'number' ? (still() as number) : undefined)
  const isLong = () => isForgotten(timer(), stillAt(), now())
  const name = () => props.running.matter?.title ?? activityLabels[timer().activity]
  const elsewhere = () => (timer().startedOn === deviceLabel() ? undefined : timer().startedOn)
  const stop = () => (isLong() ? setAsking(true) : run((acts, app) => acts.stop(app, timer())))
  return (
    <div class="timer-bar__timer">
      <div class="timer-bar__line">
        <a class="timer-bar__what" href="/time">
          <Icon name="clock" />
          <span class="timer-bar__elapsed">{elapsedWords(timer().startAt, now())}</span>
          <span class="timer-bar__name">{name()}</span>
          <Show when={elsewhere()}>{(device) => <span class="timer-bar__device">started on {device()}</span>}</Show>
        </a>
        <Button icon="stop" busy={isBusy()} onClick={stop}>
          Stop
          <Show when={!props.isOnly}>
            <span class="visually-hidden"> {name()}</span>
          </Show>
        </Button>
      </div>
      <Show when={isLong()}>
        <p class="timer-bar__ask">
          {sinceWords(timer().startAt, now())}{' '}
          <button type="button" class="timer-bar__link" onClick={() => setAsking(true)}>
            Still working?
          </button>
        </p>
      </Show>
      <ProblemNote problem={problem()} />
      <Show when={isAsking()}>
        <Suspense>
          <StillWorking timer={timer()} onClose={() => setAsking(false)} />
        </Suspense>
      </Show>
    </div>
  )
}
