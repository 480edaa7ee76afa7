import { type JSX, Show } from 'solid-js'
import { createLive } from './live.ts'
import './sample-mark.css'

/** Says on every page and print that the figures are made up, while the partnership is the sample's. */
export function SampleMark(): JSX.Element {
  const isSample = createLive(() => async (reads) => (await reads.all('partnership')).some((each) => each.isSample))
  return (
    <Show when={isSample()}>
      <p class="sample-mark">Sample data: people and figures are made up.</p>
    </Show>
  )
}
