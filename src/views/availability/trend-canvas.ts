// Draws months against a target with Chart.js; loaded when a chart is shown.
import type { ChartConfiguration } from 'chart.js'
import { formatPercent } from '../../domain/format.ts'
import { Chart } from '../parts/chart/bars-and-lines-canvas.ts'
import { chartColours } from '../parts/chart/chart-colours.ts'

export interface TrendPoint {
  readonly label: string
  readonly percent: number | null
  readonly targetPercent: number | null
  readonly isMissed: boolean
}

/** Returns the way to take it off the canvas again. */
export function drawTrend(canvas: HTMLCanvasElement, points: readonly TrendPoint[]): () => void {
  const chart = new Chart(canvas, configuration(points))
  return () => chart.destroy()
}

/** Room under the lowest figure or target: whole percents while they are few, so that the scale reads easily. */
export function scaleMin(points: readonly TrendPoint[]): number {
  const known = points.flatMap(({ percent, targetPercent }) => [percent ?? 100, targetPercent ?? 100])
  const below = 100 - Math.min(100, ...known)
  const steps = [0.1, 0.5, 1, 2, 5, 10, 20, 50, 100]
  return 100 - (steps.find((step) => step > below) ?? 100)
}

function configuration(points: readonly TrendPoint[]): ChartConfiguration<'line', (number | null)[], string> {
  const colours = chartColours()
  const pointColours = points.map(({ isMissed }) => (isMissed ? colours.down : colours['chart-1']))
  const grid = { color: colours['chart-grid'] }
  const ticks = { color: colours.muted, font: { size: 13 } }
  return {
    type: 'line',
    data: {
      labels: points.map(({ label }) => shortMonth(label)),
      datasets: [
        {
          label: 'Availability',
          data: points.map(({ percent }) => percent),
          borderColor: colours['chart-1'],
          // A point at 100 is drawn whole.
          clip: false,
          borderWidth: 2,
          pointBackgroundColor: pointColours,
          pointBorderColor: pointColours,
          pointStyle: points.map(({ isMissed }) => (isMissed ? 'rectRot' : 'circle')),
          pointRadius: points.map(({ isMissed }) => (isMissed ? 7 : 4)),
          spanGaps: false,
        },
        {
          label: 'Target',
          data: points.map(({ targetPercent }) => targetPercent),
          borderColor: colours['chart-5'],
          borderDash: [6, 4],
          borderWidth: 2,
          pointRadius: 0,
          stepped: 'middle',
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
        y: {
          min: scaleMin(points),
          max: 100,
          grid,
          ticks: { ...ticks, maxTicksLimit: 6, callback: (value) => `${value}%` },
        },
      },
      plugins: {
        tooltip: {
          callbacks: { label: ({ dataset, parsed }) => `${dataset.label ?? ''}: ${formatPercent(parsed.y ?? null)}` },
        },
      },
    },
  }
}

/** "November 2026" as "Nov 26". */
function shortMonth(label: string): string {
  const [month = '', year = ''] = label.split(' ')
  return `${month.slice(0, 3)} ${year.slice(2)}`
}
