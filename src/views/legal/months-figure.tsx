import { createMemo, type JSX, Show } from 'solid-js'
import { HOUR_MS } from '../../domain/duration.ts'
import { formatCount, formatHours } from '../../domain/format.ts'
import { DEFAULT_ZONE, localDateAt, zoneOf } from '../../domain/zone.ts'
import type { LegalReport } from '../../metrics/legal-figures.ts'
import { ChartCanvas } from '../parts/chart/chart-canvas.tsx'
import { ChartFigure } from '../parts/chart/chart-figure.tsx'
import { type Column, Table } from '../parts/show/table.tsx'
import { isKnown, monthsMessage, percentInColumn } from './legal-words.ts'
import { monthName } from './month-name.ts'
import './legal.css'

type Month = LegalReport['months'][number] & { readonly outageCount: number }

const zone = zoneOf(DEFAULT_ZONE)

/** Month by month against the target, as a chart and as a table of the same figures. */
export function MonthsFigure(props: { readonly report: LegalReport }): JSX.Element {
  const months = createMemo((): readonly Month[] => {
    const begun = props.report.outages.map(({ startAt }) => localDateAt(zone, startAt).slice(0, 7))
    return props.report.months.map((month) => ({
      ...month,
      outageCount: begun.filter((each) => each === month.month).length,
    }))
  })
  const points = createMemo(() =>
    months().map((month) => ({
      label: shortMonth(month.month),
      chargeableHours: isKnown(month) ? month.chargeableHours : null,
      targetHours: isKnown(month) ? month.targetHours : null,
      outageCount: month.outageCount,
    })),
  )
  return (
    <ChartFigure
      title={monthsMessage(props.report.months)}
      subtitle="Chargeable hours of the team by month; the target follows working days and absence"
      legend={<Legend hasOutages={props.report.observed !== null} />}
      chart={<ChartCanvas load={loadMonths} data={points()} />}
      table={
        <Table
          caption="Billable hours by month"
          narrow="scroll"
          columns={props.report.observed ? [...columns, outagesColumn] : columns}
          rows={months()}
          totals={totals(months())}
        />
      }
    />
  )
}

const loadMonths = async () => (await import('./months-canvas.ts')).drawMonths

/** "Nov 26" of "2026-11". */
function shortMonth(month: string): string {
  const [name = '', year = ''] = monthName(month).split(' ')
  return `${name.slice(0, 3)} ${year.slice(2)}`
}

function Legend(props: { readonly hasOutages: boolean }): JSX.Element {
  return (
    <>
      <span class="legal-key">Billable</span>
      <span class="legal-key legal-key--target">Target to date</span>
      <Show when={props.hasOutages}>
        <span class="legal-key legal-key--outage">Outages that counted</span>
      </Show>
    </>
  )
}

const hours = (figure: number) => formatHours(figure * HOUR_MS)
const hoursIn = (month: Month, figure: number) => (isKnown(month) ? hours(figure) : '–')
const ofTarget = (chargeable: number, target: number) =>
  target > 0 ? percentInColumn((100 * chargeable) / target) : '–'

const columns: readonly Column<Month>[] = [
  { key: 'month', label: 'Month', isRowHeader: true, cell: ({ month }) => monthName(month) },
  { key: 'billable', label: 'Billable hours', isNumber: true, cell: (month) => hoursIn(month, month.chargeableHours) },
  { key: 'target', label: 'Target', isNumber: true, cell: (month) => hoursIn(month, month.targetHours) },
  {
    key: 'share',
    label: 'Of target',
    isNumber: true,
    cell: ({ chargeableHours, targetHours }) => ofTarget(chargeableHours, targetHours),
  },
]

const outagesColumn: Column<Month> = {
  key: 'outages',
  label: 'Outages',
  isNumber: true,
  cell: (month) => (isKnown(month) ? formatCount(month.outageCount) : '–'),
}

function totals(months: readonly Month[]): Record<string, JSX.Element> {
  const sum = (of: (month: Month) => number) => months.reduce((total, month) => total + of(month), 0)
  const [chargeable, target] = [sum((month) => month.chargeableHours), sum((month) => month.targetHours)]
  return {
    month: 'Total',
    billable: hours(chargeable),
    target: hours(target),
    share: ofTarget(chargeable, target),
    outages: formatCount(sum((month) => month.outageCount)),
  }
}
