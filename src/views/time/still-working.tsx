import type { JSX } from 'solid-js'
import { createSignal, Show } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { addDays } from '../../domain/local-date.ts'
import { workingDays } from '../../metrics/own-days.ts'
import { saveDraft } from '../../store/drafts.ts'
import { ownTime } from '../../store/time.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { readMoment, typedMomentOf } from '../outages/moment.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { Button } from '../parts/control/button.tsx'
import { ChoiceButtons } from '../parts/form/choice-buttons.tsx'
import { DateTimeField } from '../parts/form/date-time-field.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { type StopChoice, sinceWords, stillKey, stopChoices } from './forgotten.ts'
import { dateAt, timeWords } from './time-words.ts'
import { createTiming } from './timing.ts'

interface StillWorkingProps {
  readonly timer: Recorded<'timer'>
  readonly onClose: () => void
}

/** When a long timer ended, if it did. What is said here afterwards is an estimate, and marked so. */
export function StillWorking(props: StillWorkingProps): JSX.Element {
  const { store, now } = useApp()
  const { run, problem, isBusy } = createTiming()
  const started = dateAt(props.timer.startAt)
  const own = createLive(
    () => (reads) => ownTime(reads, store.access(), dateAt(store.now()), { from: started, to: addDays(started, 1) }),
  )
  const choices = (): StopChoice[] => {
    const known = own()
    if (!known) return []
    const hours = workingDays(known.calendar, known.holidays)?.hoursOf(started) ?? []
    return stopChoices({ startAt: props.timer.startAt, hours, entries: known.entries, now: now() })
  }
  const lasted = () => timeWords(Math.max(0, Math.round((now() - props.timer.startAt) / 1000)))
  const [typed, setTyped] = createSignal(typedMomentOf(props.timer.startAt))
  const [mistake, setMistake] = createSignal<string>()
  const stop = async (at?: number) => {
    if (await run((acts, app) => acts.stop(app, props.timer, at === undefined ? {} : { at }))) props.onClose()
  }
  const stopTyped = () => {
    const read = readMoment(typed(), 'The end')
    if ('problem' in read) return setMistake(read.problem)
    setMistake(undefined)
    return stop(read.at)
  }
  const goOn = async () => {
    // Where it cannot be kept, the question comes again: no harm.
    await saveDraft(store, stillKey(props.timer.id), store.now()).catch(() => {})
    props.onClose()
  }
  return (
    <Sheet open title="Still working?" onClose={props.onClose}>
      <div class="stack">
        <p>
          {sinceWords(props.timer.startAt, now())} That is {lasted()}. Nothing is thrown away: say when it ended, or
          that it goes on.
        </p>
        <ProblemNote problem={problem()} />
        <Button kind="primary" wide onClick={goOn}>
          It is still running
        </Button>
        <ChoiceButtons
          label="When did it end?"
          disabled={isBusy()}
          options={[...choices(), { value: 'now' as const, label: 'Just now', detail: lasted() }]}
          onChoose={(value) => stop(choices().find((choice) => choice.value === value)?.at)}
        />
        <Disclosure summary="At another time">
          <div class="stack stack--tight">
            <DateTimeField label="It ended" hasTime value={typed()} onInput={setTyped} error={mistake()} />
            <Show when={!isBusy()}>
              <Button onClick={stopTyped}>Stop then</Button>
            </Show>
          </div>
        </Disclosure>
        <p class="muted small">Times said afterwards are marked as estimated: (e).</p>
      </div>
    </Sheet>
  )
}
