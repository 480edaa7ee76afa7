import { createMemo, type JSX } from 'solid-js'
import { counted, formatCount, formatDate } from '../../domain/format.ts'
import type { BacklogAge, DemandReport } from '../../metrics/demand-figures.ts'
import { ChartCanvas } from '../parts/chart/chart-canvas.tsx'
import { ChartFigure } from '../parts/chart/chart-figure.tsx'
import { type Column, Table } from '../parts/show/table.tsx'
import { ageWords, backlogWords } from './demand-words.ts'

interface BacklogFigureProps {
  readonly report: Pick<DemandReport, 'backlog' | 'waiting'>
  readonly actions: JSX.Element
}

/** What is the desk's to do by its age, as a chart and as a table of the same figures. */
export function BacklogFigure(props: BacklogFigureProps): JSX.Element {
  const points = createMemo(() => props.report.backlog.map((age) => ({ label: ageWords(age), count: age.count })))
  const total = () => props.report.backlog.reduce((sum, { count }) => sum + count, 0)
  return (
    <ChartFigure
      title={backlogWords(props.report.backlog)}
      subtitle="Open now and not waiting for the requester, by days since raised"
      chart={<ChartCanvas load={loadBars} data={points()} />}
      table={
        <Table
          caption="Backlog by age"
          narrow="scroll"
          columns={columns}
          rows={props.report.backlog}
          totals={{ age: 'Total', raised: '', count: formatCount(total()) }}
        />
      }
      note={`Besides, ${counted(props.report.waiting, 'incident')} ${props.report.waiting === 1 ? 'waits' : 'wait'} for the requester.`}
      actions={props.actions}
    />
  )
}

export const loadBars = async () => (await import('./demand-canvas.ts')).drawBars

const columns: readonly Column<BacklogAge>[] = [
  { key: 'age', label: 'Age', isRowHeader: true, cell: ageWords },
  { key: 'raised', label: 'Raised', cell: raisedWords },
  { key: 'count', label: 'Incidents', isNumber: true, cell: ({ count }) => formatCount(count) },
]

function raisedWords({ raisedFrom, raisedThrough }: BacklogAge): string {
  const through = formatDate(raisedThrough)
  if (raisedFrom === null) return `${through} or before`
  return raisedFrom === raisedThrough ? through : `${formatDate(raisedFrom)} to ${through}`
}
