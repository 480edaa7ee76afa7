import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { useMay } from '../app/app-context.ts'
import { LinkButton } from '../parts/control/link-button.tsx'

/** To the entry of an outage that is over already. */
export function EnterPast(): JSX.Element {
  const may = useMay()
  return (
    <Show when={may('ict')}>
      <LinkButton href="/outages/report?past=1" icon="clock">
        Enter a past outage
      </LinkButton>
    </Show>
  )
}
