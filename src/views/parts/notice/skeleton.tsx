import { For, type JSX } from 'solid-js'
import './skeleton.css'

export interface SkeletonProps {
  /** The shape of what is coming, so that nothing jumps. */
  readonly shape?: 'lines' | 'rows' | 'figure' | 'chart' | undefined
  readonly count?: number | undefined
}

/** Stands in for what is loading; unseen for the first 200 ms. */
export function Skeleton(props: SkeletonProps): JSX.Element {
  const pieces = () => Array.from({ length: props.count ?? 3 }, (_, index) => index)
  return (
    <div class="skeleton" role="status">
      <span class="visually-hidden">Loading</span>
      <For each={pieces()}>{() => <div class={`skeleton__piece skeleton__piece--${props.shape ?? 'lines'}`} />}</For>
    </div>
  )
}
