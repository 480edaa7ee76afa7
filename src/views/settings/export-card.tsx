import { createSignal, For, type JSX, Show } from 'solid-js'
import { counted } from '../../domain/format.ts'
import { askReport } from '../../reports/ask.ts'
import { fileTypes } from '../../reports/file-type.ts'
import type { KindFile } from '../../reports/question.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { Card } from '../parts/show/card.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { downloadBytes } from '../sync/download.ts'
import { downloadEverything } from './download-everything.ts'
import { exportName } from './export-name.ts'
import { kindWords } from './kind-words.ts'

export function ExportCard(): JSX.Element {
  const { store, now, tell } = useApp()
  const [csvs, setCsvs] = createSignal<readonly KindFile[]>()
  const [making, setMaking] = createSignal<'json' | 'csv'>()
  const [hasFailed, setFailed] = createSignal(false)
  const [isLocked, setLocked] = createSignal(false)
  const make = async (what: 'json' | 'csv', work: () => Promise<void>) => {
    setFailed(false)
    // A file without the words would look like one of records that have none.
    setLocked(store.isLocked())
    if (store.isLocked()) return
    setMaking(what)
    await work()
      .catch(() => setFailed(true))
      .finally(() => setMaking())
  }
  const download = () =>
    make('json', async () => {
      tell(`${counted(await downloadEverything(store, now()), 'record')} exported.`)
    })
  const listCsvs = () => make('csv', async () => void setCsvs(await askReport(store.name, { type: 'kinds' })))
  return (
    <Card title="Export">
      <div class="stack">
        <p>Everything you may see, also without a network. Another Uptally can take in the JSON file.</p>
        <div class="cluster">
          <Button icon="export" busy={making() === 'json'} onClick={() => void download()}>
            Download all (JSON)
          </Button>
          <Button busy={making() === 'csv'} onClick={() => void listCsvs()}>
            CSV for spreadsheets
          </Button>
        </div>
        <Show when={isLocked()}>
          <Banner isResult title="Not without a connection now">
            What was written on matters and time is locked on this device. Connect once, then make the file.
          </Banner>
        </Show>
        <Show when={hasFailed()}>
          <Banner tone="error" isResult>
            The file could not be made. Nothing is lost: try again.
          </Banner>
        </Show>
        <Show when={csvs()}>
          {(files) => (
            <Disclosure summary="CSV files, one for each kind" open>
              <RowList label="CSV files">
                <For each={files()}>
                  {({ kind, count, bytes }) => (
                    <Row
                      title={kindWords[kind]}
                      detail={counted(count, 'row')}
                      aside={
                        <Button
                          icon="export"
                          onClick={() => downloadBytes(`${exportName(now(), kind)}.csv`, fileTypes.csv, bytes)}
                        >
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
