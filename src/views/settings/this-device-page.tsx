import { createSignal, type JSX } from 'solid-js'
import { LeaseLine } from '../legal/locked-note.tsx'
import { Checkbox } from '../parts/form/checkbox.tsx'
import { ChoiceGroup } from '../parts/form/choice-group.tsx'
import { Page } from '../parts/frame/page.tsx'
import { applyTheme, type Theme } from '../parts/frame/theme.ts'
import { Card } from '../parts/show/card.tsx'
import { InstallHint } from '../sync/install-hint.tsx'
import { StorageUse } from '../sync/storage-use.tsx'
import { CouncilExportCard } from './council-export-card.tsx'
import { ExportCard } from './export-card.tsx'
import { readSingleKeys, rememberSingleKeys } from './key-choice.ts'
import { SignOutCard } from './sign-out-card.tsx'
import { readTheme, rememberTheme } from './theme-choice.ts'

const themeOptions = [
  { value: 'system', label: 'As this device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

export function ThisDevicePage(): JSX.Element {
  const [theme, setTheme] = createSignal<Theme>(readTheme(localStorage))
  const choose = (next: Theme) => {
    setTheme(next)
    applyTheme(next)
    rememberTheme(localStorage, next)
  }
  const [hasKeys, setKeys] = createSignal(readSingleKeys(localStorage))
  const chooseKeys = (isOn: boolean) => {
    setKeys(isOn)
    rememberSingleKeys(localStorage, isOn)
  }
  return (
    <Page title="This device" narrow back={{ href: '/settings', label: 'Settings' }}>
      <Card title="Look">
        <ChoiceGroup label="Colours" value={theme()} options={themeOptions} onChange={choose} />
      </Card>
      <Card title="Keyboard">
        <Checkbox
          label="Single keys on the list of incidents"
          hint="j and k move, x selects, / searches. Switch them off if you speak to your device, or press keys by accident."
          checked={hasKeys()}
          onChange={chooseKeys}
        />
      </Card>
      <Card title="Storage">
        <div class="stack">
          <StorageUse />
          <LeaseLine />
          <InstallHint />
        </div>
      </Card>
      <ExportCard />
      <CouncilExportCard />
      <SignOutCard />
    </Page>
  )
}
