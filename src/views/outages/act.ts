// Doing something at once, from a button or a small form: what cannot be done is said, and what was typed stays.
import type { Accessor } from 'solid-js'
import { createSignal } from 'solid-js'
import type { Mutation, Refusal, Write } from '../../domain/mutation.ts'
import { mutate } from '../../store/mutate.ts'
import { useApp } from '../app/app-context.ts'

export interface Act {
  /** What was written, once it is safe on this device; undefined when it was not done, and `problem` says why. */
  readonly act: <Args>(mutation: Mutation<Args>, args: Args) => Promise<readonly Write[] | undefined>
  readonly problem: Accessor<Refusal | undefined>
  readonly isBusy: Accessor<boolean>
  /** What an Undo does, later and perhaps on another page: so what cannot be done is told. */
  readonly undo: <Args>(mutation: Mutation<Args>, args: Args, after?: () => void) => () => void
}

export function createAct(): Act {
  const { store, tell } = useApp()
  const [problem, setProblem] = createSignal<Refusal>()
  const [isBusy, setBusy] = createSignal(false)
  const act: Act['act'] = async (mutation, args) => {
    // A second tap while the first is being saved would do it twice.
    if (isBusy()) return undefined
    setBusy(true)
    try {
      const outcome = await mutate(store, mutation, args)
      setProblem(outcome.ok ? undefined : outcome.refusal)
      return outcome.ok ? outcome.writes : undefined
    } catch (error) {
      setProblem({ code: 'not_stored', message: notStored(error) })
      return undefined
    } finally {
      setBusy(false)
    }
  }
  const undo: Act['undo'] = (mutation, args, after) => () => {
    mutate(store, mutation, args).then(
      (outcome) => (outcome.ok ? after?.() : tell(outcome.refusal.message)),
      () => tell('This device could not undo it. It stays as it is.'),
    )
  }
  return { act, problem, isBusy, undo }
}

function notStored(error: unknown): string {
  const isFull = error instanceof Error && (error.name === 'QuotaExceededError' || /quota/i.test(error.message))
  return isFull
    ? 'This device is full, so it was not saved. What you typed is still here: free some space, then try again.'
    : 'This device could not save it. What you typed is still here: reload the page, then try again.'
}
