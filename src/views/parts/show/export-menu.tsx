import { createSignal, type JSX, Show } from 'solid-js'
import { fileTypes } from '../../../reports/file-type.ts'
import { downloadBytes } from '../../sync/download.ts'
import { Button } from '../control/button.tsx'
import { ChoiceButtons } from '../form/choice-buttons.tsx'
import { Banner } from '../notice/banner.tsx'
import { Sheet } from '../notice/sheet.tsx'
import { useToasts } from '../notice/toasts.ts'

export const exportFormats = ['csv', 'json', 'ods'] as const
export type ExportFormat = (typeof exportFormats)[number]

export interface ExportMenuProps {
  /** What is exported, in the plural: "incidents". */
  readonly what: string
  /** How much of it and what not, before one chooses: "37 incidents, as filtered. Comments are left out." */
  readonly detail?: string | undefined
  /** Without its ending: "uptally-2026-11-10-incidents". */
  readonly fileName: string
  readonly formats?: readonly ExportFormat[] | undefined
  /** Makes the file, in a thread. */
  readonly make: (format: ExportFormat) => Promise<Uint8Array<ArrayBuffer>>
}

const choices = [
  { value: 'ods', label: 'ODS', detail: 'For spreadsheets: LibreOffice, Excel, Google Sheets' },
  { value: 'csv', label: 'CSV', detail: 'For other programs' },
  { value: 'json', label: 'JSON', detail: 'For another Uptally' },
] as const

/** What a page lists, as a file. */
export function ExportMenu(props: ExportMenuProps): JSX.Element {
  const toasts = useToasts()
  const [isOpen, setOpen] = createSignal(false)
  const [isBusy, setBusy] = createSignal(false)
  const [hasFailed, setFailed] = createSignal(false)
  const options = () => choices.filter(({ value }) => (props.formats ?? exportFormats).includes(value))
  const choose = async (format: ExportFormat) => {
    setBusy(true)
    setFailed(false)
    try {
      const name = `${props.fileName}.${format}`
      downloadBytes(name, fileTypes[format], await props.make(format))
      setOpen(false)
      toasts.show(`${name} is with your downloads.`)
    } catch {
      setFailed(true)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button icon="export" onClick={() => setOpen(true)}>
        Export<span class="visually-hidden"> {props.what}</span>
      </Button>
      <Sheet open={isOpen()} title={`Export ${props.what}`} onClose={() => setOpen(false)}>
        <div class="stack">
          <Show when={props.detail}>{(detail) => <p>{detail()}</p>}</Show>
          <Show when={hasFailed()}>
            <Banner tone="error" isResult>
              The file could not be made. Nothing is lost: try again.
            </Banner>
          </Show>
          <ChoiceButtons
            label="As which kind of file"
            options={options()}
            disabled={isBusy()}
            onChoose={(format) => void choose(format)}
          />
          <Show when={isBusy()}>
            <p role="status">Making the file…</p>
          </Show>
        </div>
      </Sheet>
    </>
  )
}
