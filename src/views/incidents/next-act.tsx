import type { JSX } from 'solid-js'
import { createSignal, Show } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { useApp } from '../app/app-context.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { Button } from '../parts/control/button.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { ChoiceButtons } from '../parts/form/choice-buttons.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { assignTo } from './assigning.ts'
import { EscalateSheet } from './escalation.tsx'
import type { DeskNames } from './incident-names.ts'
import { stateWord } from './incident-words.ts'
import { MoveForm } from './move-form.tsx'
import { moveQuestions, type OfferedMove, offeredMoves } from './moves.ts'
import { createWork } from './work.ts'

interface NextActProps {
  readonly incident: Recorded<'incident'>
  readonly names: DeskNames
}

/** The act that is due, and behind one button all others. */
export function NextAct(props: NextActProps): JSX.Element {
  const { now, session } = useApp()
  const { work, problem, isBusy } = createWork(() => props.incident)
  const [asked, setAsked] = createSignal<OfferedMove>()
  const [isChoosing, setChoosing] = createSignal(false)
  const [isEscalating, setEscalating] = createSignal(false)
  const offered = () => offeredMoves(props.incident, now())
  let isOwnAct = false
  // The button that was pressed goes with the state it ended: without this the keyboard's place would be lost.
  const succeed = (button: HTMLElement) =>
    queueMicrotask(() => {
      if (isOwnAct && document.activeElement === document.body) button.focus()
    })
  const move = (to: OfferedMove) => {
    setChoosing(false)
    isOwnAct = true
    if (moveQuestions[to.state]) setAsked(to)
    else void work({ move: { state: to.state } }, `${stateWord(to.state)}.`)
  }
  const isToTakeOver = () => props.incident.flags.isOpen && props.incident.assigneeId !== session.userId
  const choices = () => [
    ...(isToTakeOver() && !offered().isToTake
      ? [{ value: 'take' as const, label: 'Take it', detail: 'It becomes yours' }]
      : []),
    ...offered().others.map(({ state, label, detail }) => ({ value: state, label, detail })),
    ...(props.incident.flags.isOpen
      ? [{ value: 'escalate' as const, label: 'Escalate', detail: 'Call for more attention: to whom, and why' }]
      : []),
  ]
  const choose = (value: ReturnType<typeof choices>[number]['value']) => {
    const chosen = offered().others.find((other) => other.state === value)
    if (chosen) return move(chosen)
    setChoosing(false)
    if (value === 'take') take()
    else setEscalating(true)
  }
  const take = () => {
    isOwnAct = true
    void work({ assign: assignTo(session.userId, props.incident.teamId, props.names) }, 'It is yours.')
  }
  return (
    <>
      <ProblemNote problem={problem()} />
      <Show when={offered().isToTake}>
        <Button ref={succeed} kind="primary" icon="person" busy={isBusy()} onClick={take}>
          Take it
        </Button>
      </Show>
      <Show when={offered().first}>
        {(first) => (
          <Button ref={succeed} kind="primary" icon="check" busy={isBusy()} onClick={() => move(first())}>
            {first().label}
          </Button>
        )}
      </Show>
      <Show when={offered().isToRaiseAnew}>
        <LinkButton
          href={`/incidents/new?follows=${props.incident.id}`}
          kind={offered().first ? 'secondary' : 'primary'}
          icon="plus"
        >
          Raise a follow-up
        </LinkButton>
      </Show>
      <Show when={choices().length > 0}>
        <Button icon="more" onClick={() => setChoosing(true)}>
          Other…
        </Button>
      </Show>
      <Sheet open={isChoosing()} title="What next?" onClose={() => setChoosing(false)}>
        <ChoiceButtons label="What next?" options={choices()} onChoose={choose} />
      </Sheet>
      <EscalateSheet incident={props.incident} mayUndo isOpen={isEscalating()} onClose={() => setEscalating(false)} />
      <Sheet open={asked() !== undefined} title={asked()?.label ?? ''} onClose={() => setAsked()}>
        <Show when={asked()} keyed>
          {(to) => <MoveForm incident={props.incident} to={to.state} onDone={() => setAsked()} />}
        </Show>
      </Sheet>
    </>
  )
}
