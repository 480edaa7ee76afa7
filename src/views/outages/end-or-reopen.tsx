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

/** The one act that is due: the outage is over, or it was not. */
export function EndOrReopen(props: { readonly outage: Recorded<'outage'> }): JSX.Element {
  const { store, tell } = useApp()
  const { act, problem, isBusy, undo } = createAct()
  const [isEarlier, setEarlier] = createSignal(false)
  const end = async (endAt?: number) => {
    const outageId = props.outage.id
    if (!(await act(endOutage, endAt === undefined ? { outageId } : { outageId, endAt }))) return
    setEarlier(false)
    tell(
      `Restored at ${formatWhen(endAt ?? store.now(), store.now())}. Saved on this phone.`,
      undo(reopenOutage, { outageId }),
    )
  }
  const reopen = async () => {
    const { id: outageId, endAt } = props.outage
    if (endAt === null || !(await act(reopenOutage, { outageId }))) return
    tell('Opened again. Saved on this phone.', undo(endOutage, { outageId, endAt }))
  }
  return (
    <>
      <ProblemNote problem={problem()} />
      <Show
        when={props.outage.endAt === null}
        fallback={
          <Button icon="undo" busy={isBusy()} onClick={reopen}>
            Reopen
          </Button>
        }
      >
        <Button kind="primary" icon="check" busy={isBusy()} onClick={() => end()}>
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
