// What a desk works with: its teams, its templates, and what impact and urgency give.
import { createMemo, type JSX, Show } from 'solid-js'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { dateOf } from '../outages/moment.ts'
import { Page } from '../parts/frame/page.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { AllowedOnly } from '../settings/allowed-only.tsx'
import { deskNames } from './incident-names.ts'
import { PriorityTables } from './priority-tables.tsx'
import { TeamsCard } from './teams-card.tsx'
import { TemplatesCard } from './templates-card.tsx'
import './desk-settings.css'
import { RecordConflicts } from '../sync/record-conflicts.tsx'

const back = { href: '/incidents', label: 'Incidents' }

export function DeskSettingsPage(): JSX.Element {
  return (
    <AllowedOnly roles={['ict', 'admin']} title="Desk settings" deed="change the desk’s settings" back={back}>
      <Page
        title="Desk settings"
        lead="Teams that have incidents, templates for what comes often, and what impact and urgency give."
        back={back}
      >
        <RecordConflicts kinds={['priority_matrix', 'desk_team', 'incident_template']} />
        <Settings />
      </Page>
    </AllowedOnly>
  )
}

function Settings(): JSX.Element {
  const { now } = useApp()
  const known = createLive(() => async (reads) => {
    const [names, templates, matrices] = await Promise.all([
      deskNames(reads),
      reads.all('incident_template'),
      reads.all('priority_matrix'),
    ])
    return {
      names,
      templates: templates.sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
      matrices: matrices.sort((a, b) => (a.from < b.from ? 1 : -1)),
    }
  })
  const today = createMemo(() => dateOf(now()))
  return (
    <Show when={known()} fallback={<Skeleton shape="rows" count={6} />}>
      {(all) => (
        <div class="desk-settings">
          <TeamsCard names={all().names} />
          <TemplatesCard templates={all().templates} systems={all().names.systems} />
          <PriorityTables matrices={all().matrices} today={today()} />
        </div>
      )}
    </Show>
  )
}
