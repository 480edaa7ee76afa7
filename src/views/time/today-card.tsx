// The start page of those who record their time: today's total and the timer's start. Without schemas and mutations, which
// come with the first act.
import type { JSX } from 'solid-js'
import { createMemo, onMount, Show } from 'solid-js'
import { currentEntries } from '../../domain/current-entries.ts'
import { secondsOn } from '../../metrics/own-parts.ts'
import { ownTime } from '../../store/time.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { Button } from '../parts/control/button.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Card } from '../parts/show/card.tsx'
import { Figure } from '../parts/show/figure.tsx'
import { toChoose } from './settling.ts'
import { clockWords, dateAt, notInTeam, onWords, timeWords } from './time-words.ts'
import { createTiming, preloadTimerActs } from './timing.ts'
import { lastWork } from './work.ts'

export function TodayCard(): JSX.Element {
  const { store, now } = useApp()
  const { run, problem, isBusy } = createTiming()
  const today = createMemo(() => dateAt(now()))
  const own = createLive(() => {
    const on = today()
    return (reads) => ownTime(reads, store.access(), on)
  })
  onMount(preloadTimerActs)
  return (
    <Show when={own()} fallback={<Skeleton shape="figure" />}>
      {(known) => {
        const total = createMemo(() => secondsOn(known().entries, today()))
        const work = createMemo(() =>
          lastWork([...currentEntries(known().entries).entries, ...known().timers], known().matters),
        )
        const isRunning = () => known().timers.length > 0
        return (
          <Show
            when={known().practice.team}
            fallback={
              <Card title="Your time">
                <p>
                  <strong>{notInTeam.title}.</strong> {notInTeam.text}
                </p>
              </Card>
            }
          >
            {(team) => (
              <Card
                title="Your time"
                actions={
                  <LinkButton kind="quiet" href="/time">
                    This week
                  </LinkButton>
                }
              >
                <div class="stack">
                  <ProblemNote problem={problem()} />
                  <Figure
                    label="Recorded today"
                    value={clockWords(total().seconds)}
                    unit="h"
                    basis={`${timeWords(total().chargeableSeconds)} of it chargeable${isRunning() ? ', and a timer runs' : ''}`}
                  />
                  <div class="cluster">
                    <Button
                      kind="primary"
                      icon="play"
                      busy={isBusy()}
                      onClick={() => run((acts, app) => acts.start(app, team().id, work(), known().timers))}
                    >
                      Start timer
                    </Button>
                    <LinkButton href="/time/new" icon="plus">
                      Add time
                    </LinkButton>
                  </div>
                  <p class="muted small">
                    {isRunning() ? 'Another stops the one that runs, and starts on' : 'Starts on'}{' '}
                    {onWords(work(), known().matters)}. Change it while it runs.
                  </p>
                  <Show when={toChoose(known().entries).length > 0}>
                    <p>
                      <a href="/time">Something was recorded twice: choose which to keep</a>
                    </p>
                  </Show>
                </div>
              </Card>
            )}
          </Show>
        )
      }}
    </Show>
  )
}
