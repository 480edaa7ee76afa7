// One council's whole data, for whoever speaks for it: a way out that asks nobody.
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { counted } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { askReport } from '../../reports/ask.ts'
import { fileTypes } from '../../reports/file-type.ts'
import { catalogue } from '../../store/catalogue.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { Button } from '../parts/control/button.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { Progress } from '../parts/notice/progress.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { downloadBytes } from '../sync/download.ts'
import { exportName } from './export-name.ts'
import { mayExportCouncil } from './may-export-council.ts'

type Council = Recorded<'council'>

export function CouncilExportCard(): JSX.Element {
  const { store, session, now, syncStatus, tell } = useApp()
  const known = createLive(() => async (reads) => [...(await catalogue(reads)).councils.values()])
  const councils = createMemo(() => (known() ?? []).filter(({ id }) => mayExportCouncil(session, id)))
  const [made, setMade] = createSignal<{ council: Council; done: number; total: number }>()
  const [hasFailed, setFailed] = createSignal(false)
  const isArriving = () => syncStatus().lastSyncedAt === null
  const make = async (council: Council) => {
    setFailed(false)
    setMade({ council, done: 0, total: 1 })
    const access = { userId: session.userId, grants: [...session.grants] }
    try {
      const { bytes, count } = await askReport(
        store.name,
        { type: 'council', councilId: council.id, access, asAt: now() },
        (done, total) => setMade({ council, done, total }),
      )
      downloadBytes(`${exportName(now(), fileWord(council.shortName))}.zip`, fileTypes.zip, bytes)
      tell(`${counted(count, 'record')} of ${council.shortName} exported.`)
    } catch {
      setFailed(true)
    } finally {
      setMade()
    }
  }
  return (
    <Show when={councils().length > 0}>
      <Card title="Export a council’s data">
        <div class="stack">
          <p>
            All of one council in open formats, as a zip: records that another Uptally takes in, CSV files with names,
            and a text that explains each file and column. Other councils’ rows and work notes are not in it.
          </p>
          <Show when={isArriving()}>
            <Banner tone="warn">Not everything has reached this device yet: wait until it has.</Banner>
          </Show>
          <RowList label="Councils to export">
            <For each={councils()}>
              {(council) => (
                <Row
                  title={council.shortName}
                  aside={
                    <Button
                      icon="export"
                      disabled={isArriving()}
                      busy={made() !== undefined}
                      onClick={() => void make(council)}
                    >
                      Export<span class="visually-hidden"> {council.name}</span>
                    </Button>
                  }
                />
              )}
            </For>
          </RowList>
          <Show when={made()}>
            {(job) => <Progress label={`Exporting ${job().council.shortName}`} done={job().done} total={job().total} />}
          </Show>
          <Show when={hasFailed()}>
            <Banner tone="error" isResult>
              The file could not be made. Nothing is lost: try again.
            </Banner>
          </Show>
        </div>
      </Card>
    </Show>
  )
}

/** What may stand in the name of a file anywhere. */
const fileWord = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
