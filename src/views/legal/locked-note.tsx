import { type JSX, Show } from 'solid-js'
import { formatInstant } from '../../domain/format.ts'
import { type LeaseState, leaseState } from '../../store/lease.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'

/** Whether legal text can be read on this device, and until or since when; undefined until it is known, and where there is none. */
export function useLease(): () => LeaseState | undefined {
  const { store } = useApp()
  return createLive(() => () => leaseState(store))
}

/** In the place of legal text that cannot be read before the next contact. */
export function LockedNote(): JSX.Element {
  const { now } = useApp()
  const lease = useLease()
  const since = () => {
    const state = lease()
    return state && 'lockedSince' in state ? ` since ${formatInstant(state.lockedSince, now())}` : ''
  }
  return <p class="muted">Locked{since()}. Connect once to read what you wrote; recording time goes on.</p>
}

/** Until when this device opens legal text without the server. */
export function LeaseLine(): JSX.Element {
  const { now } = useApp()
  const lease = useLease()
  const openUntil = () => {
    const state = lease()
    return state && 'openUntil' in state ? state.openUntil : undefined
  }
  return (
    <Show when={lease()}>
      <Show when={openUntil()} fallback={<LockedNote />}>
        {(until) => (
          <p>
            What was written on matters and time can be read without a network until {formatInstant(until(), now())}.
            Each contact with the server prolongs that. After it, the words are locked until the next contact; recording
            time goes on.
          </p>
        )}
      </Show>
    </Show>
  )
}
