import type { JSX } from 'solid-js'
import { For, Show } from 'solid-js'
import { counted, formatClock } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import type { Level } from '../../domain/level.ts'
import { answerOutage } from '../../domain/mutations/answer-outage.ts'
import { dayInstants } from '../../metrics/own-parts.ts'
import { type OwnDay, type Touch, touching } from '../../metrics/own-time.ts'
import { type DayOutage, dayOutages } from '../../store/time.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { createAct } from '../outages/act.ts'
import { outageTitle } from '../outages/outage-words.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import './outage-chips.css'

interface OutageChipsProps {
  readonly day: OwnDay
  readonly teamId: string
}

type Answer = Recorded<'outage_answer'>['answer']
const fewAtOnce = 2

/** Outages of the day's working hours, and what they did to this person's work, if they care to say. */
export function OutageChips(props: OutageChipsProps): JSX.Element {
  const { store, now } = useApp()
  const outages = createLive(() => {
    const { on } = props.day
    return (reads) => dayOutages(reads, store.personId, on, dayInstants(on))
  })
  const touches = () => (props.day.awayShare < 1 ? touching(outages() ?? [], props.day.hours, now()) : [])
  const ids = () => touches().map(({ outage }) => outage.id)
  const chip = (id: string) => (
    <Show when={touches().find(({ outage }) => outage.id === id)}>
      {(touch) => <OutageChip touch={touch()} on={props.day.on} teamId={props.teamId} />}
    </Show>
  )
  return (
    <Show when={touches().length > 0}>
      <div class="time-text stack stack--tight">
        <For each={ids().slice(0, fewAtOnce)}>{chip}</For>
        <Show when={ids().length > fewAtOnce}>
          <Disclosure summary={`${counted(ids().length - fewAtOnce, 'more outage')} on this day`}>
            <div class="stack stack--tight">
              <For each={ids().slice(fewAtOnce)}>{chip}</For>
            </div>
          </Disclosure>
        </Show>
      </div>
    </Show>
  )
}

const answers: readonly { readonly value: Answer; readonly label: string }[] = [
  { value: 'lost', label: 'Lost time' },
  { value: 'worked_round', label: 'Worked round it' },
]

interface OutageChipProps {
  readonly touch: Touch<DayOutage>
  readonly on: string
  readonly teamId: string
}

function OutageChip(props: OutageChipProps): JSX.Element {
  const { tell } = useApp()
  const { act, problem, undo } = createAct()
  const outage = () => props.touch.outage
  const say = async (value: Answer) => {
    const { id: outageId, answer: before = null } = outage()
    const edge = { teamId: props.teamId, outageId, on: props.on }
    const answer = before === value ? null : value
    if (await act(answerOutage, { ...edge, answer }))
      tell(answer === null ? 'Taken back.' : 'Noted. Thank you.', undo(answerOutage, { ...edge, answer: before }))
  }
  return (
    <fieldset class="outage-chip">
      <legend class="outage-chip__what">{outageWords(props.touch)}</legend>
      <div class="chips">
        <For each={answers}>
          {({ value, label }) => (
            <button
              type="button"
              class="chip"
              aria-pressed={outage().answer === value ? 'true' : 'false'}
              onClick={() => say(value)}
            >
              {label}
            </button>
          )}
        </For>
      </div>
      <ProblemNote problem={problem()} />
    </fieldset>
  )
}

const levelWords: Readonly<Record<Level, string>> = {
  down: 'down',
  partial: 'partly down',
  degraded: 'slow',
  at_risk: 'at risk',
}

/** "E-mail was down 10:10 to 11:40". */
export function outageWords({ outage, start, end }: Touch<DayOutage>): string {
  const name = outageTitle({ title: '' }, outage.systems)
  const how = levelWords[outage.level]
  return end === null
    ? `${name} has been ${how} since ${formatClock(start)}`
    : `${name} was ${how} ${formatClock(start)} to ${formatClock(end)}`
}
