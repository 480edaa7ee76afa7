import { type JSX, lazy, Show, Suspense } from 'solid-js'
import { useApp } from '../app/app-context.ts'
import { createLive } from '../app/live.ts'
import { readConflictsOf } from './open-conflicts.ts'

/** Most pages never show one: it is loaded where there is one. */
const EachConflict = lazy(async () => ({ default: (await import('./conflict-card.tsx')).EachConflict }))

interface RecordConflictsProps {
  /** Of these records, of which the first has the page. */
  readonly ids?: readonly string[]
  /** Of all records of these kinds, on the page that lists them. */
  readonly kinds?: readonly string[]
}

/** What is to be settled of the records that a page shows, in the page itself. */
export function RecordConflicts(props: RecordConflictsProps): JSX.Element {
  const { store } = useApp()
  const open = createLive(() => {
    const { ids = [], kinds = [] } = props
    return (reads) => readConflictsOf(reads, store.access(), { ids, kinds })
  })
  return (
    <Show when={open()?.length}>
      <Suspense>
        <EachConflict open={open() ?? []} homeId={props.ids?.[0]} />
      </Suspense>
    </Show>
  )
}
