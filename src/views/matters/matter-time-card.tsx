import { createMemo, type JSX, Show } from 'solid-js'
import { counted, formatCount, formatFigure, formatHours, formatPence } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import { entriesOfMatter } from '../../store/counted-entries.ts'
import { useMay } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { monthName } from '../legal/month-name.ts'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Card } from '../parts/show/card.tsx'
import { type Column, Table } from '../parts/show/table.tsx'
import { byMonth, type MatterTime, type MonthTime, timeOf } from './matter-time.ts'

/** One's own time on the matter; for a practice manager everybody's. */
export function MatterTimeCard(props: { readonly matter: Recorded<'matter'> }): JSX.Element {
  const may = useMay()
  const entries = createLive(() => {
    const { id } = props.matter
    return (reads) => entriesOfMatter(reads, id)
  })
  const months = createMemo(() => byMonth(entries() ?? []))
  const total = createMemo(() => timeOf(entries() ?? []))
  const unpricedCount = () => total().billing.unpriced.length
  const title = () => (may('practice_manager') ? 'Time of everybody' : 'Your time')
  return (
    <Card title={title()} flush>
      <Show when={entries()} fallback={<Skeleton shape="rows" />}>
        <Show when={months().length > 0} fallback={<p class="matter-text muted">No time is recorded on it yet.</p>}>
          <Table
            caption={`${title()} on ${props.matter.reference}, by month`}
            hideCaption
            narrow="scroll"
            columns={columns}
            rows={months()}
            totals={{ month: 'Total', ...cells(total()) }}
          />
        </Show>
        <Show when={props.matter.estimateHours !== null && may('practice_manager') && months().length > 0}>
          <p class="matter-text">{estimateWords(total().allSeconds / 3600, props.matter.estimateHours ?? 0)}</p>
        </Show>
        <Show when={unpricedCount() > 0}>
          <p class="matter-text">
            {counted(unpricedCount(), 'entry has', 'entries have')} no rate yet, so the value is without{' '}
            {unpricedCount() === 1 ? 'it' : 'them'}.
          </p>
        </Show>
        <Show when={!may('practice_manager')}>
          <p class="matter-text muted small">A practice manager sees everybody’s time.</p>
        </Show>
      </Show>
    </Card>
  )
}

const cells = ({ allSeconds, billing }: MatterTime) => ({
  hours: formatHours(allSeconds * 1000),
  units: formatCount(billing.units),
  value: formatPence(billing.valuePence),
})

const columns: readonly Column<MonthTime>[] = [
  { key: 'month', label: 'Month', isRowHeader: true, cell: ({ month }) => monthName(month) },
  { key: 'hours', label: 'Hours', isNumber: true, cell: (row) => cells(row).hours },
  { key: 'units', label: 'Chargeable units', isNumber: true, cell: (row) => cells(row).units },
  { key: 'value', label: 'Value', isNumber: true, cell: (row) => cells(row).value },
]

function estimateWords(hours: number, estimate: number): string {
  const of = `${formatFigure(hours, 1)} of ${formatFigure(estimate, 1)} hours estimated`
  if (estimate === 0 || hours >= estimate) return `${of}: the estimate is used up.`
  const percent = Math.floor((100 * hours) / estimate)
  return percent >= 80 ? `${of}: ${percent}%, nearly used up.` : `${of}: ${percent}%.`
}
