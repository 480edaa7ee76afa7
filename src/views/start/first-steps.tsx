import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { useMay } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Banner } from '../parts/notice/banner.tsx'

/** While the catalogue has no system, nothing can be reported: says so to those who can add one. */
export function FirstSteps(): JSX.Element {
  const may = useMay()
  const systemCount = createLive(() => async (reads) => (await reads.all('system')).length)
  return (
    <Show when={systemCount() === 0 && may('ict')}>
      <Banner
        title="Add the first system"
        action={
          <LinkButton href="/systems/new" kind="primary">
            Add a system
          </LinkButton>
        }
      >
        <p>Outages are recorded for a system. Systems and past outages can also be imported from a file.</p>
      </Banner>
    </Show>
  )
}
