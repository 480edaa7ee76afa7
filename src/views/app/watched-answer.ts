// An answer of a thread that follows the records and the clock, for as long as a screen shows it.
import type { Accessor } from 'solid-js'
import { createEffect, createSignal, onCleanup } from 'solid-js'

export interface Answered<Answer> {
  /** The newest answer; while another question is worked out, still the last one, which names its own period. */
  readonly answer: Accessor<Answer | undefined>
  /** Why there is no new answer; undefined once one has come. */
  readonly error: Accessor<Error | undefined>
}

/** `watch` is called in a tracking scope: what it reads to make its question has it asked anew. It hands back how to stop. */
export function createWatched<Answer>(
  watch: (onAnswer: (answer: Answer) => void, onError: (error: Error) => void) => () => void,
): Answered<Answer> {
  const [answer, setAnswer] = createSignal<Answer>()
  const [error, setError] = createSignal<Error>()
  createEffect(() => {
    const take = (given: Answer) => {
      setError(undefined)
      setAnswer(() => given)
    }
    onCleanup(watch(take, setError))
  })
  return { answer, error }
}
