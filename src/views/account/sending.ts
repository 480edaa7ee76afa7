// A form that asks the server: busy while it does, and what is refused stands beside its field.
import type { Accessor } from 'solid-js'
import { createSignal } from 'solid-js'
import type { AccountError } from '../../sync/account.ts'
import type { FormError } from '../parts/form/error-summary.tsx'

interface Refused {
  readonly ok: false
  readonly error: AccountError
}

export interface Sending {
  readonly errors: Accessor<readonly FormError[]>
  readonly isBusy: Accessor<boolean>
  readonly errorOf: (fieldId: string) => string | undefined
  readonly fail: (errors: readonly FormError[]) => void
  /** The answer; undefined when it was refused, the server could not be reached, or another one is under way. */
  readonly send: <Answer extends { readonly ok: true }>(
    ask: () => Promise<Answer | Refused>,
  ) => Promise<Answer | undefined>
}

/** `idOf`: the id of the control for a field that the server names ("admin.email"), or for none. */
export function createSending(idOf: (field: string | undefined) => string): Sending {
  const [errors, setErrors] = createSignal<readonly FormError[]>([])
  const [isBusy, setBusy] = createSignal(false)
  return {
    errors,
    isBusy,
    errorOf: (fieldId) => errors().find((error) => error.fieldId === fieldId)?.message,
    fail: (found) => setErrors([...found]),
    send: async (ask) => {
      if (isBusy()) return undefined
      setBusy(true)
      try {
        const answer = await ask()
        setErrors(answer.ok ? [] : [{ fieldId: idOf(answer.error.field), message: answer.error.message }])
        return answer.ok ? answer : undefined
      } finally {
        setBusy(false)
      }
    },
  }
}
