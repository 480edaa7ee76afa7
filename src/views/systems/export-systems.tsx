import type { JSX } from 'solid-js'
import { counted } from '../../domain/format.ts'
import { askReport } from '../../reports/ask.ts'
import { useApp } from '../app/app-context.ts'
import { ExportMenu } from '../settings/export-menu.tsx'
import { exportName } from '../settings/export-name.ts'

interface ExportSystemsProps {
  /** As they are listed. */
  readonly ids: readonly string[]
  /** What was typed; empty: nothing. */
  readonly search: string
}

export function ExportSystems(props: ExportSystemsProps): JSX.Element {
  const { store, now } = useApp()
  return (
    <ExportMenu
      title={`Export ${counted(props.ids.length, 'system')}`}
      disabled={props.ids.length === 0}
      fileName={exportName(now(), 'systems')}
      make={async (format) => {
        const filter = props.search.trim() === '' ? '' : `Search: ${props.search.trim()}`
        const asked = { ids: [...props.ids], format, filter, asAt: now() }
        const { bytes, count } = await askReport(store.name, { type: 'systems', ...asked })
        return { bytes, told: `${counted(count, 'system')} exported.` }
      }}
    >
      <p>All that this search finds, retired ones too, with the hours and targets agreed today.</p>
    </ExportMenu>
  )
}
