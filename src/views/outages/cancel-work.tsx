import type { JSX } from 'solid-js'
import { createSignal, Show } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { cancelMaintenance } from '../../domain/mutations/plan-work.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { ConfirmDialog } from '../parts/notice/confirm-dialog.tsx'
import { createAct } from './act.ts'
import { ProblemNote } from './problem-note.tsx'
import { savedHere } from './saved-here.ts'

/** Takes planned work back. There is no way back but announcing it anew, so it asks first. */
export function CancelWork(props: { readonly work: Recorded<'maintenance'> }): JSX.Element {
  const { tell } = useApp()
  const { act, problem, isBusy } = createAct()
  const [isAsking, setAsking] = createSignal(false)
  const cancel = async () => {
    const done = await act(cancelMaintenance, { maintenanceId: props.work.id })
    setAsking(false)
    if (done) tell(`Cancelled: ${props.work.title}. ${savedHere()}`)
  }
  return (
    <Show when={props.work.cancelledAt === null}>
      <Button onClick={() => setAsking(true)}>Cancel the work</Button>
      <ProblemNote problem={problem()} />
      <ConfirmDialog
        open={isAsking()}
        title="Cancel this work?"
        confirmLabel="Cancel the work"
        isDangerous
        busy={isBusy()}
        onConfirm={cancel}
        onCancel={() => setAsking(false)}
      >
        <p>It stays in the list as cancelled. To do it after all, announce it anew.</p>
      </ConfirmDialog>
    </Show>
  )
}
