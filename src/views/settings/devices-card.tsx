import { createResource, type JSX } from 'solid-js'
import { devices, revokeDevice, wipeDevice } from '../../sync/account.ts'
import { Card } from '../parts/show/card.tsx'
import { Asked } from './asked.tsx'
import { DeviceList } from './device-list.tsx'

/** Where this person is signed in. */
export function DevicesCard(): JSX.Element {
  const [answer, { refetch }] = createResource(devices)
  return (
    <Card title="Where you are signed in">
      <Asked answer={answer()} what="Your list of devices" onRetry={refetch}>
        {(known) => (
          <DeviceList
            devices={known().devices}
            wipes={known().wipes}
            revoke={({ id }) => revokeDevice(id)}
            wipe={({ id }) => wipeDevice(id)}
            onChanged={() => void refetch()}
          />
        )}
      </Asked>
    </Card>
  )
}
