import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import type { Recorded } from '../../domain/kinds.ts'
import { fileTypes } from '../../reports/file-type.ts'
import type { Account } from '../../sync/account.ts'
import { devicesOf, resetPassword, revokeDeviceOf, setGrants, wipeDeviceOf } from '../../sync/account.ts'
import { heldAbout } from '../../sync/ask-file.ts'
import { createSending } from '../account/sending.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { downloadBytes } from '../sync/download.ts'
import { Asked } from './asked.tsx'
import { DepartedWords } from './departed-words.tsx'
import { DeviceList } from './device-list.tsx'
import { exportName } from './export-name.ts'
import { GrantsEditor } from './grants-editor.tsx'
import { SecretLink } from './secret-link.tsx'
import { SwitchOff } from './switch-off.tsx'

interface PersonDetailProps {
  readonly account: Account
  readonly councils: readonly Recorded<'council'>[]
  readonly teams: readonly Recorded<'team'>[]
  readonly onChanged: () => void
}

export function PersonDetail(props: PersonDetailProps): JSX.Element {
  const { session, tell, now } = useApp()
  const [grants, change] = createSignal(props.account.grants)
  const [link, setLink] = createSignal<{ readonly secret: string; readonly until: number }>()
  const sending = createSending(() => 'person')
  const [devices, { refetch }] = createResource(() => props.account.id, devicesOf)
  const isChanged = () => JSON.stringify(grants()) !== JSON.stringify(props.account.grants)
  const isSelf = () => props.account.id === session.userId

  const changed = () => {
    props.onChanged()
    void refetch()
  }
  const saveRoles = async () => {
    if (!(await sending.send(() => setGrants(props.account.id, grants())))) return
    tell(`${props.account.name}’s roles are saved.`)
    props.onChanged()
  }
  const reset = async () => {
    const answer = await sending.send(() => resetPassword(props.account.id))
    if (answer) setLink(answer)
  }
  const exportHeld = async () => {
    const made = await sending.send(() => heldAbout(props.account.id))
    if (made) downloadBytes(`${exportName(now(), 'held')}.zip`, fileTypes.zip, made.bytes)
  }
  return (
    <div class="stack stack--wide">
      <p>{props.account.email}</p>
      <For each={sending.errors()}>
        {({ message }) => (
          <Banner tone="error" isResult>
            {message}
          </Banner>
        )}
      </For>
      <div class="stack">
        <GrantsEditor
          grants={grants()}
          councils={props.councils}
          teams={props.teams}
          onChange={(next) => change([...next])}
        />
        <div>
          <Button kind="primary" busy={sending.isBusy()} disabled={!isChanged()} onClick={() => void saveRoles()}>
            Save roles
          </Button>
        </div>
      </div>
      <section class="stack">
        <h3>Data protection</h3>
        <p>Whoever makes this file gets only what they may read, and no word of Legal’s.</p>
        <div>
          <Button icon="export" busy={sending.isBusy()} onClick={() => void exportHeld()}>
            Export what is held about them
          </Button>
        </div>
        <Show when={props.account.isDisabled}>
          <DepartedWords account={props.account} onErased={props.onChanged} />
        </Show>
      </section>
      <section class="stack">
        <h3>Signing in</h3>
        <div class="cluster">
          <Button onClick={() => void reset()}>Make a link for a new password</Button>
          <Show when={!isSelf()}>
            <SwitchOff account={props.account} sending={sending} onChanged={changed} />
          </Show>
        </div>
        <Show when={link()}>
          {(made) => <SecretLink name={props.account.name} secret={made().secret} until={made().until} />}
        </Show>
      </section>
      <section class="stack">
        <h3>Devices</h3>
        <Asked answer={devices.latest} what="The list of devices" onRetry={refetch}>
          {(known) => (
            <DeviceList
              devices={known().devices}
              wipes={known().wipes}
              revoke={(device) => revokeDeviceOf(props.account.id, device.id)}
              wipe={(device) => wipeDeviceOf(props.account.id, device.id)}
              onChanged={() => void refetch()}
            />
          )}
        </Asked>
      </section>
    </div>
  )
}
