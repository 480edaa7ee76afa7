import { createEffect, createResource, createSignal, type JSX, on, onCleanup, Show } from 'solid-js'
import { Skeleton } from '../notice/skeleton.tsx'
import { onThemeChange } from './chart-colours.ts'
import './chart-canvas.css'

interface ChartCanvasProps<D> {
  /** Brings what draws, and with it the charts' library; what it hands back takes the drawing off the canvas again. */
  readonly load: () => Promise<(canvas: HTMLCanvasElement, data: D) => () => void>
  readonly data: D
}

/** A drawing whose library comes with it, and only with it. Without it the table still says everything. */
export function ChartCanvas<D>(props: ChartCanvasProps<D>): JSX.Element {
  const [draw] = createResource(() => props.load().catch(() => undefined))
  const [theme, setTheme] = createSignal(0)
  let canvas: HTMLCanvasElement | undefined
  onCleanup(onThemeChange(() => setTheme((count) => count + 1)))
  createEffect(
    on([draw, () => props.data, theme], ([drawing, data]) => {
      if (drawing && canvas) onCleanup(drawing(canvas, data))
    }),
  )
  return (
    <div class="chart-canvas">
      <Show when={draw.loading}>
        <Skeleton shape="chart" />
      </Show>
      <Show when={!draw.loading && !draw()}>
        <p class="muted">The drawing is not on this device yet. The table holds the same figures.</p>
      </Show>
      <canvas
        hidden={!draw.latest}
        ref={(element) => {
          canvas = element
        }}
      />
    </div>
  )
}
