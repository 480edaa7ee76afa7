import type { JSX } from 'solid-js'
import type { DeskMe } from '../../desk/question.ts'
import { counted } from '../../domain/format.ts'
import { useApp } from '../app/app-context.ts'
import { ExportMenu } from '../settings/export-menu.tsx'
import { exportName } from '../settings/export-name.ts'
import { useDesk } from './desk.ts'

interface ExportListProps {
  readonly query: string
  readonly total: number
  readonly me: DeskMe
}

/** The list as it is searched, all of it, as a file. Made in the desk's thread, so that a long one holds nothing up. */
export function ExportList(props: ExportListProps): JSX.Element {
  const { now } = useApp()
  const desk = useDesk()
  return (
    <ExportMenu
      title={`Export ${counted(props.total, 'incident')}`}
      disabled={props.total === 0}
      fileName={exportName(now(), 'incidents')}
      make={async (format) => {
        const { bytes, count } = await desk.ask({ type: 'export', query: props.query, format, me: props.me })
        return { bytes, told: `${counted(count, 'incident')} exported.` }
      }}
    >
      <p>All that this search finds, also without a network. Work notes are never in it, comments only in JSON.</p>
    </ExportMenu>
  )
}
