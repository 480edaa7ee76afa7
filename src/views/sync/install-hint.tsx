import { type JSX, Match, Switch } from 'solid-js'
import { Button } from '../parts/control/button.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { install, isIosTab, mayInstall } from './install-prompt.ts'

/** How to put the app on this device, where that is possible and not done yet; else nothing. */
export function InstallHint(): JSX.Element {
  return (
    <Switch>
      <Match when={isIosTab()}>
        <Banner tone="warn" title="Add Uptally to the Home Screen">
          <p>
            Choose Share, then “Add to Home Screen”, and sign in there. In a browser tab this device keeps unsent
            changes for 7 days at most.
          </p>
        </Banner>
      </Match>
      <Match when={mayInstall()}>
        <Banner title="Install Uptally on this device" action={<Button onClick={() => void install()}>Install</Button>}>
          <p>It then opens like any other app, and its data is kept.</p>
        </Banner>
      </Match>
    </Switch>
  )
}
