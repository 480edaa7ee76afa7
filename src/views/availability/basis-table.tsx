import type { JSX } from 'solid-js'
import { formatCount, formatPercent } from '../../domain/format.ts'
import type { BasisFigures } from '../../metrics/availability-report.ts'
import type { SystemReport } from '../../metrics/system-report.ts'
import { type Column, Table } from '../parts/show/table.tsx'
import './basis-table.css'
import { durationOrDash, inMinutes, targetWords } from './figure-words.ts'

interface Line {
  readonly label: string
  readonly agreed: string
  readonly allHours: string
}

const columns: readonly Column<Line>[] = [
  { key: 'label', label: 'Figure', isRowHeader: true, cell: (line) => line.label },
  { key: 'agreed', label: 'Agreed hours', isNumber: true, cell: (line) => line.agreed },
  { key: 'all', label: 'All hours', isNumber: true, cell: (line) => line.allHours },
]

/** Both hours side by side, strict and weighted, in the same rows. */
export function BasisTable(props: { readonly report: SystemReport }): JSX.Element {
  return (
    <div class="basis-table">
      <Table
        caption={`${props.report.system.name}: agreed hours and all hours side by side`}
        hideCaption
        narrow="scroll"
        columns={columns}
        rows={linesOf(props.report)}
      />
    </div>
  )
}

function linesOf({ system }: SystemReport): Line[] {
  const line = (label: string, write: (figures: BasisFigures) => string): Line => ({
    label,
    agreed: write(system.agreed),
    allHours: write(system.allHours),
  })
  const target = system.targetPercent === null ? 'no target' : targetWords(system.targetPercent)
  const budget = (write: (budget: NonNullable<BasisFigures['budget']>) => string) => (figures: BasisFigures) =>
    figures.budget ? write(figures.budget) : '–'
  return [
    line('Availability, weighted', (figures) => formatPercent(figures.availabilityPercent)),
    line('Availability, strict', (figures) => formatPercent(figures.strictAvailabilityPercent)),
    line('Lost, weighted', (figures) => inMinutes(figures.lossMs)),
    line('With any loss', (figures) => inMinutes(figures.downtimeMs)),
    line('Service so far', (figures) => inMinutes(figures.serviceMs)),
    line('Planned work left out', (figures) => inMinutes(figures.excludedMs)),
    line('Coverage', (figures) => formatPercent(figures.coveragePercent)),
    line('Failures', (figures) => formatCount(figures.failureCount)),
    line('Time to restore, mean (MTRS)', (figures) => durationOrDash(figures.mtrsMs)),
    line('On the clock, restored ones', (figures) => durationOrDash(figures.mtrsElapsedRestoredMs)),
    line('Between failures, mean (MTBF)', (figures) => durationOrDash(figures.mtbfMs)),
    line(
      `Allowed by the target, ${target}`,
      budget(({ budgetMs }) => inMinutes(budgetMs)),
    ),
    line(
      'Left of what is allowed',
      budget(({ leftMs }) => (leftMs < 0 ? `${inMinutes(-leftMs)} over` : inMinutes(leftMs))),
    ),
    line(
      'Used of what is allowed',
      budget(({ usedPercent }) => formatPercent(usedPercent)),
    ),
  ]
}
