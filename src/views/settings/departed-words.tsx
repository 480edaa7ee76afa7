import { createSignal, For, type JSX, Show } from 'solid-js'
import { formatCount } from '../../domain/format.ts'
import type { Account } from '../../sync/account.ts'
import { eraseWordsOfDeparted, wordsOfDeparted } from '../../sync/audit.ts'
import { createSending } from '../account/sending.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Checkbox } from '../parts/form/checkbox.tsx'
import { GroupShell } from '../parts/form/group-shell.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { ConfirmDialog } from '../parts/notice/confirm-dialog.tsx'
import { goingWords } from './kind-words.ts'

interface DepartedWordsProps {
  readonly account: Account
  readonly onErased: () => void
}

/** Of somebody who may not sign in any more: how much they wrote, and erasing it. */
export function DepartedWords(props: DepartedWordsProps): JSX.Element {
  const { tell, syncNow } = useApp()
  const [counts, setCounts] = createSignal<Readonly<Record<string, number>>>()
  // Narratives and files are the records' as well as their author's: they go only when somebody says so.
  const [left, setLeft] = createSignal<ReadonlySet<string>>(new Set(['narrative', 'attachment']))
  const [isAsking, setAsking] = createSignal(false)
  const sending = createSending(() => 'departed')
  const kinds = () => Object.keys(counts() ?? {})
  const chosen = () => kinds().filter((kind) => !left().has(kind))
  const choose = (kind: string, isChosen: boolean) =>
    setLeft(new Set(isChosen ? [...left()].filter((each) => each !== kind) : [...left(), kind]))
  const look = async () => {
    const found = await sending.send(() => wordsOfDeparted(props.account.id))
    if (found) setCounts(found.counts)
  }
  const erase = async () => {
    const done = await sending.send(() => eraseWordsOfDeparted(props.account.id, chosen()))
    setAsking(false)
    if (!done) return
    tell(`What ${props.account.name} wrote is erased.`)
    await look()
    props.onErased()
    void syncNow()
  }
  return (
    <>
      <For each={sending.errors()}>
        {({ message }) => (
          <Banner tone="error" isResult>
            {message}
          </Banner>
        )}
      </For>
      <div>
        <Button busy={sending.isBusy()} onClick={() => void look()}>
          Show how much they wrote
        </Button>
      </div>
      <Show when={counts()}>
        <Show
          when={kinds().length > 0}
          fallback={<p role="status">Nothing is left to erase. What a legal hold keeps stays.</p>}
        >
          <GroupShell
            id="departed"
            label="What they wrote"
            hint="Counts, times and units stay, and so does what a legal hold keeps"
          >
            <For each={kinds()}>
              {(kind) => (
                <Checkbox
                  label={`${kind === 'person' ? 'Their name' : goingWords(kind)} (${formatCount(counts()?.[kind] ?? 0)})`}
                  checked={!left().has(kind)}
                  onChange={(isChosen) => choose(kind, isChosen)}
                />
              )}
            </For>
          </GroupShell>
          <div>
            <Button kind="danger" disabled={chosen().length === 0} onClick={() => setAsking(true)}>
              Erase what is ticked
            </Button>
          </div>
        </Show>
      </Show>
      <ConfirmDialog
        open={isAsking()}
        title={`Erase what ${props.account.name} wrote?`}
        confirmLabel="Erase"
        isDangerous
        busy={sending.isBusy()}
        onConfirm={() => void erase()}
        onCancel={() => setAsking(false)}
      >
        <p>Nobody can bring it back. Backups made before still hold it until they are rotated out.</p>
      </ConfirmDialog>
    </>
  )
}
