// Stands on every page of those who open matters: does what waits for a network, and says what came of it.
import { createEffect, For, type JSX, on, Show } from 'solid-js'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { endLateCheck, lateChecks, runLateChecks, writeWaitingMatters } from './errands.ts'
import { possibleConflict } from './matter-words.ts'
import './matters.css'

/** What could not be done now is done after the next round. */
const nextTime = () => {}

export function MatterErrands(): JSX.Element {
  const { store, syncStatus, tell } = useApp()
  const checks = createLive(() => () => lateChecks(store))
  let isRunning = false
  const run = async () => {
    if (isRunning) return
    isRunning = true
    try {
      if ((await writeWaitingMatters(store)).length > 0) tell('The matter is open behind its wall.')
      await runLateChecks(store)
    } finally {
      isRunning = false
    }
  }
  // Every round that went well may have brought the way behind a wall, and shows that the server answers.
  createEffect(on([() => syncStatus().lastSyncedAt], () => run().catch(nextTime)))
  const found = () => (checks() ?? []).filter((check) => check.isPossible)
  return (
    <Show when={found().length > 0}>
      <div class="matter-errands no-print">
        <For each={found()}>
          {(check) => (
            <Banner
              tone="warn"
              isResult
              title={possibleConflict}
              action={<LinkButton href={`/matters/${check.matterId}`}>Go to the matter</LinkButton>}
              onDismiss={() => void endLateCheck(store, check.matterId)}
            >
              Matter {check.reference} was saved without a network. It has now been searched for everywhere.
            </Banner>
          )}
        </For>
      </div>
    </Show>
  )
}
