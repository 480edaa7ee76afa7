// The rows of a list, a page at a time: those near what is seen are here, all others stay in the desk's thread.
import type { Accessor } from 'solid-js'
import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import type { DeskMe, IncidentRow } from '../../desk/question.ts'
import { sameValue } from '../../domain/merge.ts'
import { useDesk } from './desk.ts'
import { type ListPlace, sorts } from './list-address.ts'
import { pageFor, type Seen } from './windowing.ts'

interface Page {
  readonly place: ListPlace
  readonly offset: number
  readonly rows: readonly IncidentRow[]
  readonly total: number
  readonly problems: readonly string[]
}

export interface ListRows {
  /** The newest answer, which may still be that to the search before; undefined until the first. */
  readonly page: Accessor<Page | undefined>
  readonly error: Accessor<Error | undefined>
  /** undefined while it is on its way. */
  readonly rowAt: (index: number) => IncidentRow | undefined
}

export interface ListAsked {
  readonly place: ListPlace
  readonly me: DeskMe
  readonly seen: Seen
}

export function createRows(asked: () => ListAsked | undefined): ListRows {
  const desk = useDesk()
  const [page, setPage] = createSignal<Page>()
  const [error, setError] = createSignal<Error>()
  const wanted = createMemo(
    () => {
      const now = asked()
      return now && { place: now.place, me: now.me, ...pageFor(now.seen) }
    },
    undefined,
    { equals: sameValue },
  )
  createEffect(
    on(wanted, (want) => {
      if (!want) return
      const { place, me, offset, limit } = want
      const { by, isDescending } = sorts[place.sort]
      const stop = desk.watchAnswer(
        { type: 'list', query: place.query, sort: { by, isDescending }, offset, limit, me },
        (answer) => {
          setError(undefined)
          setPage({ place, offset, ...answer })
        },
        setError,
      )
      onCleanup(stop)
    }),
  )
  return {
    page,
    error,
    rowAt: (index) => {
      const shown = page()
      return shown?.rows[index - shown.offset]
    },
  }
}
