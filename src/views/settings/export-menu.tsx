import { createSignal, type JSX, Show } from 'solid-js'
import { fileTypes } from '../../reports/file-type.ts'
import { Button } from '../parts/control/button.tsx'
import { ChoiceButtons } from '../parts/form/choice-buttons.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { useToasts } from '../parts/notice/toasts.ts'
import { downloadBytes } from '../sync/download.ts'

export type ExportFormat = 'csv' | 'json' | 'ods'

export interface ExportMenuProps {
  /** "Export 37 things": what the file will hold. */
  readonly title: string
  /** What is in it and what not, before one chooses. */
  readonly children?: JSX.Element
  readonly disabled?: boolean | undefined
  /** Without its ending. */
  readonly fileName: string
  /** Makes the file, in a thread. `told`: what the person is told once it is saved. */
  readonly make: (format: ExportFormat) => Promise<{ bytes: Uint8Array<ArrayBuffer>; told: string }>
}

const formats = [
  { value: 'csv', label: 'CSV', detail: 'For spreadsheets and other systems' },
  { value: 'ods', label: 'ODS', detail: 'A spreadsheet, with a sheet that says what it holds' },
  { value: 'json', label: 'JSON', detail: 'Everything of each, also for another Uptally' },
] as const

/** What a page lists, as a file. */
export function ExportMenu(props: ExportMenuProps): JSX.Element {
  const toasts = useToasts()
  const [isOpen, setOpen] = createSignal(false)
  const [isBusy, setBusy] = createSignal(false)
  const [hasFailed, setFailed] = createSignal(false)
  const save = async (format: ExportFormat) => {
    setBusy(true)
    setFailed(false)
    try {
      const { bytes, told } = await props.make(format)
      downloadBytes(`${props.fileName}.${format}`, fileTypes[format], bytes)
      toasts.show(told)
      setOpen(false)
    } catch {
      setFailed(true)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button kind="quiet" icon="export" disabled={props.disabled} onClick={() => setOpen(true)}>
        Export
      </Button>
      <Sheet open={isOpen()} title={props.title} onClose={() => setOpen(false)}>
        <div class="stack">
          <Show when={hasFailed()}>
            <Banner tone="error" isResult>
              <p>The file could not be made. Nothing is lost: try again.</p>
            </Banner>
          </Show>
          {props.children}
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
