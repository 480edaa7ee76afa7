import { For, type JSX, Show } from 'solid-js'
import type { LocalDate } from '../../domain/local-date.ts'
import { DEFAULT_ZONE, localDateAt, zoneOf } from '../../domain/zone.ts'
import type { DemandReport } from '../../metrics/demand-figures.ts'
import { periodName } from '../availability/period-choice.ts'
import { Button } from '../parts/control/button.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Card } from '../parts/show/card.tsx'
import { SummaryList } from '../parts/show/summary-list.tsx'
import { downloadText } from '../sync/download.ts'
import { BacklogFigure } from './backlog-figure.tsx'
import { backlogCsv, basisLines, fileName, monthsCsv, partsCsv } from './demand-csv.ts'
import { DemandHeadline } from './demand-headline.tsx'
import { backlogHref, periodHref, type SearchedIn } from './demand-search.ts'
import { dimensions } from './demand-words.ts'
import { DemandMonths } from './months-figure.tsx'
import { MostFigure } from './most-figure.tsx'
import { PartsCard } from './parts-card.tsx'
import './demand.css'

interface DemandShownProps {
  readonly report: DemandReport
  /** "Ashby and Brack". */
  readonly councils: string
  readonly searched: SearchedIn
  /** The same page in the month of a day. */
  readonly hrefOn: (date: LocalDate) => string
}

const zone = zoneOf(DEFAULT_ZONE)

/** A report in full: the answer first, what it rests on last. */
export function DemandShown(props: DemandShownProps): JSX.Element {
  const basis = () => basisLines(props.report, props.councils)
  const save = (what: string, text: string) => downloadText(fileName(what, props.report), 'text/csv', text)
  return (
    <>
      <Show when={props.report.total.raised > 0} fallback={<NoneThen {...props} />}>
        <DemandHeadline report={props.report} />
      </Show>
      <Show when={props.report.months.length > 0}>
        <Card title="Month by month">
          <DemandMonths
            months={props.report.months}
            actions={<Save what="months" onSave={() => save('months', monthsCsv(props.report, basis()))} />}
          />
        </Card>
      </Show>
      <Card title="Backlog">
        <BacklogFigure
          report={props.report}
          actions={
            <>
              <Save what="backlog" onSave={() => save('backlog', backlogCsv(props.report, basis()))} />
              <LinkButton kind="quiet" href={backlogHref(props.searched)}>
                Open the backlog
              </LinkButton>
            </>
          }
        />
      </Card>
      <Show when={props.report.total.raised > 0}>
        <div class="no-print">
          <Card title="What comes up most">
            <MostFigure report={props.report} />
          </Card>
        </div>
        <For each={dimensions}>
          {(dimension) => (
            <PartsCard
              report={props.report}
              dimension={dimension}
              searched={props.searched}
              onSave={() => save(`by-${dimension}`, partsCsv(props.report, dimension, basis()))}
            />
          )}
        </For>
      </Show>
      <Card
        title="What these figures rest on"
        actions={
          <LinkButton kind="quiet" href={periodHref(props.searched)}>
            Open the incidents
          </LinkButton>
        }
      >
        <SummaryList rows={basis()} />
      </Card>
    </>
  )
}

function Save(props: { readonly what: string; readonly onSave: () => void }): JSX.Element {
  return (
    <Button kind="quiet" icon="export" aria-label={`Save as CSV: ${props.what}`} onClick={() => props.onSave()}>
      Save as CSV
    </Button>
  )
}

function NoneThen(props: DemandShownProps): JSX.Element {
  return (
    <EmptyState
      title={`No incident was raised in ${periodName(props.report.period)}`}
      icon="chart"
      action={
        <Show when={props.report.lastRaisedAt}>
          {(last) => <LinkButton href={props.hrefOn(localDateAt(zone, last()))}>Go to the latest</LinkButton>}
        </Show>
      }
    >
      Choose another time above.
    </EmptyState>
  )
}
