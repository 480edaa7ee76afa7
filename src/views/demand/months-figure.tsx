import { createMemo, type JSX } from 'solid-js'
import { formatCount } from '../../domain/format.ts'
import type { DemandMonth } from '../../metrics/demand-figures.ts'
import { monthName } from '../legal/month-name.ts'
import { ChartCanvas } from '../parts/chart/chart-canvas.tsx'
import { ChartFigure } from '../parts/chart/chart-figure.tsx'
import { type Column, Table } from '../parts/show/table.tsx'
import { monthsWords } from './demand-words.ts'

interface MonthsFigureProps {
  readonly months: readonly DemandMonth[]
  readonly actions: JSX.Element
}

/** What was raised, what ended and what stayed open, as a chart and as a table of the same figures. */
export function DemandMonths(props: MonthsFigureProps): JSX.Element {
  const points = createMemo(() => props.months.map((month) => ({ ...month, label: shortMonth(month.month) })))
  return (
    <ChartFigure
      title={monthsWords(props.months)}
      subtitle="Incidents by month, whenever raised"
      legend={
        <>
          <span class="demand-key">Raised</span>
          <span class="demand-key demand-key--ended">Ended: resolved, closed or cancelled</span>
          <span class="demand-key demand-key--open">Open at its end</span>
        </>
      }
      chart={<ChartCanvas load={loadMonths} data={points()} />}
      table={<Table caption="Incidents by month" narrow="scroll" columns={columns} rows={props.months} />}
      note="The last month reaches to now. One that came back counts as open all the while."
      actions={props.actions}
    />
  )
}

const loadMonths = async () => (await import('./demand-canvas.ts')).drawMonths

/** "Nov 26" of "2026-11". */
function shortMonth(month: string): string {
  const [name = '', year = ''] = monthName(month).split(' ')
  return `${name.slice(0, 3)} ${year.slice(2)}`
}

const columns: readonly Column<DemandMonth>[] = [
  { key: 'month', label: 'Month', isRowHeader: true, cell: ({ month }) => monthName(month) },
  { key: 'raised', label: 'Raised', isNumber: true, cell: ({ raised }) => formatCount(raised) },
  { key: 'ended', label: 'Ended', isNumber: true, cell: ({ ended }) => formatCount(ended) },
  { key: 'open', label: 'Open at its end', isNumber: true, cell: ({ openAtEnd }) => formatCount(openAtEnd) },
]
