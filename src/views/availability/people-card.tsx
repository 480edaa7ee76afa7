import type { JSX } from 'solid-js'
import { counted, formatCount, formatFigure } from '../../domain/format.ts'
import type { PeopleAffected } from '../../metrics/people-affected.ts'
import type { SystemReport } from '../../metrics/system-report.ts'
import { Card } from '../parts/show/card.tsx'
import { type Column, Table } from '../parts/show/table.tsx'
import { useCouncils } from './councils.ts'
import { minutesOf } from './figure-words.ts'

/** What it meant for people, council by council (interruptions and minutes for each member of staff). */
export function PeopleCard(props: { readonly report: SystemReport }): JSX.Element {
  const councils = useCouncils()
  const nameOf = (id: string) => councils()?.find((council) => council.id === id)?.name ?? 'A council'
  const assumed = () => props.report.people.some((people) => people.assumedCount > 0)
  return (
    <Card title="People, in agreed hours">
      <Table caption="People affected by council" hideCaption columns={columns(nameOf)} rows={props.report.people} />
      <p class="muted small">
        An interruption counts from {counted(minutesOf(props.report.sustainedMs), 'minute')} on; its minutes count
        anyway.
        {assumed() ? ' Where nobody said how many people an outage hit, everyone of the council is counted.' : ''}
      </p>
    </Card>
  )
}

const columns = (nameOf: (id: string) => string): readonly Column<PeopleAffected>[] => [
  { key: 'council', label: 'Council', isRowHeader: true, cell: (row) => nameOf(row.councilId) },
  {
    key: 'interruptions',
    label: 'Interruptions per 100 staff',
    isNumber: true,
    cell: (row) => orNoHeadCounts(row.interruptionsPer100),
  },
  {
    key: 'minutes',
    label: 'Minutes lost per member of staff',
    isNumber: true,
    cell: (row) => orNoHeadCounts(row.lostMsPerPerson === null ? null : minutesOf(row.lostMsPerPerson)),
  },
  { key: 'staff', label: 'Staff', isNumber: true, cell: (row) => formatCount(row.peopleCount) },
  { key: 'outages', label: 'Outages', isNumber: true, cell: (row) => formatCount(row.outageCount) },
]

const orNoHeadCounts = (figure: number | null): string =>
  figure === null ? '– (no head counts)' : formatFigure(figure)
