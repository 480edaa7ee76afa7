// Answers of the metrics thread, for as long as a screen shows them.
import { onCleanup } from 'solid-js'
import { type Ask, createAsk } from '../../metrics/ask.ts'
import type { AnswerTo, PageQuestion } from '../../metrics/question.ts'
import type { Store } from '../../store/store.ts'
import { useApp } from '../app/app-context.ts'
import { type Answered, createWatched } from '../app/watched-answer.ts'

export function createAnswer<Q extends PageQuestion>(question: () => Q): Answered<AnswerTo<Q>> {
  const ask = useAsk()
  return createWatched((onAnswer, onError) => ask.watchAnswer(question(), onAnswer, onError))
}

/** The same, where there may be nothing to ask. */
export function createAnswerIf<Q extends PageQuestion>(question: () => Q | undefined): Answered<AnswerTo<Q>> {
  const ask = useAsk()
  return createWatched((onAnswer, onError) => {
    const asked = question()
    return asked ? ask.watchAnswer(asked, onAnswer, onError) : () => {}
  })
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
