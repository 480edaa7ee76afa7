// Reads that follow the records: a query runs again whenever what it read has changed, in this tab or another.

import type { Accessor } from 'solid-js'
import { createEffect, createSignal, onCleanup } from 'solid-js'
import type { StoreReads } from '../../store/store.ts'
import { watch } from '../../store/watch.ts'
import { useApp } from './app-context.ts'

/**
 * The query's value, undefined until the first answer. `query` is called in a tracking scope and hands back what to read:
 * `createLive(() => { const id = params.id; return (reads) => reads.get('outage', id) })` reads anew when the id changes.
 * A failed read is thrown where the value is used, for the nearest error boundary.
 */
export function createLive<T>(query: () => (reads: StoreReads) => Promise<T>): Accessor<T | undefined> {
  const { store } = useApp()
  const [state, setState] = createSignal<{ value?: T; error?: unknown }>({})
  createEffect(() => {
    const read = query()
    onCleanup(
      watch(
        store,
        read,
        (value) => setState({ value }),
        (error) => setState({ error }),
      ),
    )
  })
  return () => {
    const { value, error } = state()
    if (error !== undefined) throw error
    return value
  }
}
