// Answers of the metrics thread that follow the records and the clock, for as long as a screen shows them.
import type { Accessor } from 'solid-js'
import { createEffect, createSignal, onCleanup } from 'solid-js'
import { type Ask, createAsk } from '../../metrics/ask.ts'
import type { AnswerTo, PageQuestion } from '../../metrics/question.ts'
import type { Store } from '../../store/store.ts'
import { useApp } from '../app/app-context.ts'

export interface Answered<Q extends PageQuestion> {
  /** The newest answer; while another question is worked out, still the last one, which names its own period. */
  readonly answer: Accessor<AnswerTo<Q> | undefined>
  /** Why there is no new answer; undefined once one has come. */
  readonly error: Accessor<Error | undefined>
}

export function createAnswer<Q extends PageQuestion>(question: () => Q): Answered<Q> {
  const ask = useAsk()
  const [answer, setAnswer] = createSignal<AnswerTo<Q>>()
  const [error, setError] = createSignal<Error>()
  createEffect(() => {
    const stop = ask.watchAnswer(
      question(),
      (given) => {
        setError(undefined)
        setAnswer(() => given)
      },
      setError,
    )
    onCleanup(stop)
  })
  return { answer, error }
}

// One thread for all screens that show figures at a time; it ends with the last of them.
const shared = new WeakMap<Store, { readonly ask: Ask; users: number }>()

function useAsk(): Ask {
  const { store } = useApp()
  const known = shared.get(store) ?? { ask: createAsk({ storeName: store.name, now: store.now }), users: 0 }
  shared.set(store, known)
  known.users += 1
  onCleanup(() => {
    known.users -= 1
    if (known.users > 0) return
    shared.delete(store)
    known.ask.stop()
  })
  return known.ask
}
