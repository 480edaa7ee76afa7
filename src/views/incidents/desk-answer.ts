// An answer of the desk's thread that follows the records, for as long as a screen shows it.
import type { Accessor } from 'solid-js'
import { createEffect, createSignal, onCleanup } from 'solid-js'
import type { DeskAnswerTo, DeskQuestion } from '../../desk/question.ts'
import { useDesk } from './desk.ts'

/**
 * undefined while there is no question or no answer to it yet. What is asked so is a help (suggestions, what is alike), so
 * a thread that cannot answer leaves it out rather than stop the page.
 */
export function createDeskAnswer<Q extends DeskQuestion>(
  question: () => Q | undefined,
): Accessor<DeskAnswerTo<Q> | undefined> {
  const desk = useDesk()
  const [answer, setAnswer] = createSignal<DeskAnswerTo<Q>>()
  createEffect(() => {
    const asked = question()
    // While another question is worked out, the last answer stays: nothing flickers as somebody types.
    if (!asked) {
      setAnswer(undefined)
      return
    }
    onCleanup(
      desk.watchAnswer(
        asked,
        (given) => setAnswer(() => given),
        () => setAnswer(undefined),
      ),
    )
  })
  return answer
}
