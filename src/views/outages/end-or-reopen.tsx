import type { JSX } from 'solid-js'
import { createSignal, Show } from 'solid-js'
import { formatWhen } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { endOutage, reopenOutage } from '../../domain/mutations/run-outage.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { createAct } from './act.ts'
import { ProblemNote } from './problem-note.tsx'
import { RestoredEarlier } from './restored-earlier.tsx'
import { savedHere } from './saved-here.ts'

/** The one act that is due: the outage is over, or it was not. */
export function EndOrReopen(props: { readonly outage: Recorded<'outage'> }): JSX.Element {
  const { store, tell } = useApp()
  const { act, problem, isBusy, undo } = createAct()
  const [isEarlier, setEarlier] = createSignal(false)
  let isOwnAct = false
  // The button that was pressed goes with the state it ended: without this the keyboard's place would be lost.
  const succeed = (button: HTMLButtonElement) =>
    queueMicrotask(() => {
      if (isOwnAct && document.activeElement === document.body) button.focus()
    })
  const end = async (endAt?: number) => {
    const outageId = props.outage.id
    isOwnAct = true
    if (!(await act(endOutage, endAt === undefined ? { outageId } : { outageId, endAt }))) return
    setEarlier(false)
    tell(
      `Restored at ${formatWhen(endAt ?? store.now(), store.now())}. ${savedHere()}`,
      undo(reopenOutage, { outageId }),
    )
  }
  const reopen = async () => {
    const { id: outageId, endAt } = props.outage
    isOwnAct = true
    if (endAt === null || !(await act(reopenOutage, { outageId }))) return
    tell(`Opened again. ${savedHere()}`, undo(endOutage, { outageId, endAt }))
  }
  return (
    <>
      <ProblemNote problem={problem()} />
      <Show
        when={props.outage.endAt === null}
        fallback={
          <Button ref={succeed} icon="undo" busy={isBusy()} onClick={reopen}>
            Reopen
          </Button>
        }
      >
        <Button ref={succeed} kind="primary" icon="check" busy={isBusy()} onClick={() => end()}>
          Restored
        </Button>
        <Button icon="clock" onClick={() => setEarlier(true)}>
          Earlier…
        </Button>
        <RestoredEarlier
          open={isEarlier()}
          startAt={props.outage.startAt}
          onClose={() => setEarlier(false)}
          onChoose={end}
        />
      </Show>
    </>
  )
}
