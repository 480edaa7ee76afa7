// What outages cost in lost working hours and pounds: in all, by division, council, system and outage.
import type { JSX } from 'solid-js'
import { createMemo, For, Show } from 'solid-js'
import { addDays } from '../../domain/local-date.ts'
import type { CouncilImpact, DivisionImpact } from '../../metrics/impact-figures.ts'
import { Button } from '../parts/control/button.tsx'
import { LinkButton } from '../parts/control/link-button.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Card } from '../parts/show/card.tsx'
import { Row } from '../parts/show/row.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { Table } from '../parts/show/table.tsx'
import { downloadText } from '../sync/download.ts'
import { BasisCard } from './basis-card.tsx'
import { Causes, Share } from './causes.tsx'
import { cellsOf, figureColumns } from './figure-columns.ts'
import { Headline } from './headline.tsx'
import { ImpactChart } from './impact-chart.tsx'
import { ImpactFrame, type Shown } from './impact-frame.tsx'
import { basisLines, impactCsv, impactRows } from './impact-rows.ts'
import { noPoundsWords, ratioWords } from './impact-words.ts'

export function ImpactPage(): JSX.Element {
  return (
    <ImpactFrame path="/impact" title={() => 'Impact'} compared={({ total }) => ({ figure: total })}>
      {(shown) => (
        <Show when={shown.report.divisions.length > 0} fallback={<NoPeople />}>
          <Whole {...shown} />
        </Show>
      )}
    </ImpactFrame>
  )
}

function NoPeople(): JSX.Element {
  return (
    <EmptyState
      title="What outages cost would stand here"
      icon="money"
      action={<LinkButton href="/settings/divisions">Go to the divisions</LinkButton>}
    >
      It needs divisions with head counts: nobody is counted in this period yet.
    </EmptyState>
  )
}

function Whole(props: Shown): JSX.Element {
  const report = () => props.report
  const rows = createMemo(() => impactRows(report(), props.names))
  const basis = createMemo(() => basisLines(props.report, props.councils, props.tried, props.maySeePounds))
  const hasPounds = () => report().total.grossPence !== null
  const save = () =>
    downloadText(
      `impact-${report().period.from}-to-${addDays(report().period.to, -1)}.csv`,
      'text/csv',
      impactCsv(report(), rows(), basis()),
    )
  return (
    <>
      <Headline
        figure={report().total}
        isAtLeast={report().notAsked.length > 0}
        noPounds={noPoundsWords(props.maySeePounds)}
      />
      <Card title="By division" flush>
        <RowList label="By division">
          <For each={report().divisions}>{(division) => <Division {...props} division={division} />}</For>
        </RowList>
      </Card>
      <Card>
        <ImpactChart
          report={report()}
          rows={rows()}
          actions={
            <Button kind="quiet" icon="export" onClick={save}>
              Save as CSV
            </Button>
          }
        />
      </Card>
      <Show when={report().councils.length > 1}>
        <Card title="By council" flush>
          <Table
            caption="By council"
            hideCaption
            columns={[
              {
                key: 'council',
                label: 'Council',
                isRowHeader: true,
                cell: (row: CouncilImpact) => councilOf(row, props),
              },
              ...figureColumns(hasPounds()),
            ]}
            rows={report().councils}
            totals={{ council: 'Total', ...cellsOf(report().total) }}
          />
        </Card>
      </Show>
      <Causes
        systems={report().systems}
        outages={report().outages}
        report={report()}
        names={props.names}
        hasPounds={hasPounds()}
      />
      <BasisCard
        lines={basis()}
        assumptionIds={report().assumptionIds}
        rateIds={report().rateIds}
        names={props.names}
      />
    </>
  )
}

const councilOf = ({ councilId }: CouncilImpact, { names }: Shown): string =>
  names.councils.get(councilId)?.name ?? 'A council that is gone'

function Division(props: Shown & { readonly division: DivisionImpact }): JSX.Element {
  const division = () => props.division
  const headline = () => ({
    lostMs: division().figure.lostMs.headline,
    grossPence: division().figure.grossPence?.headline ?? null,
  })
  return (
    <Row
      href={props.address.hrefWith({}, `/impact/divisions/${division().divisionId}`)}
      title={props.names.divisions.get(division().divisionId)?.name ?? 'A division that is gone'}
      detail={<Show when={division().disproportion}>{(ratio) => ratioWords(ratio())}</Show>}
      aside={<Share share={headline()} hasPounds={props.report.total.grossPence !== null} />}
    />
  )
}
