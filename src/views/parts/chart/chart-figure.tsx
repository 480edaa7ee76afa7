import { createSignal, createUniqueId, type JSX, Show } from 'solid-js'
import { classes } from '../classes.ts'
import { Button } from '../control/button.tsx'
import './chart-figure.css'

export interface ChartFigureProps {
  /** The message: what the chart shows, as a sentence. */
  readonly title: string
  /** The statistic: what is measured, in what unit, over what time. */
  readonly subtitle?: string | undefined
  /** The drawing. Hidden from screen readers, which get the table. */
  readonly chart: JSX.Element
  /** The same numbers. Holds nothing to focus while the chart is shown: no sortable columns. */
  readonly table: JSX.Element
  /** The key, above the drawing. */
  readonly legend?: JSX.Element
  /** Source, method, what is left out. */
  readonly note?: JSX.Element
  /** More acts beside "Show as table", such as the data as a file. */
  readonly actions?: JSX.Element
}

/** A chart and its table: one is seen, both are there. On paper the table is printed. */
export function ChartFigure(props: ChartFigureProps): JSX.Element {
  const id = createUniqueId()
  const [isTable, setTable] = createSignal(false)
  return (
    <figure class="chart-figure" aria-labelledby={id}>
      <figcaption class="chart-figure__head">
        <div class="chart-figure__titles">
          <h3 class="chart-figure__title" id={id}>
            {props.title}
          </h3>
          <Show when={props.subtitle}>
            <p class="chart-figure__subtitle">{props.subtitle}</p>
          </Show>
        </div>
        <div class="chart-figure__acts">
          <Button kind="quiet" aria-pressed={isTable()} onClick={() => setTable(!isTable())}>
            Show as table
          </Button>
          {props.actions}
        </div>
      </figcaption>
      <div class="chart-figure__chart" aria-hidden="true" hidden={isTable()}>
        <Show when={props.legend}>
          <div class="chart-figure__legend">{props.legend}</div>
        </Show>
        <div class="chart-figure__canvas">{props.chart}</div>
      </div>
      <div class={classes('chart-figure__table', !isTable() && 'chart-figure__table--heard')}>{props.table}</div>
      <Show when={props.note}>
        <div class="chart-figure__note">{props.note}</div>
      </Show>
    </figure>
  )
}
