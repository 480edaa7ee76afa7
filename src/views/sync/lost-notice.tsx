import { createEffect, createResource, type JSX, Show } from 'solid-js'
import { counted, formatWhen } from '../../domain/format.ts'
import { dismissLost, type Lost, lostSince, noteHeld } from '../../store/eviction.ts'
import { useApp } from '../app/app-context.ts'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Banner } from '../parts/notice/banner.tsx'

/** Says when the browser has thrown away what was here; else notes what is here, for the next start. */
export function LostNotice(): JSX.Element {
  const { store, syncStatus, now } = useApp()
  const [lost, { mutate }] = createResource(() => lostSince(store, localStorage).catch(() => undefined))
  createEffect(() => {
    const { state, lastSyncedAt, waitingCount } = syncStatus()
    if (!lost.loading && state !== 'unknown')
      noteHeld(store, localStorage, { sharedAt: lastSyncedAt, unsent: waitingCount })
  })
  const dismiss = () => {
    dismissLost(store, localStorage)
    mutate()
  }
  return (
    <Show when={lost.latest}>
      {(known) => (
        <Banner
          tone="warn"
          title="The browser had removed Uptally's records from this device"
          action={<LinkButton href="/settings/device">Ask it to keep them</LinkButton>}
          onDismiss={dismiss}
        >
          {lostWords(known(), now())}
        </Banner>
      )}
    </Show>
  )
}

export function lostWords({ sharedAt, unsent }: Lost, now: number): string {
  const back = 'What the server has comes back by itself.'
  if (unsent === 0) return `${back} Nothing was waiting to be sent.`
  const since = sharedAt === null ? '' : `, made since ${formatWhen(sharedAt, now)},`
  return `${back} ${counted(unsent, 'change')}${since} had not been sent and ${unsent === 1 ? 'is' : 'are'} gone: record ${unsent === 1 ? 'it' : 'them'} again.`
}
