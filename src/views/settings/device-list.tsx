import { createSignal, For, type JSX } from 'solid-js'
import { formatInstant } from '../../domain/format.ts'
import type { Answer, Device, WipeAsked } from '../../sync/account.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { ConfirmDialog } from '../parts/notice/confirm-dialog.tsx'
import { Badge } from '../parts/show/badge.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'

interface DeviceListProps {
  readonly devices: readonly Device[]
  readonly wipes: readonly WipeAsked[]
  readonly revoke: (device: Device) => Promise<Answer<object>>
  readonly wipe: (device: Device) => Promise<Answer<object>>
  readonly onChanged: () => void
}

/** Where somebody is signed in; what is done to one of them takes effect the next time it talks to the server. */
export function DeviceList(props: DeviceListProps): JSX.Element {
  const { now, tell } = useApp()
  const [busyId, setBusyId] = createSignal<string>()
  const [asked, setAsked] = createSignal<Device>()
  const act = async (device: Device, work: DeviceListProps['revoke'], said: string) => {
    setBusyId(device.id)
    const answer = await work(device)
    setBusyId()
    setAsked()
    tell(answer.ok ? said : answer.error.message)
    if (answer.ok) props.onChanged()
  }
  const revoke = (device: Device) => act(device, props.revoke, `${device.label} is signed out.`)
  const wipe = (device: Device) => act(device, props.wipe, `${device.label} is wiped when it next reaches the server.`)
  return (
    <>
      <RowList label="Devices">
        <For each={props.devices} fallback={<Row title={<span class="muted">Signed in nowhere</span>} />}>
          {(device) => (
            <Row
              title={device.label}
              detail={`Last seen ${formatInstant(device.seenAt, now())}`}
              aside={
                device.isThis ? (
                  <Badge>This device</Badge>
                ) : (
                  <div class="cluster">
                    <Button kind="quiet" busy={busyId() === device.id} onClick={() => void revoke(device)}>
                      Sign out<span class="visually-hidden"> {device.label}</span>
                    </Button>
                    <Button kind="quiet" onClick={() => setAsked(device)}>
                      Wipe<span class="visually-hidden"> and sign out {device.label}</span>
                    </Button>
                  </div>
                )
              }
            />
          )}
        </For>
        <For each={props.wipes}>
          {(wipe) => (
            <Row
              title={wipe.label}
              detail={`${wipe.askedBy} asked ${formatInstant(wipe.askedAt, now())} that it be wiped. It has not reached the server since.`}
              aside={<Badge>To be wiped</Badge>}
            />
          )}
        </For>
      </RowList>
      <ConfirmDialog
        open={asked() !== undefined}
        title={`Wipe and sign out ${asked()?.label ?? ''}?`}
        confirmLabel="Wipe and sign out there"
        isDangerous
        busy={busyId() !== undefined}
        onConfirm={() => {
          const device = asked()
          if (device) void wipe(device)
        }}
        onCancel={() => setAsked()}
      >
        <p>
          It is signed out now. When it next reaches the server it removes Uptally’s records, with changes that it has
          not sent. What was sent stays at the server.
        </p>
      </ConfirmDialog>
    </>
  )
}
