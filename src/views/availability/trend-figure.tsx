import type { JSX } from 'solid-js'
import { createMemo } from 'solid-js'
import { formatPercent } from '../../domain/format.ts'
import type { MonthFigures } from '../../metrics/availability-report.ts'
import { ChartCanvas } from '../parts/chart/chart-canvas.tsx'
import { ChartFigure } from '../parts/chart/chart-figure.tsx'
import { type Column, Table } from '../parts/show/table.tsx'
import { inMinutes, monthsMessage, targetWords } from './figure-words.ts'
import { periodName } from './period-choice.ts'
import './trend-figure.css'

interface TrendFigureProps {
  readonly name: string
  readonly months: readonly MonthFigures[]
}

/** Month by month against the target, as a chart and as a table of the same figures. */
export function TrendFigure(props: TrendFigureProps): JSX.Element {
  const points = createMemo(() =>
    props.months.map((month) => ({
      label: periodName(month.period),
      percent: month.availabilityPercent,
      targetPercent: month.targetPercent,
      isMissed: month.availabilityPercent !== null && month.budget?.isMet === false,
    })),
  )
  return (
    <ChartFigure
      title={monthsMessage(props.name, props.months)}
      subtitle="Availability in agreed hours by month, weighted, in percent"
      legend={<Legend />}
      chart={<ChartCanvas load={loadTrend} data={points()} />}
      table={<MonthsTable name={props.name} months={props.months} />}
      note="The scale does not begin at 0, so that small differences can be seen. A month without a figure has no point."
    />
  )
}

const loadTrend = async () => (await import('./trend-canvas.ts')).drawTrend

function Legend(): JSX.Element {
  return (
    <>
      <span class="trend-key trend-key--met">Target met</span>
      <span class="trend-key trend-key--missed">Target missed</span>
      <span class="trend-key trend-key--target">Target</span>
    </>
  )
}

function MonthsTable(props: TrendFigureProps): JSX.Element {
  return <Table caption={`${props.name} by month`} narrow="scroll" columns={columns} rows={props.months} />
}

const columns: readonly Column<MonthFigures>[] = [
  { key: 'month', label: 'Month', isRowHeader: true, cell: (month) => periodName(month.period) },
  { key: 'weighted', label: 'Weighted', isNumber: true, cell: (month) => formatPercent(month.availabilityPercent) },
  { key: 'strict', label: 'Strict', isNumber: true, cell: (month) => formatPercent(month.strictAvailabilityPercent) },
  {
    key: 'lost',
    label: 'Lost',
    isNumber: true,
    cell: (month) => (month.availabilityPercent === null ? '–' : inMinutes(month.lossMs)),
  },
  {
    key: 'allowed',
    label: 'Allowed',
    isNumber: true,
    cell: (month) => (month.budget ? inMinutes(month.budget.budgetMs) : '–'),
  },
  {
    key: 'target',
    label: 'Target',
    cell: (month) => (month.targetPercent === null ? 'None' : targetWords(month.targetPercent)),
  },
  { key: 'result', label: 'Result', cell: resultOf },
]

function resultOf({ availabilityPercent, budget }: MonthFigures): string {
  if (availabilityPercent === null) return 'No figure'
  if (!budget) return '–'
  return budget.isMet ? 'Met' : 'Missed'
}
