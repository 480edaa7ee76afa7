import { createSignal, type JSX, Show } from 'solid-js'
import { counted } from '../../domain/format.ts'
import { parkedOps } from '../../store/parked.ts'
import { signOut } from '../../sync/account.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { ConfirmDialog } from '../parts/notice/confirm-dialog.tsx'
import { Card } from '../parts/show/card.tsx'
import { downloadEverything } from './download-everything.ts'

interface Losses {
  readonly unsent: number
  readonly refused: number
  readonly isOffline: boolean
}

/** Sends first. What cannot be sent is counted, and may be downloaded or kept by staying signed in. */
export function SignOutCard(): JSX.Element {
  const { store, session, now, syncNow, syncStatus, leave } = useApp()
  const [isBusy, setBusy] = createSignal(false)
  const [losses, setLosses] = createSignal<Losses>()
  const start = async () => {
    setBusy(true)
    await syncNow()
    const { waitingCount, lastError } = syncStatus()
    const refused = (await parkedOps(store)).length
    setBusy(false)
    if (waitingCount + refused > 0 || lastError === 'offline')
      return setLosses({ unsent: waitingCount, refused, isOffline: lastError === 'offline' })
    await go()
  }
  const go = async () => {
    setBusy(true)
    const answer = await signOut()
    if (!answer.ok && losses() === undefined) {
      setBusy(false)
      return setLosses({ unsent: 0, refused: 0, isOffline: true })
    }
    await leave()
  }
  const download = () => void downloadEverything(store, now())
  return (
    <Card title="Sign out">
      <div class="stack">
        <p>
          Signed in as {session.name}. Signing out sends what waits, then removes your records from this device. They
          stay at the server.
        </p>
        <div>
          <Button icon="sign-out" busy={isBusy()} onClick={() => void start()}>
            Sign out
          </Button>
        </div>
        <ConfirmDialog
          open={losses() !== undefined}
          title={
            lossCount(losses()) > 0
              ? `Sign out and lose ${counted(lossCount(losses()), 'change')}?`
              : 'Sign out without the server?'
          }
          confirmLabel={lossCount(losses()) > 0 ? 'Sign out and lose them' : 'Sign out here'}
          isDangerous
          busy={isBusy()}
          onConfirm={() => void go()}
          onCancel={() => setLosses()}
        >
          <div class="stack">
            <Show when={losses()}>{(known) => <p>{lossWords(known())}</p>}</Show>
            <Show when={lossCount(losses()) > 0}>
              <div>
                <Button icon="export" onClick={download}>
                  Download everything first
                </Button>
              </div>
            </Show>
          </div>
        </ConfirmDialog>
      </div>
    </Card>
  )
}

const lossCount = (losses: Losses | undefined) => (losses ? losses.unsent + losses.refused : 0)

function lossWords({ unsent, refused, isOffline }: Losses): string {
  const lines = [
    isOffline
      ? 'The server cannot be reached, so it will not know that you signed out here until you revoke this device.'
      : '',
    unsent > 0 ? `${counted(unsent, 'change')} could not be sent and would be removed from this device.` : '',
    refused > 0 ? `${counted(refused, 'refused change')} would be removed too.` : '',
  ]
  return lines.filter(Boolean).join(' ')
}
