import { For, type JSX } from 'solid-js'
import { fileTypes } from '../../reports/file-type.ts'
import { heldAboutMe } from '../../sync/ask-file.ts'
import { createSending } from '../account/sending.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { Card } from '../parts/show/card.tsx'
import { downloadBytes } from '../sync/download.ts'
import { exportName } from './export-name.ts'

/** What the server holds about whoever is signed in. */
export function HeldCard(): JSX.Element {
  const { now } = useApp()
  const sending = createSending(() => 'held')
  const download = async () => {
    const made = await sending.send(heldAboutMe)
    if (made) downloadBytes(`${exportName(now(), 'about-me')}.zip`, fileTypes.zip, made.bytes)
  }
  return (
    <Card title="What is held about you">
      <div class="stack">
        <p>Your account, where you are signed in, what you did, and the records that you wrote or that name you.</p>
        <For each={sending.errors()}>
          {({ message }) => (
            <Banner tone="error" isResult>
              {message}
            </Banner>
          )}
        </For>
        <div>
          <Button icon="export" busy={sending.isBusy()} onClick={() => void download()}>
            Export what is held
          </Button>
        </div>
      </div>
    </Card>
  )
}
