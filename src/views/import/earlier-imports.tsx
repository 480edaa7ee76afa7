import { createSignal, For, type JSX, Show } from 'solid-js'
import { counted, formatInstant } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import type { StoreReads } from '../../store/store.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { Button } from '../parts/control/button.tsx'
import { ConfirmDialog } from '../parts/notice/confirm-dialog.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'

type Run = Recorded<'import_run'>

const readRuns = async (reads: StoreReads) => {
  const [runs, people] = await Promise.all([reads.all('import_run'), reads.all('person')])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return runs.sort((a, b) => b.at - a.at).map((run) => ({ run, by: names.get(run.byId) ?? 'somebody' }))
}

/** Every file that was brought in, by whom, and the way back. */
export function EarlierImports(props: { readonly onUndo: (runId: string, fileName: string) => void }): JSX.Element {
  const { now } = useApp()
  const runs = createLive(() => readRuns)
  const [asked, setAsked] = createSignal<Run>()
  const undo = () => {
    const run = asked()
    setAsked()
    if (run) props.onUndo(run.id, run.fileName)
  }
  return (
    <Show when={runs()?.length ? runs() : undefined}>
      {(all) => (
        <Card title="Earlier imports" flush>
          <RowList label="Earlier imports">
            <For each={all()}>
              {({ run, by }) => (
                <Row
                  title={run.fileName}
                  detail={
                    <>
                      {counted(run.incidents, 'incident')} from {counted(run.rows, 'row')}, by {by},{' '}
                      {formatInstant(run.at, now())}
                      <Show when={run.undoneAt}>
                        {(at) => `. Undone ${formatInstant(at(), now())}: the same file brings it back.`}
                      </Show>
                    </>
                  }
                  aside={
                    <Show when={run.undoneAt === null}>
                      <Button kind="quiet" icon="undo" onClick={() => setAsked(run)}>
                        Undo
                        <span class="visually-hidden"> the import of {run.fileName}</span>
                      </Button>
                    </Show>
                  }
                />
              )}
            </For>
          </RowList>
          <ConfirmDialog
            open={asked() !== undefined}
            title={`Undo the import of ${asked()?.fileName ?? 'this file'}?`}
            confirmLabel="Undo the import"
            isDangerous
            onConfirm={undo}
            onCancel={() => setAsked()}
          >
            Its incidents are taken away on every device. Those that somebody has worked on since stay. Incidents of
            earlier files stay as this one has changed them. The same file brings all back.
          </ConfirmDialog>
        </Card>
      )}
    </Show>
  )
}
