import { type JSX, Show } from 'solid-js'
import { useApp } from './app-context.ts'
import './sample-mark.css'

/** Says on every page, until this device has had everything once, that what it shows is a part. */
export function ArrivingMark(): JSX.Element {
  const { syncStatus } = useApp()
  const isPart = () => {
    const { lastSyncedAt, progress, lastError } = syncStatus()
    return lastSyncedAt === null && (progress !== undefined || lastError !== undefined)
  }
  return (
    <Show when={isPart()}>
      <p class="sample-mark">Not everything has reached this device yet: lists and figures are not whole.</p>
    </Show>
  )
}
