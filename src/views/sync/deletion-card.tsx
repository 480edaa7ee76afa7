import { createSignal, For, type JSX, Show } from 'solid-js'
import { counted } from '../../domain/format.ts'
import { partsOfScope } from '../../domain/scope.ts'
import { type AskedDeletion, agreeToDeletions, fetchAnew } from '../../store/deletions.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Card } from '../parts/show/card.tsx'

const places: Readonly<Record<string, string>> = {
  catalogue: 'councils, divisions, systems and people',
  desk: 'outages and incidents',
  notes: 'work notes',
  user: 'what you follow',
  facts: 'facts about a council',
  legal: 'matters',
  matter: 'one matter',
  time: 'recorded time',
  figures: 'figures',
}

/** The server would delete much and does not say why: nothing is taken in before the person has said how to go on. */
export function DeletionCard(props: { readonly asked: readonly AskedDeletion[] }): JSX.Element {
  const { store, syncNow, tell } = useApp()
  const [isBusy, setBusy] = createSignal(false)
  const [trouble, setTrouble] = createSignal<string>()
  const goOn = async (deed: () => Promise<void>, said: string) => {
    setBusy(true)
    try {
      await deed()
      tell(said)
      await syncNow()
    } catch {
      setTrouble('This device could not do it. Nothing is deleted: try again.')
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card title="Much would be deleted from this device" tone="attention">
      <div class="stack">
        <For each={props.asked}>
          {({ scope, count, of }) => (
            <p>
              The server would delete {counted(count, 'record')} of the {of} here ({placeOf(scope)}), and does not say
              why.
            </p>
          )}
        </For>
        <p class="muted">
          Until you decide, nothing new is received of these. What you record is still sent. If you did not expect this,
          ask an administrator first.
        </p>
        <div class="cluster">
          <Button
            busy={isBusy()}
            onClick={() => void goOn(() => agreeToDeletions(store), 'The deletions are taken in.')}
          >
            Take it in
          </Button>
          <Button
            kind="quiet"
            icon="sync"
            busy={isBusy()}
            onClick={() => void goOn(() => fetchAnew(store), 'These records are fetched anew.')}
          >
            Fetch anew
          </Button>
        </div>
        <Show when={trouble()}>{(text) => <p class="field__error">{text()}</p>}</Show>
      </div>
    </Card>
  )
}

const placeOf = (scope: string) => places[partsOfScope(scope)?.name ?? ''] ?? 'records'
