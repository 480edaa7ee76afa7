// What outages cost one division: hours, pounds and its share of both, by system, outage and council.
import { useParams } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { createMemo, Show } from 'solid-js'
import { formatFigure } from '../../domain/format.ts'
import type { CouncilImpact, DivisionImpact, ImpactReport } from '../../metrics/impact-figures.ts'
import { listed } from '../outages/outage-words.ts'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Card } from '../parts/show/card.tsx'
import { Figure } from '../parts/show/figure.tsx'
import { Table } from '../parts/show/table.tsx'
import { BasisCard } from './basis-card.tsx'
import { Causes } from './causes.tsx'
import { cellsOf, figureColumns } from './figure-columns.ts'
import { Headline } from './headline.tsx'
import { ImpactFrame, type Shown } from './impact-frame.tsx'
import { basisLines } from './impact-rows.ts'
import { noPoundsWords, shareWords, systemsWords } from './impact-words.ts'

export function DivisionPage(): JSX.Element {
  const params = useParams<{ id: string }>()
  const divisionIn = (report: ImpactReport) => report.divisions.find(({ divisionId }) => divisionId === params.id)
  const path = () => `/impact/divisions/${params.id}`
  return (
    <Show when={params.id} keyed>
      <ImpactFrame
        path={path()}
        divisionId={params.id}
        title={(names) => names?.divisions.get(params.id)?.name ?? 'Division'}
        back={(address) => ({ href: address.hrefWith({}, '/impact'), label: 'Impact' })}
        compared={(report) => {
          const division = divisionIn(report)
          return division && { figure: division.figure, ratio: division.disproportion }
        }}
      >
        {(shown) => (
          <Show when={divisionIn(shown.report)} fallback={<Nobody />}>
            {(division) => <Division {...shown} division={division()} />}
          </Show>
        )}
      </ImpactFrame>
    </Show>
  )
}

function Nobody(): JSX.Element {
  return (
    <EmptyState title="Nobody is counted in this division" icon="people">
      It has no people in these councils and this period, or it is gone.
    </EmptyState>
  )
}

interface DivisionProps extends Shown {
  readonly division: DivisionImpact
}

function Division(props: DivisionProps): JSX.Element {
  const division = () => props.division
  const hasPounds = () => division().figure.grossPence !== null
  const basis = createMemo(() => basisLines(props.report, props.councils, props.tried, props.maySeePounds))
  const isAtLeast = () => props.report.notAsked.some(({ divisionId }) => divisionId === division().divisionId)
  return (
    <>
      <Headline figure={division().figure} isAtLeast={isAtLeast()} noPounds={noPoundsWords(props.maySeePounds)}>
        <Ratio {...props} />
      </Headline>
      <Causes
        systems={division().systems}
        outages={division().outages}
        report={props.report}
        names={props.names}
        hasPounds={hasPounds()}
      />
      <Show when={division().councils.length > 1}>
        <Card title="By council" flush>
          <Table
            caption="By council"
            hideCaption
            columns={[
              {
                key: 'council',
                label: 'Council',
                isRowHeader: true,
                cell: ({ councilId }: CouncilImpact) =>
                  props.names.councils.get(councilId)?.name ?? 'A council that is gone',
              },
              ...figureColumns(hasPounds()),
            ]}
            rows={division().councils}
            totals={{ council: 'Total', ...cellsOf(division().figure) }}
          />
        </Card>
      </Show>
      <BasisCard
        lines={basis()}
        assumptionIds={props.report.assumptionIds}
        rateIds={props.report.rateIds}
        names={props.names}
        divisionId={division().divisionId}
      />
    </>
  )
}

/** Is it hit harder than its size, and by what? */
function Ratio(props: DivisionProps): JSX.Element {
  const people = () => props.report.divisions.reduce((sum, { peopleCount }) => sum + peopleCount, 0)
  const lostMs = () => props.division.figure.lostMs.headline
  const roots = () => {
    const { systems } = props.division
    const whole = systems.reduce((sum, share) => sum + share.lostMs, 0)
    return systems
      .slice(0, 3)
      .map((share) => `${systemsWords(share, props.names)} (${shareWords(share.lostMs, whole)})`)
  }
  return (
    <Show when={props.division.disproportion}>
      {(ratio) => (
        <Figure
          label="Hit harder than its size?"
          value={formatFigure(ratio(), 1)}
          unit="times its share"
          basis={`${shareWords(lostMs(), props.report.total.lostMs.headline)} of all lost hours, ${shareWords(props.division.peopleCount, people())} of the people`}
          details={<p>Behind it: {listed(roots())}. Under What if, see it without one of their dependencies.</p>}
          detailsLabel="What is behind it"
        />
      )}
    </Show>
  )
}
