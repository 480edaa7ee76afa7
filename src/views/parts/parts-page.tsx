// Development only: every part in its states, so that the look can be judged, photographed and tested in one place.
import { createSignal, For, type JSX } from 'solid-js'
import { Button } from './control/button.tsx'
import { LinkButton } from './control/link-button.tsx'
import { Chips } from './form/chips.tsx'
import { Page } from './frame/page.tsx'
import { Tabs } from './frame/tabs.tsx'
import { applyTheme, type Theme, themes } from './frame/theme.ts'
import { ChartGallery } from './gallery/chart-gallery.tsx'
import { ControlGallery } from './gallery/control-gallery.tsx'
import { FileGallery } from './gallery/file-gallery.tsx'
import { FormGallery } from './gallery/form-gallery.tsx'
import { NoticeGallery } from './gallery/notice-gallery.tsx'
import { ShowGallery } from './gallery/show-gallery.tsx'
import { Tag } from './show/tag.tsx'

const sections = [
  { name: 'Controls', Part: ControlGallery },
  { name: 'Forms', Part: FormGallery },
  { name: 'Files', Part: FileGallery },
  { name: 'Showing', Part: ShowGallery },
  { name: 'Notices', Part: NoticeGallery },
  { name: 'Charts', Part: ChartGallery },
] as const

export function PartsPage(): JSX.Element {
  const [theme, setTheme] = createSignal<Theme>('system')
  const change = (next: Theme = 'system') => {
    setTheme(next)
    applyTheme(next)
  }
  return (
    <Page
      title="All parts"
      lead="Every part in its states. Nothing here is kept."
      back={{ href: '/', label: 'Start' }}
      mark={<Tag status="planned">Draft</Tag>}
      actions={
        <>
          <Button icon="print">Print</Button>
          <LinkButton href="/parts" icon="export">
            Export
          </LinkButton>
        </>
      }
    >
      <Chips
        label="Theme"
        single
        options={themes.map((value) => ({ value, label: value }))}
        values={[theme()]}
        onChange={([next]) => change(next)}
      />
      <Tabs
        label="Parts of this page"
        current="/parts"
        tabs={[
          { href: '/parts', label: 'Open', count: 3 },
          { href: '/parts/closed', label: 'Closed', count: 128 },
          { href: '/parts/all', label: 'All' },
        ]}
      />
      <For each={sections}>
        {(section) => (
          <section class="stack" aria-label={section.name}>
            <h2>{section.name}</h2>
            <section.Part />
          </section>
        )}
      </For>
    </Page>
  )
}
