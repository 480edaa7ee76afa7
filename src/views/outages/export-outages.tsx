import type { JSX } from 'solid-js'
import { counted } from '../../domain/format.ts'
import { askReport } from '../../reports/ask.ts'
import { useApp } from '../app/app-context.ts'
import { ExportMenu } from '../settings/export-menu.tsx'
import { exportName } from '../settings/export-name.ts'

interface ExportOutagesProps {
  /** As they are listed. */
  readonly ids: readonly string[]
  /** In words; empty: none. */
  readonly filter: string
}

export function ExportOutages(props: ExportOutagesProps): JSX.Element {
  const { store, now } = useApp()
  return (
    <ExportMenu
      title={`Export ${counted(props.ids.length, 'outage')}`}
      disabled={props.ids.length === 0}
      fileName={exportName(now(), 'outages')}
      make={async (format) => {
        const asked = { ids: [...props.ids], format, filter: props.filter, asAt: now() }
        const { bytes, count } = await askReport(store.name, { type: 'outages', ...asked })
        return { bytes, told: `${counted(count, 'outage')} exported.` }
      }}
    >
      <p>The past outages that the list below shows as it is filtered. Their stories are in JSON.</p>
    </ExportMenu>
  )
}
