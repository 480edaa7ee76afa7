import type { JSX } from 'solid-js'
import { createSignal, Show } from 'solid-js'
import { formatWhen } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import type { Level } from '../../domain/level.ts'
import { levelLabels, levels } from '../../domain/level.ts'
import { changeLevel } from '../../domain/mutations/run-outage.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Chips } from '../parts/form/chips.tsx'
import { Card } from '../parts/show/card.tsx'
import { createAct } from './act.ts'
import { typedMomentOf } from './moment.ts'
import { ProblemNote } from './problem-note.tsx'
import { savedHere } from './saved-here.ts'
import { TimeChips } from './time-chips.tsx'
import type { TimeChoice } from './time-choice.ts'
import { readTimeChoice } from './time-choice.ts'

/** It got better or worse on the way: a level from a moment on; what was before stays as it was. */
export function LevelCard(props: { readonly outage: Recorded<'outage'> }): JSX.Element {
  const { store, now, tell } = useApp()
  const { act, problem, isBusy } = createAct()
  const fromNow = (): TimeChoice => ({ pick: '0', typed: typedMomentOf(store.now()) })
  const [level, setLevel] = createSignal<Level>()
  const [since, setSince] = createSignal(fromNow())
  const [isTried, setTried] = createSignal(false)
  const read = () => readTimeChoice(since(), store.now(), 'The change')
  const mistake = () => {
    const moment = read()
    return isTried() && 'problem' in moment ? moment : undefined
  }
  const save = async (next: Level) => {
    const moment = read()
    setTried(true)
    if (!('at' in moment) || !(await act(changeLevel, { outageId: props.outage.id, level: next, at: moment.at })))
      return
    tell(`${levelLabels[next]} from ${formatWhen(moment.at, now())}. ${savedHere()}`)
    setLevel(undefined)
    setSince(fromNow())
    setTried(false)
  }
  return (
    <Card title="Has the level changed?">
      <div class="stack">
        <ProblemNote problem={problem()} />
        <Chips
          label="It is now"
          options={levels
            .filter((option) => option !== props.outage.level)
            .map((option) => ({ value: option, label: levelLabels[option] }))}
          values={[level()].filter((chosen) => chosen !== undefined)}
          onChange={([chosen]) => setLevel(chosen)}
          single
          mayBeEmpty
        />
        <Show when={level()}>
          {(chosen) => (
            <>
              <TimeChips
                label="Since when?"
                value={since()}
                onChange={setSince}
                typedAtFirst={since().typed}
                error={mistake()?.problem}
                errorPart={mistake()?.part}
              />
              <div class="cluster">
                <Button busy={isBusy()} onClick={() => save(chosen())}>
                  Save level
                </Button>
              </div>
            </>
          )}
        </Show>
      </div>
    </Card>
  )
}
