import { createSignal, type JSX, Show } from 'solid-js'
import { counted } from '../../domain/format.ts'
import { keptElsewhereCode, parkedOps } from '../../store/parked.ts'
import { signOut } from '../../sync/account.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { ConfirmDialog } from '../parts/notice/confirm-dialog.tsx'
import { Card } from '../parts/show/card.tsx'
import { SealForm } from './seal-form.tsx'

interface Losses {
  readonly unsent: number
  readonly files: number
  readonly refused: number
  readonly isOffline: boolean
}

/** Sends first. What cannot be sent is counted, and may be taken along in a sealed file or kept by staying signed in. */
export function SignOutCard(): JSX.Element {
  const { store, session, syncNow, syncStatus, leave } = useApp()
  const [isBusy, setBusy] = createSignal(false)
  const [losses, setLosses] = createSignal<Losses>()
  const [isSaved, setSaved] = createSignal(false)
  const start = async () => {
    setBusy(true)
    await syncNow()
    const { waitingCount, filesWaiting, lastError } = syncStatus()
    // What the server alone keeps is not lost here.
    const refused = (await parkedOps(store)).filter(({ code }) => code !== keptElsewhereCode).length
    setBusy(false)
    setSaved(false)
    if (waitingCount + filesWaiting + refused > 0 || lastError === 'offline')
      return setLosses({ unsent: waitingCount, files: filesWaiting, refused, isOffline: lastError === 'offline' })
    await go()
  }
  const go = async () => {
    setBusy(true)
    const answer = await signOut()
    if (!answer.ok && losses() === undefined) {
      setBusy(false)
      return setLosses({ unsent: 0, files: 0, refused: 0, isOffline: true })
    }
    await leave()
  }
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
          title={titleWords(losses())}
          confirmLabel={confirmWords(losses(), isSaved())}
          isDangerous
          busy={isBusy()}
          onConfirm={() => void go()}
          onCancel={() => setLosses()}
        >
          <div class="stack">
            <Show when={losses()}>{(known) => <p>{lossWords(known())}</p>}</Show>
            <Show when={lossCount(losses()) > 0}>
              <Show when={isSaved()} fallback={<SealForm onSaved={() => setSaved(true)} />}>
                <Banner tone="good" isResult>
                  The file is saved. Sign in again, on this device or another one, and put it back under Changes that
                  need you.
                </Banner>
              </Show>
            </Show>
          </div>
        </ConfirmDialog>
      </div>
    </Card>
  )
}

function confirmWords(losses: Losses | undefined, isSaved: boolean): string {
  if (lossCount(losses) + (losses?.files ?? 0) === 0) return 'Sign out here'
  return isSaved && losses?.files === 0 ? 'Sign out' : 'Sign out without them'
}

function titleWords(losses: Losses | undefined): string {
  const changes = lossCount(losses)
  if (changes > 0) return `${counted(changes, 'change')} not at the server`
  return losses && losses.files > 0
    ? `${counted(losses.files, 'file')} not at the server`
    : 'Sign out without the server?'
}

/** What a sealed file can hold. */
const lossCount = (losses: Losses | undefined) => (losses ? losses.unsent + losses.refused : 0)

function lossWords({ unsent, files, refused, isOffline }: Losses): string {
  const lines = [
    isOffline
      ? 'The server cannot be reached, so it will not know that you signed out here until you revoke this device.'
      : '',
    unsent > 0 ? `${counted(unsent, 'change')} could not be sent and would be removed from this device.` : '',
    files > 0
      ? `${counted(files, 'photo or file', 'photos or files')} could not be sent and would be lost: a saved file does not hold them. Stay signed in until they are sent.`
      : '',
    refused > 0 ? `${counted(refused, 'refused change')} would be removed too.` : '',
  ]
  return lines.filter(Boolean).join(' ')
}
