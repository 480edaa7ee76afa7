import { createSignal, For, type JSX } from 'solid-js'
import { formatInstant } from '../../domain/format.ts'
import type { Answer, Device } from '../../sync/account.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Badge } from '../parts/show/badge.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'

interface DeviceListProps {
  readonly devices: readonly Device[]
  readonly revoke: (device: Device) => Promise<Answer<object>>
  readonly onRevoked: () => void
}

/** Where somebody is signed in; signing out one of them takes effect the next time it talks to the server. */
export function DeviceList(props: DeviceListProps): JSX.Element {
  const { now, tell } = useApp()
  const [busyId, setBusyId] = createSignal<string>()
  const revoke = async (device: Device) => {
    setBusyId(device.id)
    const answer = await props.revoke(device)
    setBusyId()
    tell(answer.ok ? `${device.label} is signed out.` : answer.error.message)
    if (answer.ok) props.onRevoked()
  }
  return (
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
                <Button kind="quiet" busy={busyId() === device.id} onClick={() => void revoke(device)}>
                  Sign out<span class="visually-hidden"> {device.label}</span>
                </Button>
              )
            }
          />
        )}
      </For>
    </RowList>
  )
}
