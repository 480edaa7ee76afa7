import { For, type JSX, Show } from 'solid-js'
import { formatDate, formatInstant, formatMinutes, formatRange } from '../../domain/format.ts'
import { DEFAULT_ZONE, localDateAt, zoneOf } from '../../domain/zone.ts'
import type { DatedTarget, PlannedWork, SystemReport } from '../../metrics/system-report.ts'
import { useApp } from '../app/app-context.ts'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { SummaryList } from '../parts/show/summary-list.tsx'
import { CountedOutages } from './counted-outages.tsx'
import { datesWords, duration, inMinutes, leftOutWords, targetWords } from './figure-words.ts'

/** Everything that the figures above rest on, down to the records. */
export function RestsOn(props: { readonly report: SystemReport }): JSX.Element {
  const { now } = useApp()
  const report = () => props.report
  const agreed = () => report().system.agreed
  return (
    <div class="stack stack--wide" id="rests-on">
      <Card title="What these figures rest on">
        <SummaryList
          rows={[
            { key: 'Period', value: datesWords(report().period) },
            { key: 'As at', value: formatInstant(report().asAt, now()) },
            { key: 'Hours and target', value: <Agreements agreements={report().agreements} /> },
            { key: 'Service so far', value: `${inMinutes(agreed().serviceMs)} in agreed hours` },
            { key: 'Left out', value: `${inMinutes(agreed().excludedMs)} of planned work in agreed hours` },
            { key: 'Records begin', value: formatDate(localDateAt(zone, report().recordsBeginAt)) },
            { key: 'Method', value: method },
          ]}
        />
      </Card>
      <CountedOutages report={report()} />
      <Show when={report().leftOut.length > 0}>
        <Card title={`Records left out: ${report().leftOut.length}`} flush>
          <RowList label="Records left out">
            <For each={report().leftOut}>
              {(left) => (
                <Row
                  href={`/outages/${left.outageId}`}
                  title={left.title || formatInstant(left.startAt, now())}
                  detail={`${leftOutWords[left.reason]}. Begins ${formatInstant(left.startAt, now())}`}
                />
              )}
            </For>
          </RowList>
        </Card>
      </Show>
      <Show when={report().plannedWork.length > 0}>
        <Card title={`Planned work: ${report().plannedWork.length}`} flush>
          <RowList label="Planned work">
            <For each={report().plannedWork}>
              {(work) => (
                <Row
                  href={`/outages/planned/${work.maintenanceId}`}
                  title={work.title}
                  detail={`${formatRange(work.start, work.end, now())}. ${plannedWords(work)}`}
                />
              )}
            </For>
          </RowList>
        </Card>
      </Show>
    </div>
  )
}

const zone = zoneOf(DEFAULT_ZONE)

const method =
  'At any moment the largest loss of what is open counts, never the sum; what a system needs counts with it. Records that end before they start count nothing.'

function plannedWords(work: PlannedWork): string {
  if (work.isCancelled) return 'Cancelled: nothing is left out'
  if (work.isExcused) return `Left out: ${duration(work.agreedMs)} of agreed hours`
  const notice = work.noticeMinutes > 0 ? `${formatMinutes(work.noticeMinutes)} of notice` : 'notice before it starts'
  return `Counts as any other time: it needed ${notice}`
}

function Agreements(props: { readonly agreements: readonly DatedTarget[] }): JSX.Element {
  const words = ({ calendarName, targetPercent }: DatedTarget) =>
    `${calendarName ?? 'Hours that are not on this device'}, ${targetPercent === null ? 'no target' : targetWords(targetPercent)}`
  return (
    <Show when={props.agreements.length > 1} fallback={props.agreements.map(words).join('')}>
      <ul>
        <For each={props.agreements}>
          {(agreement) => (
            <li>
              from {formatDate(localDateAt(zone, agreement.start))}: {words(agreement)}
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
