import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { TypeAheadList } from '../parts/form/type-ahead-list.tsx'
import { EmptyState } from '../parts/notice/empty-state.tsx'
import { Sheet } from '../parts/notice/sheet.tsx'
import { Skeleton } from '../parts/notice/skeleton.tsx'
import { type OutageChoice, outageChoices } from './outage-titles.ts'

interface OutagePickerProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onChoose: (outage: OutageChoice) => void
}

/** An open outage, or one of the last three months. */
export function OutagePicker(props: OutagePickerProps): JSX.Element {
  return (
    <Sheet open={props.isOpen} title="Which outage?" onClose={props.onClose}>
      <OutageList onChoose={props.onChoose} />
    </Sheet>
  )
}

export function OutageList(props: Pick<OutagePickerProps, 'onChoose'>): JSX.Element {
  const { store } = useApp()
  const choices = createLive(() => (reads) => outageChoices(reads, store.now()))
  return (
    <Show when={choices()} fallback={<Skeleton shape="rows" count={4} />}>
      {(all) => (
        <Show
          when={all().length > 0}
          fallback={<EmptyState title="No outage is open, and none ended in the last 90 days" icon="bolt" />}
        >
          <TypeAheadList label="Which outage?" options={all()} onChoose={props.onChoose} />
        </Show>
      )}
    </Show>
  )
}
