import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import { counted } from '../../domain/format.ts'
import { exportCsvs } from '../../reports/export-document.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Card } from '../parts/show/card.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { downloadText } from '../sync/download.ts'
import { downloadEverything, exportName, exportRecords } from './export-all.ts'
import { kindWords } from './kind-words.ts'

export function ExportCard(): JSX.Element {
  const { store, now, syncStatus, tell } = useApp()
  const [wantsCsv, setWantsCsv] = createSignal(false)
  const [csvs] = createResource(wantsCsv, async () => exportCsvs(await exportRecords(store)))
  const download = async () => {
    const count = await downloadEverything(store, now(), syncStatus().waitingCount)
    tell(`${counted(count, 'record')} exported.`)
  }
  return (
    <Card title="Export">
      <div class="stack">
        <p>Everything you may see, also without a network. Another Uptally can take in the JSON file.</p>
        <div class="cluster">
          <Button icon="export" onClick={() => void download()}>
            Download all (JSON)
          </Button>
          <Button onClick={() => setWantsCsv(true)}>CSV for spreadsheets</Button>
        </div>
        <Show when={csvs()}>
          {(files) => (
            <Disclosure summary="CSV files, one for each kind" open>
              <RowList label="CSV files">
                <For each={files()}>
                  {({ kind, count, text }) => (
                    <Row
                      title={kindWords[kind]}
                      detail={counted(count, 'row')}
                      aside={
                        <Button icon="export" onClick={() => downloadText(exportName(now(), kind), 'text/csv', text)}>
                          Download<span class="visually-hidden"> {kindWords[kind]}</span>
                        </Button>
                      }
                    />
                  )}
                </For>
              </RowList>
            </Disclosure>
          )}
        </Show>
      </div>
    </Card>
  )
}
