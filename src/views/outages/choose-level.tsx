import type { JSX } from 'solid-js'
import { createSignal, For, Show } from 'solid-js'
import { formatWhen } from '../../domain/format.ts'
import type { SystemChoice } from '../../store/outages.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { ChoiceButtons } from '../parts/form/choice-buttons.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { levelOptions } from './outage-words.ts'
import { ProblemNote } from './problem-note.tsx'
import { createReporting } from './reporting.ts'

/** How bad it is: the tap reports. First it asks whether an open outage of the system is meant. */
export function ChooseLevel(props: { readonly choice: SystemChoice }): JSX.Element {
  const { now } = useApp()
  const { report, addTo, problem, isUnderWay } = createReporting()
  const [isSeparate, setSeparate] = createSignal(false)
  const asksFirst = () => props.choice.open.length > 0 && !isSeparate() && !isUnderWay()
  return (
    <div class="stack">
      <ProblemNote problem={problem()} />
      <Show
        when={asksFirst()}
        fallback={
          <>
            <h2>How is {props.choice.system.name}?</h2>
            <ChoiceButtons
              label={`How is ${props.choice.system.name}?`}
              options={levelOptions}
              disabled={isUnderWay()}
              onChoose={(level) => report(props.choice, { level })}
            />
            <p class="muted small">Saved at once, with the time now. Times, people and cause can follow.</p>
          </>
        }
      >
        <For each={props.choice.open}>
          {(outage) => (
            <Banner
              tone="warn"
              title={`${props.choice.system.name} already has an open outage, reported ${formatWhen(outage.reportedAt, now())}`}
              action={
                <Button kind="primary" onClick={() => addTo(props.choice, outage.id)}>
                  Add to it
                </Button>
              }
            >
              <a href={`/outages/${outage.id}`}>Look at it first</a>
            </Banner>
          )}
        </For>
        <Button wide onClick={() => setSeparate(true)}>
          Report separately
        </Button>
      </Show>
    </div>
  )
}
