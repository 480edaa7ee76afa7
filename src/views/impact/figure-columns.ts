import { formatHours, formatPence } from '../../domain/format.ts'
import type { LossFigure, Range } from '../../metrics/impact-figures.ts'
import type { Column } from '../parts/show/table.tsx'

const labels = { hours: 'Lost hours', low: 'Low', high: 'High', gross: 'Gross', net: 'Net' } as const

const penceOrDash = (range: Range | null): string => (range === null ? '–' : formatPence(range.headline))

export const cellsOf = ({ lostMs, grossPence, netPence }: LossFigure): Record<keyof typeof labels, string> => ({
  hours: formatHours(lostMs.headline),
  low: formatHours(lostMs.low),
  high: formatHours(lostMs.high),
  gross: penceOrDash(grossPence),
  net: penceOrDash(netPence),
})

/** Hours with their range, and gross and net to the penny where pounds are shown, of whatever has a figure. */
export const figureColumns = (hasPounds: boolean): Column<{ readonly figure: LossFigure }>[] =>
  (hasPounds ? (['hours', 'low', 'high', 'gross', 'net'] as const) : (['hours', 'low', 'high'] as const)).map(
    (key) => ({
      key,
      label: labels[key],
      isNumber: true,
      cell: ({ figure }) => cellsOf(figure)[key],
    }),
  )
