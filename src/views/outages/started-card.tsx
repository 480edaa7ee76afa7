import type { JSX } from 'solid-js'
import { createSignal, Show } from 'solid-js'
import { formatWhen } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { correctOutage } from '../../domain/mutations/correct-outage.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Card } from '../parts/show/card.tsx'
import { createAct } from './act.ts'
import { typedMomentOf } from './moment.ts'
import { ProblemNote } from './problem-note.tsx'
import { savedHere } from './saved-here.ts'
import { TimeChips } from './time-chips.tsx'
import type { TimeChoice } from './time-choice.ts'
import { readTimeChoice } from './time-choice.ts'

/** When it began, which is often before anyone reported it. A chip saves at once. */
export function StartedCard(props: { readonly outage: Recorded<'outage'> }): JSX.Element {
  const { store, now, tell } = useApp()
  const { act, problem, undo } = createAct()
  const [choice, setChoice] = createSignal<TimeChoice>()
  const [mistake, setMistake] = createSignal<ReturnType<typeof readTimeChoice>>()
  const save = async (chosen: TimeChoice) => {
    const read = readTimeChoice(chosen, store.now(), 'The start')
    setMistake(read)
    if (!('at' in read)) return
    const { id: outageId, startAt, endAt, level, loss } = props.outage
    const same = { outageId, endAt, level, loss, isOneLevel: false }
    if (!(await act(correctOutage, { ...same, startAt: read.at, reason: 'Time of the start given after the report' })))
      return
    setChoice(undefined)
    const back = { ...same, startAt, reason: 'Time of the start taken back' }
    tell(`Started ${formatWhen(read.at, now())}. ${savedHere()}`, undo(correctOutage, back))
  }
  const choose = (chosen: TimeChoice) => {
    setChoice(chosen)
    if (chosen.pick !== 'at') void save(chosen)
  }
  const wrong = () => {
    const found = mistake()
    return found && 'problem' in found ? found : undefined
  }
  return (
    <Card title={`Started ${formatWhen(props.outage.startAt, now())}`}>
      <div class="stack">
        <ProblemNote problem={problem()} />
        <TimeChips
          label="Did it start earlier?"
          value={choice()}
          onChange={choose}
          typedAtFirst={typedMomentOf(props.outage.startAt)}
          before={props.outage.startAt}
          error={wrong()?.problem}
          errorPart={wrong()?.part}
        />
        <Show when={choice()?.pick === 'at' && choice()}>
          {(chosen) => (
            <div class="cluster">
              <Button onClick={() => save(chosen())}>Save start</Button>
            </div>
          )}
        </Show>
      </div>
    </Card>
  )
}
