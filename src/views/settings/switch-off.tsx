import { createSignal, type JSX, Show } from 'solid-js'
import { counted } from '../../domain/format.ts'
import type { Account } from '../../sync/account.ts'
import { disablePerson, wipeAllOf } from '../../sync/account.ts'
import type { Sending } from '../account/sending.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Checkbox } from '../parts/form/checkbox.tsx'
import { ConfirmDialog } from '../parts/notice/confirm-dialog.tsx'

interface SwitchOffProps {
  readonly account: Account
  readonly sending: Sending
  readonly onChanged: () => void
}

/** Whoever leaves is switched off, and what their devices hold goes if that is wanted; later too. */
export function SwitchOff(props: SwitchOffProps): JSX.Element {
  const { tell } = useApp()
  const [isAsking, setAsking] = createSignal(false)
  const [isWiping, setWiping] = createSignal(true)
  const name = () => props.account.name
  const done = (said: string) => {
    tell(said)
    props.onChanged()
  }
  const switchOff = async () => {
    const answer = await props.sending.send(() => disablePerson(props.account.id, true, isWiping()))
    setAsking(false)
    if (answer) done(`${name()} may no longer sign in.`)
  }
  const switchOn = async () => {
    if (await props.sending.send(() => disablePerson(props.account.id, false))) done(`${name()} may sign in again.`)
  }
  const wipe = async () => {
    const answer = await props.sending.send(() => wipeAllOf(props.account.id))
    if (!answer) return
    const devices = counted(answer.asked, 'device')
    done(answer.asked > 0 ? `${devices} to be wiped at the next contact.` : 'No further device of theirs is known.')
  }
  return (
    <>
      <Show
        when={props.account.isDisabled}
        fallback={<Button onClick={() => setAsking(true)}>Stop them signing in</Button>}
      >
        <Button busy={props.sending.isBusy()} onClick={() => void switchOn()}>
          Let them sign in again
        </Button>
        <Button busy={props.sending.isBusy()} onClick={() => void wipe()}>
          Wipe their devices
        </Button>
      </Show>
      <ConfirmDialog
        open={isAsking()}
        title={`Stop ${name()} signing in?`}
        confirmLabel="Stop them signing in"
        isDangerous
        busy={props.sending.isBusy()}
        onConfirm={() => void switchOff()}
        onCancel={() => setAsking(false)}
      >
        <p>They are signed out everywhere now. What they recorded stays at the server.</p>
        <Checkbox
          label="Wipe their devices too"
          hint="Each removes Uptally’s records, with changes that it has not sent, when it next reaches the server"
          checked={isWiping()}
          onChange={setWiping}
        />
      </ConfirmDialog>
    </>
  )
}
