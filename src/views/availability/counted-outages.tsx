import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { counted, formatInstant, formatRange } from '../../domain/format.ts'
import { levelLabels } from '../../domain/level.ts'
import type { CountedOutage } from '../../metrics/counted-outages.ts'
import type { SystemReport } from '../../metrics/system-report.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { Button } from '../parts/control/button.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { duration } from './figure-words.ts'

const shownAtFirst = 20

/** The outages under a system's figures; each leads to its record. */
export function CountedOutages(props: { readonly report: SystemReport }): JSX.Element {
  const [isAll, setAll] = createSignal(false)
  const systems = createLive(() => (reads) => reads.all('system'))
  const outages = () => props.report.outages
  const shown = createMemo(() => (isAll() ? outages() : outages().slice(0, shownAtFirst)))
  const nameOf = (id: string) => systems()?.find((system) => system.id === id)?.name ?? 'another system'
  return (
    <Card title={`Outages that count: ${outages().length}`} flush>
      <Show
        when={outages().length > 0}
        fallback={<p class="counted-outages__none muted">No outage took anything from it in this period so far.</p>}
      >
        <RowList label="Outages that count">
          <For each={shown()}>{(outage) => <OutageRow outage={outage} nameOf={nameOf} />}</For>
        </RowList>
        <Show when={shown().length < outages().length}>
          <div class="counted-outages__more no-print">
            <Button kind="quiet" onClick={() => setAll(true)}>
              Show all {counted(outages().length, 'outage')}
            </Button>
          </div>
        </Show>
      </Show>
    </Card>
  )
}

interface OutageRowProps {
  readonly outage: CountedOutage
  readonly nameOf: (systemId: string) => string
}

function OutageRow(props: OutageRowProps): JSX.Element {
  const { now } = useApp()
  const outage = () => props.outage
  const times = () => {
    const { startAt, endAt } = outage()
    return endAt === null ? `${formatInstant(startAt, now())}, still open` : formatRange(startAt, endAt, now())
  }
  const through = () => {
    const { throughIds } = outage()
    return throughIds.length > 0 ? `, through ${throughIds.map(props.nameOf).join(' and ')}` : ''
  }
  const title = () => outage().title || `${levelLabels[outage().level]}${through()}`
  return (
    <Row
      href={`/outages/${outage().outageId}`}
      title={title()}
      detail={`${times()}${outage().title ? through() : ''}`}
      aside={
        <span class="number">{outage().downtimeMs > 0 ? duration(outage().downtimeMs) : 'outside agreed hours'}</span>
      }
    />
  )
}
