// Draws billable hours by month against the target with Chart.js, outages marked on it; loaded when the chart is shown.
import type { ChartConfiguration } from 'chart.js'
import { counted, formatFigure } from '../../domain/format.ts'
import { Chart } from '../parts/chart/bars-and-lines-canvas.ts'
import { chartColours } from '../parts/chart/chart-colours.ts'

export interface MonthPoint {
  /** "Nov 26". */
  readonly label: string
  /** null: nothing is known of it. */
  readonly chargeableHours: number | null
  readonly targetHours: number | null
  readonly outageCount: number
}

export function drawMonths(canvas: HTMLCanvasElement, points: readonly MonthPoint[]): () => void {
  const chart = new Chart(canvas, configuration(points))
  return () => chart.destroy()
}

function configuration(points: readonly MonthPoint[]): ChartConfiguration<'bar' | 'line', (number | null)[], string> {
  const colours = chartColours()
  const ticks = { color: colours.muted, font: { size: 13 } }
  const marks = points.map(({ chargeableHours, outageCount }) => (outageCount > 0 ? chargeableHours : null))
  return {
    type: 'bar',
    data: {
      labels: points.map(({ label }) => label),
      // The first is drawn on top.
      datasets: [
        {
          type: 'line',
          label: 'Outages',
          data: marks,
          showLine: false,
          clip: false,
          pointStyle: 'rectRot',
          pointRadius: 7,
          pointBackgroundColor: colours.down,
          pointBorderColor: colours.surface,
          pointBorderWidth: 2,
        },
        {
          type: 'line',
          label: 'Target',
          data: points.map(({ targetHours }) => targetHours),
          borderColor: colours['chart-5'],
          borderDash: [6, 4],
          borderWidth: 2,
          pointRadius: 0,
          stepped: 'middle',
        },
        {
          type: 'bar',
          label: 'Billable',
          data: points.map(({ chargeableHours }) => chargeableHours),
          backgroundColor: colours['chart-1'],
          maxBarThickness: 48,
        },
      ],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: { grid: { display: false }, ticks: { ...ticks, maxRotation: 0, autoSkip: true } },
        y: { beginAtZero: true, grid: { color: colours['chart-grid'] }, ticks: { ...ticks, maxTicksLimit: 6 } },
      },
      plugins: {
        tooltip: {
          callbacks: {
            label: ({ dataset, dataIndex, parsed }) =>
              dataset.label === 'Outages'
                ? counted(points[dataIndex]?.outageCount ?? 0, 'outage')
                : `${dataset.label ?? ''}: ${formatFigure(parsed.y ?? 0, 1)} hours`,
          },
        },
      },
    },
  }
}
