import { type JSX, Show } from 'solid-js'
import { formatPounds } from '../../domain/format.ts'
import type { LegalReport, ModelledLoss, ObservedLoss } from '../../metrics/legal-figures.ts'
import { LinkButton } from '../parts/control/link-button.tsx'
import { Banner } from '../parts/notice/banner.tsx'
import { Card } from '../parts/show/card.tsx'
import { Figure } from '../parts/show/figure.tsx'
import { SummaryList } from '../parts/show/summary-list.tsx'
import { hoursRange, hoursWords, percentWords, poundsRange, suggestsOtherShare } from './legal-words.ts'

/** What was measured beside what was modelled, each with its range; two valuations of one loss that are never added. */
export function LossCard(props: { readonly report: LegalReport }): JSX.Element {
  const measured = () => {
    const { observed } = props.report
    return observed?.status === 'ok' ? observed : undefined
  }
  return (
    <Show when={props.report.modelled || measured()}>
      <Card title="Billable hours lost to outages">
        <div class="stack">
          <div class="statements">
            <Measured loss={measured()} />
            <Modelled loss={props.report.modelled} />
          </div>
          <Show when={props.report.modelled}>{(model) => <Valuations loss={model()} />}</Show>
          <Show when={suggestsOtherShare(props.report)}>
            <Banner
              title="Evidence suggests another dependency share"
              action={
                <LinkButton href={`/impact/facts?division=${props.report.divisionId}`}>See what is assumed</LinkButton>
              }
            >
              The modelled loss lies outside the measured range. Nothing changes by itself: a manager accepts another
              share there, and the old one is kept.
            </Banner>
          </Show>
        </div>
      </Card>
    </Show>
  )
}

function Measured(props: { readonly loss: ObservedLoss | undefined }): JSX.Element {
  return (
    <Show
      when={props.loss}
      fallback={<Figure size="small" label="Measured" value="–" basis="Too little to compare in this period" />}
    >
      {(loss) => (
        <Figure
          size="small"
          label="Measured"
          value={hoursWords(loss().estimateHours ?? 0)}
          unit={`(${hoursRange({ low: loss().lowHours ?? 0, high: loss().highHours ?? 0 })})`}
          basis={
            <Show when={loss().valuePence}>
              {(value) => `${formatPounds(value().headline)} at charge rates (${poundsRange(value())})`}
            </Show>
          }
        />
      )}
    </Show>
  )
}

function Modelled(props: { readonly loss: ModelledLoss | null }): JSX.Element {
  return (
    <Show
      when={props.loss}
      fallback={<Figure size="small" label="Modelled" value="–" basis="No contract hours in this period" />}
    >
      {(loss) => (
        <Figure
          size="small"
          label="Modelled"
          value={hoursWords(loss().lostBillableHours.headline)}
          unit={`(${hoursRange(loss().lostBillableHours)})`}
          basis={`${hoursWords(loss().lostWorkingHours.headline)} of work (${hoursRange(loss().lostWorkingHours)}), of which ${percentWords(loss().billableShare * 100)} is billable`}
        />
      )}
    </Show>
  )
}

function Valuations(props: { readonly loss: ModelledLoss }): JSX.Element {
  const pounds = (pence: number | null, missing: string) => (pence === null ? missing : formatPounds(pence))
  return (
    <div class="stack stack--tight">
      <SummaryList
        rows={[
          {
            key: 'Value at charge rates, modelled',
            value: pounds(props.loss.valuePence, '– (no rate that may be told)'),
          },
          { key: 'Cost of the staff time', value: pounds(props.loss.staffCostPence, '– (no hourly rates here)') },
        ]}
      />
      <p class="muted small">
        Two valuations of one loss, never added. Recharges between the councils move money and lose none to them
        together.
      </p>
    </div>
  )
}
