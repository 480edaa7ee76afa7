// The demand that the desk's thread tells, for as long as the page shows it.
import type { Accessor } from 'solid-js'
import { createEffect, createSignal, onCleanup } from 'solid-js'
import type { DeskQuestion } from '../../desk/question.ts'
import type { DemandReport } from '../../metrics/demand-figures.ts'
import { useDesk } from '../incidents/desk.ts'

interface Answered {
  /** The newest answer; while another question is worked out, still the last one, which names its own period. */
  readonly answer: Accessor<DemandReport | undefined>
  /** Why there is no new answer; undefined once one has come. */
  readonly error: Accessor<Error | undefined>
}

export function createDemand(question: () => Omit<DeskQuestion & { type: 'demand' }, 'type'>): Answered {
  const desk = useDesk()
  const [answer, setAnswer] = createSignal<DemandReport>()
  const [error, setError] = createSignal<Error>()
  createEffect(() => {
    const stop = desk.watchAnswer(
      { type: 'demand', ...question() },
      (report) => {
        setError(undefined)
        setAnswer(() => report)
      },
      setError,
    )
    onCleanup(stop)
  })
  return { answer, error }
}
