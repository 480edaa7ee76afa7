// Saving from a form: what is refused stands beside its field, what is saved is told, what was typed stays.
import type { Accessor } from 'solid-js'
import { createSignal } from 'solid-js'
import type { Mutation, Refusal } from '../../domain/mutation.ts'
import { mutate } from '../../store/mutate.ts'
import { useApp } from '../app/app-context.ts'
import type { FormError } from '../parts/form/error-summary.tsx'

export interface Saving {
  readonly errors: Accessor<readonly FormError[]>
  readonly isBusy: Accessor<boolean>
  readonly errorOf: (fieldId: string) => string | undefined
  readonly fail: (errors: readonly FormError[]) => void
  /** Does it and tells `said`; true when it is saved on this device. `fieldOf` finds the field of a refusal. */
  readonly save: <Args>(mutation: Mutation<Args>, args: Args, said: string, undo?: () => void) => Promise<boolean>
}

/** `fieldOf`: the id of the control that a refused argument ("doc.name") belongs to. */
export function createSaving(fieldOf: (refusal: Refusal) => string): Saving {
  const { store, tell } = useApp()
  const [errors, setErrors] = createSignal<readonly FormError[]>([])
  const [isBusy, setBusy] = createSignal(false)
  return {
    errors,
    isBusy,
    errorOf: (fieldId) => errors().find((error) => error.fieldId === fieldId)?.message,
    fail: (found) => setErrors([...found]),
    save: async (mutation, args, said, undo) => {
      if (isBusy()) return false
      setBusy(true)
      try {
        const outcome = await mutate(store, mutation, args)
        setErrors(outcome.ok ? [] : [{ fieldId: fieldOf(outcome.refusal), message: outcome.refusal.message }])
        if (outcome.ok) tell(said, undo)
        return outcome.ok
      } catch {
        setErrors([{ fieldId: fieldOf({ code: 'not_stored', message: '' }), message: notStored }])
        return false
      } finally {
        setBusy(false)
      }
    },
  }
}

/** For what goes wrong in saving other than by a refusal. */
export const notStored =
  'This device could not store it. What you typed is still here: free some space, then save again.'
