import { createSignal, For, type JSX } from 'solid-js'
import { removals } from '../../domain/mutations/keep-catalogue.ts'
import { Button } from '../parts/control/button.tsx'
import { ConfirmDialog } from '../parts/notice/confirm-dialog.tsx'
import { createSaving } from './saving.ts'

interface RemoveDivisionProps {
  readonly id: string
  readonly name: string
  readonly onDone: () => void
}

export function RemoveDivision(props: RemoveDivisionProps): JSX.Element {
  const [isAsking, setAsking] = createSignal(false)
  const saving = createSaving(() => 'division')
  const remove = async () => {
    if (await saving.save(removals.division, { id: props.id }, `${props.name} removed.`)) props.onDone()
  }
  return (
    <div>
      <Button kind="quiet" icon="bin" onClick={() => setAsking(true)}>
        Remove this division
      </Button>
      <ConfirmDialog
        open={isAsking()}
        title={`Remove ${props.name}?`}
        confirmLabel="Remove"
        isDangerous
        busy={saving.isBusy()}
        onConfirm={() => void remove()}
        onCancel={() => setAsking(false)}
      >
        <p>
          Its people are no longer counted, in past figures too. If only the numbers changed, give it a head count of 0
          from a date instead.
        </p>
        <For each={saving.errors()}>{({ message }) => <p class="field__error">{message}</p>}</For>
      </ConfirmDialog>
    </div>
  )
}
