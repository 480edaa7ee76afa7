// Draws demand with Chart.js: months, and bars of one series; loaded when a chart is shown.
import type { ChartOptions } from 'chart.js'
import { formatCount } from '../../domain/format.ts'
import { Chart } from '../parts/chart/bars-and-lines-canvas.ts'
import { type ChartColours, chartColours } from '../parts/chart/chart-colours.ts'

export interface MonthPoint {
  /** "Nov 26". */
  readonly label: string
  readonly raised: number
  readonly ended: number
  readonly openAtEnd: number
}

export function drawMonths(canvas: HTMLCanvasElement, points: readonly MonthPoint[]): () => void {
  const colours = chartColours()
  const chart = new Chart<'bar' | 'line', number[], string>(canvas, {
    type: 'bar',
    data: {
      labels: points.map(({ label }) => label),
      // The first is drawn on top.
      datasets: [
        {
          type: 'line',
          label: 'Open at its end',
          data: points.map(({ openAtEnd }) => openAtEnd),
          clip: false,
          borderColor: colours['chart-5'],
          borderDash: [6, 4],
          borderWidth: 2,
          pointBackgroundColor: colours['chart-5'],
          pointRadius: 3,
        },
        { label: 'Raised', data: points.map(({ raised }) => raised), ...barIn(colours['chart-1']) },
        { label: 'Ended', data: points.map(({ ended }) => ended), ...barIn(colours['chart-2']) },
      ],
    },
    options: optionsFor(colours, 'x'),
  })
  return () => chart.destroy()
}

export interface BarPoint {
  readonly label: string
  readonly count: number
}

/** Bars to the right, the first on top. */
export function drawBars(canvas: HTMLCanvasElement, points: readonly BarPoint[]): () => void {
  const colours = chartColours()
  const chart = new Chart(canvas, {
    type: 'bar',
    data: {
      labels: points.map(({ label }) => shortened(label)),
      datasets: [{ label: 'Incidents', data: points.map(({ count }) => count), ...barIn(colours['chart-1']) }],
    },
    options: { ...optionsFor(colours, 'y'), indexAxis: 'y' as const },
  })
  return () => chart.destroy()
}

const barIn = (colour: string) => ({ backgroundColor: colour, maxBarThickness: 40 })

function optionsFor(colours: ChartColours, names: 'x' | 'y'): ChartOptions<'bar' | 'line'> {
  const ticks = { color: colours.muted, font: { size: 13 } }
  const counts = {
    beginAtZero: true,
    grid: { color: colours['chart-grid'] },
    ticks: { ...ticks, maxTicksLimit: 6, precision: 0 },
  }
  const labels = { grid: { display: false }, ticks: { ...ticks, maxRotation: 0, autoSkip: names === 'x' } }
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    interaction: { mode: 'index', intersect: false, axis: names },
    scales: names === 'x' ? { x: labels, y: counts } : { x: counts, y: labels },
    plugins: {
      tooltip: {
        callbacks: { label: ({ dataset, raw }) => `${dataset.label ?? ''}: ${formatCount(Number(raw))}` },
      },
    },
  }
}

/** A name takes no more than half a phone; the table has it whole. */
const shortened = (name: string): string => (name.length > 20 ? `${name.slice(0, 19)}…` : name)
