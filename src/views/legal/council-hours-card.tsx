import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import { counted, formatCount, formatHours, formatPence } from '../../domain/format.ts'
import type { Recorded } from '../../domain/kinds.ts'
import type { Period } from '../../domain/period.ts'
import { createLive } from '../app/live.ts'
import { Select } from '../parts/form/select.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { Card } from '../parts/show/card.tsx'
import { Disclosure } from '../parts/show/disclosure.tsx'
import { type Column, Table } from '../parts/show/table.tsx'
import { type CouncilHours, councilHours, hoursByMonth, sumOf } from './council-hours.ts'
import { monthName } from './month-name.ts'
import '../matters/matters.css'
import './legal.css'

interface CouncilHoursCardProps {
  /** Whose figures the person may read; one at least. */
  readonly councils: readonly Recorded<'council'>[]
  readonly period: Period
}

/** What the legal team did for a council, month by month and grade by grade. */
export function CouncilHoursCard(props: CouncilHoursCardProps): JSX.Element {
  const [chosen, choose] = createSignal<string>()
  const council = () => props.councils.find(({ id }) => id === chosen()) ?? props.councils[0]
  const records = createLive(() => (reads) => reads.all('council_month'))
  const rows = createMemo(() => councilHours(records() ?? [], council()?.id ?? '', props.period))
  const total = createMemo(() => sumOf({}, rows()))
  return (
    <Card title={`Hours for ${council()?.name ?? 'a council'}`} flush>
      <Show when={props.councils.length > 1}>
        <div class="legal-text filter-row no-print">
          <Select
            label="Council"
            width="medium"
            value={council()?.id}
            options={props.councils.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={choose}
          />
        </div>
      </Show>
      <Show when={records()} fallback={<Skeleton shape="rows" />}>
        <Show
          when={rows().length > 0}
          fallback={
            <p class="legal-text muted">
              No hours of this council’s matters are known in this period. The server sums them up after each day.
            </p>
          }
        >
          <Table
            caption={`Hours for ${council()?.name ?? 'a council'} by month`}
            hideCaption
            narrow="scroll"
            columns={[monthColumn, ...sumColumns]}
            rows={hoursByMonth(rows())}
            totals={{ month: 'Total', ...cells(total()) }}
          />
          <div class="legal-text">
            <Disclosure summary="By month and grade">
              <Table
                caption={`Hours for ${council()?.name ?? 'a council'} by month and grade`}
                hideCaption
                narrow="scroll"
                columns={[monthColumn, gradeColumn, ...sumColumns]}
                rows={rows()}
                totals={{ month: 'Total', ...cells(total()) }}
              />
              <p class="muted small">Grades stand together where one alone would tell of fewer than three people.</p>
            </Disclosure>
          </div>
        </Show>
        <Show when={total().unpricedCount > 0}>
          <p class="legal-text muted small">
            {counted(total().unpricedCount, 'entry', 'entries')} not in the value: without a rate, or with too few
            people to tell.
          </p>
        </Show>
      </Show>
    </Card>
  )
}

const cells = (row: Omit<CouncilHours, 'month' | 'grades'>) => ({
  chargeable: formatHours(row.chargeableSeconds * 1000),
  units: formatCount(row.chargeableUnits),
  other: formatHours(row.otherSeconds * 1000),
  value: formatPence(row.valuePence),
})

const monthColumn: Column<CouncilHours> = {
  key: 'month',
  label: 'Month',
  isRowHeader: true,
  cell: ({ month }) => monthName(month),
}
const gradeColumn: Column<CouncilHours> = {
  key: 'grades',
  label: 'Grade',
  cell: ({ grades }) => <span class="number">{grades}</span>,
}
const sumColumns: readonly Column<CouncilHours>[] = [
  { key: 'chargeable', label: 'Chargeable hours', isNumber: true, cell: (row) => cells(row).chargeable },
  { key: 'units', label: 'Units', isNumber: true, cell: (row) => cells(row).units },
  { key: 'other', label: 'Other hours', isNumber: true, cell: (row) => cells(row).other },
  { key: 'value', label: 'Value', isNumber: true, cell: (row) => cells(row).value },
]
