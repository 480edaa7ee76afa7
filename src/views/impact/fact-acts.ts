// Saying and taking back what is assumed, each with its undo.

import type { Recorded } from '../../domain/kinds.ts'
import type { Mutation } from '../../domain/mutation.ts'
import { removeAssumption, removeHourlyRate, setAssumption, setHourlyRate } from '../../domain/mutations/keep-facts.ts'
import { mutate } from '../../store/mutate.ts'
import { useApp } from '../app/app-context.ts'
import type { Said } from './same-facts.ts'

export type Fact = Recorded<'assumption'> | Recorded<'hourly_rate'>

type Step = () => Promise<{ readonly ok: boolean }>

export const isAssumption = (fact: Fact): fact is Recorded<'assumption'> => 'topic' in fact

export function useFactActs() {
  const { store, tell } = useApp()
  const step =
    <Args>(mutation: Mutation<Args>, args: Args): Step =>
    () =>
      mutate(store, mutation, args)
  const say = (fact: Fact): Step =>
    isAssumption(fact)
      ? step(setAssumption, { ...fact, councilIds: [fact.councilId] })
      : step(setHourlyRate, { ...fact, councilIds: [fact.councilId] })
  const takeBack = (fact: Fact): Step =>
    isAssumption(fact) ? step(removeAssumption, { id: fact.id }) : step(removeHourlyRate, { id: fact.id })
  const doAll = async (steps: readonly Step[]): Promise<boolean> => {
    try {
      for (const each of steps) if (!(await each()).ok) return false
      return true
    } catch {
      return false
    }
  }
  return {
    /** Undoes what was said meanwhile, council by council: `before` are the facts of that day that it replaced. */
    undo: (before: readonly Fact[], written: () => Promise<readonly Fact[]>) => async () => {
      const steps = (await written()).map((fact) => {
        const old = before.find(({ id }) => id === fact.id)
        return old ? say(old) : takeBack(fact)
      })
      if (!(await doAll(steps))) tell('This device could not undo it. It stays as it is.')
    },
    /** What was removed stays removed: undoing says the same anew. */
    remove: async ({ all }: Said<Fact>) => {
      const isDone = await doAll(all.map(takeBack))
      if (isDone) tell('Taken back.', () => void doAll(all.map(say)))
      else tell('This device could not take it back. It stays as it is.')
    },
  }
}
