import { createMemo, createSignal, type JSX } from 'solid-js'
import { formatCount } from '../../domain/format.ts'
import type { DemandPart, DemandReport } from '../../metrics/demand-figures.ts'
import { periodName } from '../availability/period-choice.ts'
import { ChartCanvas } from '../parts/chart/chart-canvas.tsx'
import { ChartFigure } from '../parts/chart/chart-figure.tsx'
import { Chips } from '../parts/form/chips.tsx'
import { type Column, Table } from '../parts/show/table.tsx'
import { loadBars } from './backlog-figure.tsx'
import { type Dimension, dimensions, dimensionWords, mostWords, partName, shareWords } from './demand-words.ts'

const most = 10
const options = dimensions.map((value) => ({ value, label: dimensionWords[value].label }))

interface Bar {
  readonly name: string
  readonly count: number
}

/** The ten that most was raised of, of one kind at a time; the table has the rest together. */
export function MostFigure(props: { readonly report: DemandReport }): JSX.Element {
  const [dimension, setDimension] = createSignal<Dimension>('system')
  const words = () => dimensionWords[dimension()]
  const parts = () => words().parts(props.report)
  const bars = createMemo(() => barsOf(parts(), dimension()))
  const raised = () => props.report.total.raised
  const columns = (): readonly Column<Bar>[] => [
    { key: 'name', label: words().label, isRowHeader: true, cell: ({ name }) => name },
    { key: 'count', label: 'Raised', isNumber: true, cell: ({ count }) => formatCount(count) },
    { key: 'share', label: 'Share', isNumber: true, cell: ({ count }) => shareWords(count, raised()) },
  ]
  return (
    <div class="stack">
      <div class="no-print">
        <Chips
          label="Bars show"
          hideLabel
          single
          options={options}
          values={[dimension()]}
          onChange={([chosen]) => setDimension(chosen ?? 'system')}
        />
      </div>
      <ChartFigure
        title={mostWords(parts(), dimension(), raised())}
        subtitle={`Incidents raised by ${words().label.toLowerCase()}, ${periodName(props.report.period)}`}
        chart={
          <ChartCanvas
            load={loadBars}
            data={bars()
              .slice(0, most)
              .map(({ name, count }) => ({ label: name, count }))}
          />
        }
        note={bars().length > most ? `Drawn are the ${most} with most; the table has the others together.` : undefined}
        table={
          <Table
            caption={`Most incidents by ${words().label.toLowerCase()}`}
            narrow="scroll"
            columns={columns()}
            rows={bars()}
            totals={{ name: 'Total', count: formatCount(raised()), share: shareWords(raised(), raised()) }}
          />
        }
      />
    </div>
  )
}

function barsOf(parts: readonly DemandPart[], dimension: Dimension): Bar[] {
  const bars = parts.slice(0, most).map((part) => ({ name: partName(part, dimension), count: part.raised }))
  const rest = parts.slice(most)
  if (rest.length === 0) return bars
  return [...bars, { name: `${rest.length} others`, count: rest.reduce((sum, { raised }) => sum + raised, 0) }]
}
