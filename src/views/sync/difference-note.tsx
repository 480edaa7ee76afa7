import { type JSX, Show } from 'solid-js'
import { counted, formatInstant } from '../../domain/format.ts'
import { differences } from '../../store/differences.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'

/** That this device held other records than the server, and what came of it; else nothing. */
export function DifferenceNote(): JSX.Element {
  const { store, now } = useApp()
  const found = createLive(() => () => differences(store))
  return (
    <>
      <Show when={found()?.putRightAt}>
        {(at) => (
          <p class="muted">
            This device had other records than the server, and fetched them anew {formatInstant(at(), now())}. Nothing
            that you recorded is lost.
          </p>
        )}
      </Show>
      <Show when={found()?.unequalCount}>
        {(count) => (
          <p>
            The records here and the server’s count of them differ in {counted(count(), 'place')}, and fetching them
            anew did not help. Tell an administrator: the server’s data needs checking.
          </p>
        )}
      </Show>
    </>
  )
}
