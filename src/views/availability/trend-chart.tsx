import { createEffect, createResource, createSignal, type JSX, on, onCleanup, Show } from 'solid-js'
import { onThemeChange } from '../parts/chart/chart-colours.ts'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import type { TrendPoint } from './trend-canvas.ts'

/** The drawing; the charts' library comes with it, and only with it. Without it the table still says everything. */
export function TrendChart(props: { readonly points: readonly TrendPoint[] }): JSX.Element {
  const [library] = createResource(() => import('./trend-canvas.ts').catch(() => undefined))
  const [theme, setTheme] = createSignal(0)
  let canvas: HTMLCanvasElement | undefined
  onCleanup(onThemeChange(() => setTheme((count) => count + 1)))
  createEffect(
    on([library, () => props.points, theme], ([drawing, points]) => {
      if (!drawing || !canvas) return
      const stop = drawing.drawTrend(canvas, points)
      onCleanup(stop)
    }),
  )
  return (
    <div class="trend-chart">
      <Show when={library.loading}>
        <Skeleton shape="chart" />
      </Show>
      <Show when={!library.loading && !library()}>
        <p class="muted">The drawing is not on this device yet. The table holds the same figures.</p>
      </Show>
      <canvas
        hidden={!library.latest}
        ref={(element) => {
          canvas = element
        }}
      />
    </div>
  )
}
