import { type JSX, Show } from 'solid-js'
import { formatCount, formatDate } from '../../domain/format.ts'
import { DEFAULT_ZONE, localDateAt, zoneOf } from '../../domain/zone.ts'
import type { Counts } from '../../sync/audit.ts'
import { SummaryList } from '../parts/show/summary-list.tsx'
import { goingWords } from './kind-words.ts'

const dayOf = (at: number) => formatDate(localDateAt(zoneOf(DEFAULT_ZONE), at))

/** How much of what would go, and how old the oldest of it is. */
export function GoingList(props: { readonly counts: Counts }): JSX.Element {
  const rows = () =>
    Object.entries(props.counts).map(([name, { count, oldest }]) => ({
      key: goingWords(name),
      value: oldest === null ? formatCount(count) : `${formatCount(count)}, the oldest of ${dayOf(oldest)}`,
    }))
  return (
    <div role="status">
      <Show when={rows().length > 0} fallback={<p>As of now nothing goes.</p>}>
        <SummaryList rows={rows()} />
      </Show>
    </div>
  )
}
