import type { JSX } from 'solid-js'
import { For, onCleanup } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { settleEntries } from '../../domain/mutations/record-time.ts'
import { useApp } from '../app/app-context.ts'
import { createAct } from '../outages/act.ts'
import { ProblemNote } from '../outages/problem-note.tsx'
import { Button } from '../parts/control/button.tsx'
import { Card } from '../parts/show/card.tsx'
import { keepWords, settleQuestion } from './settling.ts'

/** Two devices said different things of one piece of time: the first counts until its person has chosen. */
export function SettleCard(props: {
  readonly group: readonly Recorded<'entry'>[]
  readonly what: string
}): JSX.Element {
  const { now, tell } = useApp()
  const { act, problem, isBusy } = createAct()
  // Settled, the card goes with the button that was pressed: the title takes the keyboard's place.
  onCleanup(() =>
    queueMicrotask(() => {
      if (document.activeElement === document.body) document.querySelector('h1')?.focus()
    }),
  )
  const keep = async (keepId: string) => {
    if (await act(settleEntries, { keepId, ids: props.group.map(({ id }) => id) }))
      tell('Chosen. The others stay in its history.')
  }
  return (
    <Card title={props.what} tone="attention">
      <div class="stack">
        <p>{settleQuestion(props.group, now())}</p>
        <ProblemNote problem={problem()} />
        <div class="cluster">
          <For each={props.group}>
            {(entry) => (
              <Button busy={isBusy()} onClick={() => keep(entry.id)}>
                {keepWords(entry)}
              </Button>
            )}
          </For>
        </div>
      </div>
    </Card>
  )
}
