import { createResource, type JSX, Show } from 'solid-js'
import { Button } from '../parts/control/button.tsx'
import { isNearlyFull, readStorageUse, storageSentence } from './storage-words.ts'

/** Use, quota and whether the browser keeps it; asks it to, on a tap. */
export function StorageUse(): JSX.Element {
  const [use, { refetch }] = createResource(() => readStorageUse(navigator.storage))
  const ask = async () => {
    await navigator.storage.persist()
    await refetch()
  }
  return (
    <Show when={use.latest} fallback={<p class="muted">This browser does not say how much is stored.</p>}>
      {(known) => (
        <div class="stack stack--tight">
          <p classList={{ muted: !isNearlyFull(known()) }}>{storageSentence(known())}</p>
          <Show when={known().isKept === false}>
            <div>
              <Button onClick={() => void ask()}>Ask the browser to keep it</Button>
            </div>
          </Show>
        </div>
      )}
    </Show>
  )
}
