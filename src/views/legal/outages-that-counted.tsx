import { For, type JSX, Show } from 'solid-js'
import { formatInstant, formatRange } from '../../domain/format.ts'
import type { LegalReport } from '../../metrics/legal-figures.ts'
import type { StoreReads } from '../../store/store.ts'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { outageTitle } from '../outages/outage-words.ts'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { hoursWords, percentWords, saidWords } from './legal-words.ts'
import './legal.css'

type Outage = LegalReport['outages'][number]

/** The outages that were compared with other days, with what they took and what people said. */
export function OutagesThatCounted(props: { readonly report: LegalReport }): JSX.Element {
  const { now } = useApp()
  const titles = createLive(() => {
    const { outages } = props.report
    return (reads) => titlesOf(reads, outages)
  })
  const times = ({ startAt, endAt }: Outage) =>
    endAt === null ? `${formatInstant(startAt, now())}, still open` : formatRange(startAt, endAt, now())
  return (
    <Card title={`Outages that counted: ${props.report.outages.length}`} flush>
      <Show
        when={props.report.outages.length > 0}
        fallback={
          <p class="legal-text muted">
            None took {percentWords(props.report.relevantShareOfDay * 100)} of a working day in this period.
          </p>
        }
      >
        <RowList label="Outages that counted">
          <For each={props.report.outages}>
            {(outage) => (
              <Row
                href={`/outages/${outage.outageId}`}
                title={titles()?.get(outage.outageId) ?? (outage.title || 'Outage')}
                detail={
                  <>
                    {times(outage)}
                    <br />
                    {hoursWords(outage.lostWorkingHours)} of work. {saidWords(outage)}
                  </>
                }
              />
            )}
          </For>
        </RowList>
      </Show>
    </Card>
  )
}

/** An outage without a name is called by the systems that it hit. */
async function titlesOf(reads: StoreReads, outages: readonly Outage[]): Promise<ReadonlyMap<string, string>> {
  const systems = new Map((await reads.all('system')).map((system) => [system.id, system]))
  const titles = outages.map(async ({ outageId, title }) => {
    const edges = await reads.where('affected', 'outageId', outageId)
    const hit = edges.flatMap(({ mark, systemId }) => (mark === 'affected' ? (systems.get(systemId) ?? []) : []))
    return [outageId, outageTitle({ title }, hit)] as const
  })
  return new Map(await Promise.all(titles))
}
