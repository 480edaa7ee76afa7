import type { JSX } from 'solid-js'
import { counted, formatDate, formatInstant, formatPounds } from '../../domain/format.ts'
import type { LegalReport } from '../../metrics/legal-figures.ts'
import { useApp } from '../app/app-context.ts'
import { datesWords } from '../availability/figure-words.ts'
import { Card } from '../parts/show/card.tsx'
import { SummaryList, type SummaryRow } from '../parts/show/summary-list.tsx'
import { percentWords, placeboWords } from './legal-words.ts'

/** Everything that the figures above rest on. */
export function LegalRestsOn(props: { readonly report: LegalReport; readonly teamName: string }): JSX.Element {
  const { now } = useApp()
  const rows = (): SummaryRow[] => {
    const { report } = props
    const { observed } = report
    const sure = observed && placeboWords(observed)
    return [
      { key: 'Period', value: datesWords(report.period) },
      { key: 'Team', value: props.teamName },
      { key: 'As at', value: formatInstant(now(), now()) },
      { key: 'Days with sums', value: report.through ? `to ${formatDate(report.through)}` : 'none yet' },
      { key: 'Value', value: `${formatPounds(report.valuePence)} at each entry’s rate${unpriced(report)}` },
      ...(observed ? comparing(report) : []),
      ...(sure ? [{ key: 'How sure', value: sure }] : []),
      { key: 'Method', value: observed ? `${sumsMethod} ${lossMethod}` : sumsMethod },
    ]
  }
  return (
    <div id="rests-on">
      <Card title="What these figures rest on">
        <SummaryList rows={rows()} />
      </Card>
    </div>
  )
}

const unpriced = ({ unpricedCount }: LegalReport) =>
  unpricedCount === 0
    ? ''
    : `; ${counted(unpricedCount, 'entry', 'entries')} not in it: without a rate, or with too few people to tell`

const comparing = ({ relevantShareOfDay }: LegalReport): SummaryRow[] => [
  { key: 'An outage counts', value: `from ${percentWords(relevantShareOfDay * 100)} of a working day on` },
  { key: 'Comparable days', value: comparable },
  { key: 'Closed days', value: 'A day is compared once it is over by 7 days: time is often written down late.' },
]

const comparable =
  'The same weekdays of the 12 weeks before and the 4 after, as if as many people had been at work; without holidays, days of other outages and days with under half the team. The day of an outage counts with the next two, so that work done later is no loss. Five at least.'

const sumsMethod = 'Time comes from sums by day of the whole team: no entry, no text and no person is in them.'
const lossMethod =
  'The interval is that of a prediction by Student’s t, 95%. The modelled loss is lost working time times the share of it that is billable.'
