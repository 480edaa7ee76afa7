import { type JSX, Show } from 'solid-js'
import { formatCount } from '../../domain/format.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { IconButton } from '../parts/control/icon-button.tsx'
import { bulkRunOf } from './bulk-run.ts'
import type { Selection } from './selection.ts'

interface BulkBarProps {
  readonly selection: Selection
  readonly onChange: () => void
}

/** There as long as something is selected. One change of many runs at a time. */
export function BulkBar(props: BulkBarProps): JSX.Element {
  const run = bulkRunOf(useApp().store)
  const count = () => props.selection.ids().size
  return (
    <Show when={count() > 0}>
      <div class="bulk-bar">
        <span class="bulk-bar__count" role="status">
          {formatCount(count())} selected
        </span>
        <Button kind="primary" disabled={run.progress() !== undefined} onClick={() => props.onChange()}>
          Change selected
        </Button>
        <IconButton icon="cross" label="Select none" onClick={() => props.selection.clear()} />
      </div>
    </Show>
  )
}
