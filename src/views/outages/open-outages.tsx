import type { JSX } from 'solid-js'
import { For, Show } from 'solid-js'
import type { OutageLine } from '../../store/outages.ts'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Card } from '../parts/show/card.tsx'
import { RowList } from '../parts/show/row-list.tsx'
import { OutageRow } from './outage-row.tsx'

/** The outages that are open now. */
export function OpenOutages(props: { readonly lines: readonly OutageLine[] }): JSX.Element {
  return (
    <Card title="Open now" flush tone={props.lines.length > 0 ? 'attention' : 'plain'}>
      <Show when={props.lines.length > 0} fallback={<EmptyState title="No outage is open" icon="check" />}>
        <RowList label="Open outages">
          <For each={props.lines}>{(line) => <OutageRow line={line} />}</For>
        </RowList>
      </Show>
    </Card>
  )
}
