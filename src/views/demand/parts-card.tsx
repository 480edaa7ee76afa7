import { createSignal, type JSX, Show } from 'solid-js'
import { formatCount } from '../../domain/format.ts'
import type { DemandFigures, DemandPart, DemandReport } from '../../metrics/demand-figures.ts'
import { Button } from '../parts/control/button.tsx'
import { Card } from '../parts/show/card.tsx'
import { type Column, Table } from '../parts/show/table.tsx'
import { partHref, type SearchedIn } from './demand-search.ts'
import { type Dimension, dimensionWords, medianWords, partName, reopenedWords } from './demand-words.ts'

interface PartsCardProps {
  readonly report: DemandReport
  readonly dimension: Dimension
  readonly searched: SearchedIn
  readonly onSave: () => void
}

const atFirst = 10

/** Incidents by one thing, with how they fared; each name leads to its incidents. */
export function PartsCard(props: PartsCardProps): JSX.Element {
  const [isAll, setAll] = createSignal(false)
  const words = () => dimensionWords[props.dimension]
  const parts = () => words().parts(props.report)
  const shown = () => (isAll() ? parts() : parts().slice(0, atFirst))
  const title = () => `By ${words().label.toLowerCase()}`
  return (
    <Card
      title={title()}
      actions={
        <Button kind="quiet" icon="export" aria-label={`Save as CSV: ${title()}`} onClick={() => props.onSave()}>
          Save as CSV
        </Button>
      }
    >
      <Table
        caption={title()}
        hideCaption
        narrow="scroll"
        columns={columnsFor(props.dimension, props.searched, shown().length === parts().length)}
        rows={shown()}
        totals={{ name: 'Total', ...cellsOf(props.report.total) }}
      />
      <Show when={shown().length < parts().length}>
        <Button kind="quiet" onClick={() => setAll(true)}>
          {`Show all ${formatCount(parts().length)} ${words().plural}`}
        </Button>
      </Show>
    </Card>
  )
}

const figures = [
  { key: 'raised', label: 'Raised', write: ({ raised }) => formatCount(raised), by: ({ raised }) => raised },
  { key: 'open', label: 'Open', write: ({ open }) => formatCount(open), by: ({ open }) => open },
  { key: 'reopened', label: 'Reopened', write: reopenedWords, by: ({ reopenedPercent: rate }) => rate ?? undefined },
  { key: 'median', label: 'Median time', write: medianWords, by: ({ medianResolveMs: ms }) => ms ?? undefined },
  { key: 'timed', label: 'of', write: ({ timed }) => formatCount(timed), by: ({ timed }) => timed },
] as const satisfies readonly {
  readonly key: string
  readonly label: string
  readonly write: (figures: DemandFigures) => string
  readonly by: (figures: DemandFigures) => number | undefined
}[]

const cellsOf = (part: DemandFigures): Record<string, string> =>
  Object.fromEntries(figures.map(({ key, write }) => [key, write(part)]))

/** Sortable only where all rows are there: of the first ten, the slowest need not be the slowest. */
const columnsFor = (dimension: Dimension, searched: SearchedIn, isAll: boolean): readonly Column<DemandPart>[] => [
  {
    key: 'name',
    label: dimensionWords[dimension].label,
    isRowHeader: true,
    cell: (part) => {
      const href = partHref(part, dimension, searched)
      const name = partName(part, dimension)
      return href === undefined ? name : <a href={href}>{name}</a>
    },
  },
  ...figures.map(({ key, label, write, by }) => ({
    ...{ key, label, isNumber: true, cell: write },
    sortBy: isAll ? by : undefined,
  })),
]
