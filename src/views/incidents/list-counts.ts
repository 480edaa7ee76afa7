// How many incidents each queue and saved search finds.
import type { Accessor } from 'solid-js'
import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import type { DeskMe } from '../../desk/question.ts'
import { sameValue } from '../../domain/merge.ts'
import { useDesk } from './desk.ts'

/** By query; empty until they are counted, and where they cannot be. */
export function createCounts(
  queries: Accessor<readonly string[]>,
  me: Accessor<DeskMe | undefined>,
): Accessor<ReadonlyMap<string, number>> {
  const desk = useDesk()
  const [counts, setCounts] = createSignal<ReadonlyMap<string, number>>(new Map())
  const wanted = createMemo(
    () => {
      const who = me()
      return who && { queries: [...new Set(queries())], me: who }
    },
    undefined,
    { equals: sameValue },
  )
  createEffect(
    on(wanted, (want) => {
      if (!want) return
      const stop = desk.watchAnswer(
        { type: 'counts', ...want },
        (answer) => setCounts(new Map(want.queries.map((query, i) => [query, answer.counts[i] ?? 0]))),
        () => setCounts(new Map()),
      )
      onCleanup(stop)
    }),
  )
  return counts
}
