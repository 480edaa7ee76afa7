import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js'
import { Disclosure } from '../show/disclosure.tsx'
import type { Status } from '../show/status.ts'
import { HatchPatterns } from './hatch-patterns.tsx'
import './bar-strip.css'

export interface StripBar {
  readonly status: Status
  /** The day and what happened, in words: it is shown on a step and spoken. */
  readonly text: string
}

export interface BarStripProps {
  /** What the strip is of. */
  readonly label: string
  /** Oldest first, one a day; about ninety. */
  readonly bars: readonly StripBar[]
  /** All of it in one sentence. */
  readonly sentence: string
  /** The days that are not well, in words. */
  readonly listItems: readonly string[]
  readonly listLabel?: string | undefined
  /** Under the two ends. */
  readonly startLabel: string
  readonly endLabel: string
}

// The worse, the taller: the strip can be read without colour. In percent of the strip's height.
const heightPercent: Record<Status, number> = {
  down: 100,
  partial: 82,
  slow: 66,
  risk: 54,
  planned: 42,
  ok: 30,
  unknown: 30,
}

/** One thin bar a day. Arrow keys step through the days; the sentence and the list say the same in words. */
export function BarStrip(props: BarStripProps): JSX.Element {
  const patternId = createUniqueId()
  const [at, setAt] = createSignal<number>()
  const last = () => props.bars.length - 1
  const current = () => at() ?? last()
  const pitchPercent = () => 100 / Math.max(props.bars.length, 1)

  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowLeft: current() - 1,
      ArrowDown: current() - 1,
      ArrowRight: current() + 1,
      ArrowUp: current() + 1,
      PageUp: current() + 7,
      PageDown: current() - 7,
      Home: 0,
      End: last(),
    }
    const next = steps[event.key]
    if (next === undefined) return
    event.preventDefault()
    setAt(Math.min(Math.max(next, 0), last()))
  }
  const point = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const box = event.currentTarget.getBoundingClientRect()
    const index = Math.floor(((event.clientX - box.left) / box.width) * props.bars.length)
    setAt(Math.min(Math.max(index, 0), last()))
  }

  return (
    <div class="bar-strip">
      <p class="bar-strip__sentence">{props.sentence}</p>
      <div
        class="bar-strip__box"
        role="slider"
        tabIndex={0}
        aria-label={props.label}
        aria-orientation="horizontal"
        aria-readonly="true"
        aria-valuemin={1}
        aria-valuemax={Math.max(props.bars.length, 1)}
        aria-valuenow={current() + 1}
        aria-valuetext={props.bars[current()]?.text}
        onKeyDown={press}
        onPointerDown={point}
        onPointerMove={(event) => event.pointerType === 'mouse' && point(event)}
      >
        <svg class="bar-strip__svg" width="100%" height="100%" aria-hidden="true">
          <HatchPatterns id={patternId} />
          <For each={props.bars}>
            {(bar, index) => (
              <rect
                class={`bar-strip__bar bar-strip__bar--${bar.status}`}
                classList={{ 'bar-strip__bar--at': at() === index() }}
                x={`${index() * pitchPercent()}%`}
                width={`${pitchPercent() * 0.72}%`}
                y={`${100 - heightPercent[bar.status]}%`}
                height={`${heightPercent[bar.status]}%`}
                fill={bar.status === 'unknown' ? `url(#${patternId}-hatch)` : undefined}
              />
            )}
          </For>
        </svg>
      </div>
      <div class="bar-strip__ends">
        <span>{props.startLabel}</span>
        <span>{props.endLabel}</span>
      </div>
      <p class="bar-strip__day" classList={{ 'bar-strip__day--chosen': at() !== undefined }} aria-hidden="true">
        {at() === undefined ? 'Point at a bar to read it.' : props.bars[current()]?.text}
      </p>
      <Show when={props.listItems.length > 0}>
        <Disclosure summary={props.listLabel ?? 'Show as list'}>
          <ul>
            <For each={props.listItems}>{(item) => <li>{item}</li>}</For>
          </ul>
        </Disclosure>
      </Show>
    </div>
  )
}
