import { type JSX, Show } from 'solid-js'
import { formatDate, formatFigure } from '../../domain/format.ts'
import type { LegalReport } from '../../metrics/legal-figures.ts'
import { Card } from '../parts/show/card.tsx'
import { Figure } from '../parts/show/figure.tsx'
import { Tag } from '../parts/show/tag.tsx'
import { completeness, lossVerdict, percentWords, statements, tooFewWords } from './legal-words.ts'
import './legal.css'

/** Both statements on one card: what was reached, and what would have been reached without outages. */
export function BothStatements(props: { readonly report: LegalReport }): JSX.Element {
  const report = () => props.report
  const said = () => statements(report())
  const judged = () => lossVerdict(report())
  const tooFew = () => {
    const { observed } = report()
    return observed?.status === 'ok' ? tooFewWords(observed) : undefined
  }
  return (
    <Card title="Billable time against target" tone="accent">
      <div class="stack">
        <div class="statements statements--both">
          <Figure
            label="As it was"
            value={said().actual ?? '–'}
            unit={said().actual ? 'of target' : undefined}
            basis={<Actual report={report()} />}
          />
          <Figure
            label={withoutLabel(report())}
            value={said().without?.point ?? '–'}
            unit={said().without && `(${said().without?.interval})`}
            basis={<Without report={report()} />}
          />
          <Figure
            label="Recorded"
            size="small"
            value={completeness(report()) ?? '–'}
            unit={completeness(report()) ? 'of contract hours' : undefined}
            basis="An unrecorded day looks like a lost one: read it beside the others"
          />
        </div>
        <Show when={judged()}>
          {(verdict) => (
            <div class="stack stack--tight">
              <div>
                <Tag status={verdict().status}>{verdict().words}</Tag>
              </div>
              <p>{verdict().why}</p>
              <Show when={tooFew()}>
                <p class="muted small">{tooFew()}</p>
              </Show>
            </div>
          )}
        </Show>
      </div>
    </Card>
  )
}

const withoutLabel = ({ basis }: LegalReport) =>
  basis === null ? 'Without outages' : `Without outages, ${basis === 'observed' ? 'measured' : 'modelled'}`

function Actual(props: { readonly report: LegalReport }): JSX.Element {
  return (
    <Show when={props.report.targetHours > 0} fallback="No target: posts with a target are missing for this period">
      {formatFigure(props.report.chargeableHours, 1)} of {formatFigure(props.report.targetHours, 1)} hours
      {props.report.through ? `, to ${formatDate(props.report.through)}` : ''}
    </Show>
  )
}

function Without(props: { readonly report: LegalReport }): JSX.Element {
  const lost = () => props.report.attainment.lostShareOfCapacityPercent
  return (
    <Show when={props.report.basis} fallback={<Missing report={props.report} />}>
      {lost() === null ? '' : `${percentWords(lost() ?? 0)} of what could have been billed was lost. `}
      {props.report.basis === 'observed'
        ? 'In brackets: the 95% interval'
        : 'From what is assumed of the division; in brackets: low to high'}
    </Show>
  )
}

function Missing(props: { readonly report: LegalReport }): JSX.Element {
  const why = () =>
    props.report.modelled === null && props.report.observed === null
      ? 'What outages cost is worked out for managers, once it is said how far the division depends on its systems'
      : 'Contract hours and comparable days are missing for this period'
  return <>{why()}</>
}
