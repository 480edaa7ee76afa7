import { createEffect, createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { formatHours, formatPounds } from '../../domain/format.ts'
import type { ImpactReport, LossFigure, Range } from '../../metrics/impact-figures.ts'
import { periodName } from '../availability/period-choice.ts'
import { ChartFigure } from '../parts/chart/chart-figure.tsx'
import { Chips } from '../parts/form/chips.tsx'
import { type Column, Table } from '../parts/show/table.tsx'
import { cellsOf, figureColumns } from './figure-columns.ts'
import type { ImpactRow } from './impact-rows.ts'
import { divisionsMessage } from './impact-words.ts'
import './impact-chart.css'

interface ImpactChartProps {
  readonly report: ImpactReport
  readonly rows: readonly ImpactRow[]
  readonly actions?: JSX.Element
}

const measures = [
  { value: 'hours', label: 'Hours' },
  { value: 'pounds', label: 'Cost, gross' },
] as const

/** Divisions by council on one scale, as bars and as a table of the same figures that adds up. */
export function ImpactChart(props: ImpactChartProps): JSX.Element {
  const [measure, setMeasure] = createSignal<'hours' | 'pounds'>('hours')
  const hasPounds = () => props.report.total.grossPence !== null
  const isPounds = () => hasPounds() && measure() === 'pounds'
  const rangeOf = ({ lostMs, grossPence }: LossFigure): Range => (isPounds() ? (grossPence ?? none) : lostMs)
  const message = () =>
    divisionsMessage(
      props.report.divisions.map(({ divisionId, figure }) => ({
        name: props.rows.find((row) => row.divisionId === divisionId)?.division ?? '',
        lostMs: figure.lostMs.headline,
      })),
    )
  return (
    <div class="impact-chart stack">
      <Show when={hasPounds()}>
        <div class="no-print">
          <Chips
            label="Bars show"
            hideLabel
            single
            options={measures}
            values={[measure()]}
            onChange={([chosen]) => setMeasure(chosen ?? 'hours')}
          />
        </div>
      </Show>
      <ChartFigure
        title={message()}
        subtitle={`${isPounds() ? 'Gross cost' : 'Lost working hours'} by division and council, ${periodName(props.report.period)}`}
        actions={props.actions}
        legend={<Legend />}
        chart={<Panels rows={props.rows} rangeOf={rangeOf} format={isPounds() ? formatPounds : formatHours} />}
        table={<ImpactTable report={props.report} rows={props.rows} />}
        note="All councils are drawn on one scale. Hours are rounded to be read; the file holds them as they are."
      />
    </div>
  )
}

const none: Range = { low: 0, headline: 0, high: 0 }

function Legend(): JSX.Element {
  return (
    <span class="impact-key">
      <Track range={{ low: 0.5, headline: 0.7, high: 1 }} largest={1} />
      Headline, and low to high
    </span>
  )
}

interface PanelsProps {
  readonly rows: readonly ImpactRow[]
  readonly rangeOf: (figure: LossFigure) => Range
  readonly format: (value: number) => string
}

function Panels(props: PanelsProps): JSX.Element {
  const largest = createMemo(() => Math.max(0, ...props.rows.map(({ figure }) => props.rangeOf(figure).high)))
  const councils = createMemo(() => [...new Map(props.rows.map(({ councilId, council }) => [councilId, council]))])
  return (
    <div class="impact-panels">
      <For each={councils()}>
        {([councilId, council]) => (
          <div class="impact-panel">
            <p class="impact-panel__name">{council}</p>
            <ul>
              <For each={props.rows.filter((row) => row.councilId === councilId)}>
                {(row) => (
                  <li class="impact-bar">
                    <span class="impact-bar__name">{row.division}</span>
                    <span class="impact-bar__value">{props.format(props.rangeOf(row.figure).headline)}</span>
                    <Track range={props.rangeOf(row.figure)} largest={largest()} />
                  </li>
                )}
              </For>
            </ul>
          </div>
        )}
      </For>
    </div>
  )
}

/** The content policy refuses style attributes, so lengths are set by code. */
function Track(props: { readonly range: Range; readonly largest: number }): JSX.Element {
  const set = (element: HTMLElement) =>
    createEffect(() => {
      for (const part of ['low', 'headline', 'high'] as const)
        element.style.setProperty(`--${part}`, String(props.largest > 0 ? props.range[part] / props.largest : 0))
    })
  return (
    <span class="impact-bar__track" ref={set}>
      <span class="impact-bar__fill" />
      <Show when={props.range.high > props.range.low}>
        <span class="impact-bar__whisker" />
      </Show>
    </span>
  )
}

function ImpactTable(props: ImpactChartProps): JSX.Element {
  return (
    <Table
      caption={`What outages cost by division and council, ${periodName(props.report.period)}`}
      hideCaption
      narrow="scroll"
      columns={columns(props.report.total.grossPence !== null)}
      rows={props.rows}
      totals={{ division: 'Total', ...cellsOf(props.report.total) }}
    />
  )
}

const columns = (hasPounds: boolean): readonly Column<ImpactRow>[] => [
  { key: 'division', label: 'Division', isRowHeader: true, cell: ({ division }) => division },
  { key: 'council', label: 'Council', cell: ({ council }) => council },
  ...figureColumns(hasPounds),
]
