import { createSignal, type JSX, Show } from 'solid-js'
import type { DeskMe, ExportFormat } from '../../desk/question.ts'
import { counted } from '../../domain/format.ts'
import { DEFAULT_ZONE, localDateAt, zoneOf } from '../../domain/zone.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { ChoiceButtons } from '../parts/form/choice-buttons.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { downloadBytes } from '../sync/download.ts'
import { useDesk } from './desk.ts'

interface ExportListProps {
  readonly query: string
  readonly total: number
  readonly me: DeskMe
}

const formats = [
  { value: 'csv', label: 'CSV', detail: 'For spreadsheets and other systems' },
  { value: 'ods', label: 'ODS', detail: 'A spreadsheet, with a sheet that says what it holds' },
  { value: 'json', label: 'JSON', detail: 'Everything of each incident, also for another Uptally' },
] as const satisfies readonly { value: ExportFormat; label: string; detail: string }[]

const types: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json;charset=utf-8',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
}

/** The list as it is searched, all of it, as a file. Made in the desk's thread, so that a long one holds nothing up. */
export function ExportList(props: ExportListProps): JSX.Element {
  const { now, tell } = useApp()
  const desk = useDesk()
  const [isOpen, setOpen] = createSignal(false)
  const [isBusy, setBusy] = createSignal(false)
  const [hasFailed, setFailed] = createSignal(false)
  const save = async (format: ExportFormat) => {
    setBusy(true)
    setFailed(false)
    try {
      const { bytes, count } = await desk.ask({ type: 'export', query: props.query, format, me: props.me })
      const day = localDateAt(zoneOf(DEFAULT_ZONE), now())
      downloadBytes(`uptally-incidents-${day}.${format}`, types[format], bytes)
      tell(`${counted(count, 'incident')} exported.`)
      setOpen(false)
    } catch {
      setFailed(true)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button kind="quiet" icon="export" disabled={props.total === 0} onClick={() => setOpen(true)}>
        Export
      </Button>
      <Sheet open={isOpen()} title={`Export ${counted(props.total, 'incident')}`} onClose={() => setOpen(false)}>
        <div class="stack">
          <Show when={hasFailed()}>
            <Banner tone="error" isResult>
              <p>The file could not be made. Try again, or export fewer at once.</p>
            </Banner>
          </Show>
          <p>All that this search finds, also without a network.</p>
          <ChoiceButtons
            label="As which file?"
            options={formats}
            disabled={isBusy()}
            onChoose={(format) => void save(format)}
          />
          <Show when={isBusy()}>
            <p role="status">Making the file…</p>
          </Show>
        </div>
      </Sheet>
    </>
  )
}
