import type { JSX } from 'solid-js'
import { formatPercent } from '../../domain/format.ts'
import type { AvailabilityReport, SystemFigures } from '../../metrics/availability-report.ts'
import { Card } from '../parts/show/card.tsx'
import { type Column, Table } from '../parts/show/table.tsx'
import { Tag } from '../parts/show/tag.tsx'
import { inMinutes, noFigureWords, verdict } from './figure-words.ts'
import type { Address } from './page-address.ts'
import { periodName } from './period-choice.ts'

interface SystemsTableProps {
  readonly systems: readonly SystemFigures[]
  readonly report: AvailabilityReport
  readonly address: Address
}

/** Every system beside the others: both hours, strict and weighted. */
export function SystemsTable(props: SystemsTableProps): JSX.Element {
  return (
    <Card flush>
      <Table
        caption={`Availability by system, ${periodName(props.report.period)}`}
        hideCaption
        narrow="cards"
        columns={columns(props.address)}
        rows={props.systems}
      />
    </Card>
  )
}

const columns = (address: Address): readonly Column<SystemFigures>[] => [
  {
    key: 'name',
    label: 'System',
    isRowHeader: true,
    cell: (row) => <a href={address.hrefWith({ system: row.systemId, view: undefined })}>{row.name}</a>,
    sortBy: (row) => row.name,
  },
  percentColumn('weighted', 'Agreed, weighted', (row) => row.agreed.availabilityPercent),
  percentColumn('strict', 'Agreed, strict', (row) => row.agreed.strictAvailabilityPercent),
  {
    key: 'lost',
    label: 'Lost, agreed',
    isNumber: true,
    cell: (row) =>
      row.noFigure ? <span class="muted">{noFigureWords[row.noFigure]}</span> : inMinutes(row.agreed.lossMs),
    sortBy: (row) => (row.noFigure ? undefined : row.agreed.lossMs),
  },
  percentColumn('all', 'All hours', (row) => row.allHours.availabilityPercent),
  {
    key: 'excluded',
    label: 'Planned work',
    isNumber: true,
    cell: (row) => inMinutes(row.agreed.excludedMs),
    sortBy: (row) => row.agreed.excludedMs,
  },
  {
    key: 'result',
    label: 'Result',
    cell: (row) => (
      <span class="number">
        <Tag {...tagOf(row)} />
      </span>
    ),
    sortBy: (row) => verdict(row).words,
  },
]

const tagOf = (row: SystemFigures) => {
  const { status, words } = verdict(row)
  return { status, children: words, plain: true }
}

function percentColumn(
  key: string,
  label: string,
  figureOf: (row: SystemFigures) => number | null,
): Column<SystemFigures> {
  return {
    key,
    label,
    isNumber: true,
    cell: (row) => formatPercent(figureOf(row)),
    sortBy: (row) => figureOf(row) ?? undefined,
  }
}
